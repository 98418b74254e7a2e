import { describe, expect, test } from "vitest";
import { makeSource, positionOf, spanText } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";

function read(text: string): Ast.Policy {
  const { policy, diagnostics } = parseYamlPolicy(makeSource("written.rollcall.yaml", text));
  expect(diagnostics).toEqual([]);
  if (policy === undefined) throw new Error("Nothing was read");
  return policy;
}

const head = "school-policy: {name: hill-top, title: Hill Top}\n";

/** The lines of the text form, the head aside. */
function asText(yaml: string): string {
  return printPolicy(read(head + yaml))
    .split("\n")
    .slice(2)
    .join("\n")
    .trimEnd();
}

describe("the YAML form", () => {
  test("keeps the order of sections, of kinds and of what stands under them", () => {
    const { declarations } = read(`${head}notes: [first]
sections:
  - parameters: {b: 5 school days, a: 6 school days}
    notes: [second]
  - parameters: {c: 7 school days}
words: {office: role}
`);
    expect(
      declarations.map((each) => ("name" in each ? each.name.text : each.kind === "note" && each.says.text)),
    ).toEqual(["first", "b", "a", "second", "c", "office"]);
  });

  test("lets a value stand alone where its key goes without saying", () => {
    const long = "parameters:\n  a: {is: [5 school days]}\nwords:\n  b: {kind: role}\nstatuses:\n  c: {when: absent}\n";
    expect(asText("parameters: {a: 5 school days}\nwords: {b: role}\nstatuses: {c: absent}\n")).toBe(asText(long));
  });

  test("takes one for a list of one, and several in one value", () => {
    const lists = "acts: {a: {by: [office, headteacher], recording: [time, day as date], clauses: [HIL-1]}}\n";
    expect(asText("acts: {a: {by: 'office, headteacher', recording: 'time, day as date', clauses: HIL-1}}\n")).toBe(
      asText(lists),
    );
  });

  test("takes nothing for a number, a date or a no that is not written as one", () => {
    expect(
      asText(`codes:
  N: {means: 08, category: unauthorised, on-site: no, from: 2024-08-19}
registers:
  morning:
    - {moment: opens, is: 08:55}
    - {arrival: after 09:10, becomes: N}
decisions:
  a: {asks: on, answers: [yes, no]}
`),
    ).toBe(`code N "08" unauthorised from 2024-08-19

register morning {
  opens 08:55
  N after 09:10
}

decision a "on" {
  answers yes, no
}`);
  });

  test("reads lines that end as on Windows, and a mark of byte order, like any others", () => {
    const text = `${head}statuses:\n  late: # why\n    when: >-\n      absent\n      or away\n`;
    const windows = read(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
    expect(printPolicy(windows)).toBe(printPolicy(read(text)));
  });

  test("tells which names were about to be declared by what cannot be read", () => {
    const { policy } = parseYamlPolicy(
      makeSource(
        "a.yaml",
        `${head}statuses: {late: {wen: absent}}
procedures:
  concern:
    for: each year
    course:
      - {step: letter, at: start, do: []}
      - {step: meeting, at: 5 school days, do: []}
`,
      ),
    );
    expect(policy?.declarations).toEqual([]);
    expect(policy?.unreadable.map(({ declares }) => declares)).toEqual([
      ["late"],
      ["concern", "letter", "meeting"],
      ["meeting"],
    ]);
  });
});

describe("places", () => {
  const source = makeSource(
    "a.rollcall.yaml",
    `${head}procedures:
  concern:
    for-each: year
    course:
      - step: letter
        when: "attendance this year below \\"95%\\""
        clauses: [HIL-049]
        do:
          - >-
            office must send letter-1
            to parents
`,
  );
  const [procedure] = parseYamlPolicy(source).policy?.declarations ?? [];
  const step = procedure?.kind === "procedure" ? procedure.items[0] : undefined;
  if (step?.kind !== "step") throw new Error("No step was read");

  test("a declaration begins with its key, a statement of a list with its hyphen", () => {
    expect(procedure && positionOf(procedure.span)).toEqual({ line: 3, column: 3 });
    expect(positionOf(step.span)).toEqual({ line: 6, column: 7 });
  });

  test("the words of a phrase are where they were written, escaped or folded", () => {
    const condition =
      step.trigger.kind === "when" && step.trigger.condition.kind === "compare" && step.trigger.condition;
    expect(condition && spanText(condition.right.span)).toBe('\\"95%\\"');
    expect(condition && spanText(condition.edgeSpan)).toBe("below");
    const [sentence] = step.items;
    const to = sentence?.kind === "sentence" ? sentence.to : undefined;
    expect(to && [spanText(to.span), positionOf(to.span)]).toEqual(["parents", { line: 12, column: 16 }]);
  });

  test("a clause is where it is cited", () => {
    expect(step.clauses.map(({ span }) => positionOf(span))).toEqual([{ line: 8, column: 19 }]);
  });
});

describe("comments", () => {
  test("belong to what they stand before, behind or in", () => {
    const policy = read(`# of the file
school-policy: # of the head
  # of the title
  name: hill-top
  title: Hill Top
  # of the layer
  extends: england # behind the layer

# of the status
statuses:
  late: # behind the status
    # in the status
    when: absent
    # at its end
  # of the next
  away: not absent
procedures:
  concern:
    # of the anchor
    for-each: year
    course:
      # of the step
      - step: letter # behind the step
        at: start
        do:
          # of the sentence
          - office must telephone parents # behind the sentence
          # at the end of the step
      # at the end of the procedure, though it looks like a step's
    # at the end of the procedure
  # at the end of the kind
# at the end of the file
`);
    expect(printPolicy(policy)).toBe(`-- of the file
-- of the title
school policy hill-top "Hill Top"  -- of the head
-- of the layer
extends england  -- behind the layer

-- of the status
-- in the status
-- at its end
status late when absent  -- behind the status
-- of the next
status away when not absent

-- of the anchor
procedure concern for each year {
  -- of the step
  step letter on start {  -- behind the step
    -- of the sentence
    office must telephone parents  -- behind the sentence
    -- at the end of the step
  }
  -- at the end of the procedure, though it looks like a step's
  -- at the end of the procedure
}

-- at the end of the kind
-- at the end of the file
`);
  });

  test("are found where they look like something else, and not where they are none", () => {
    const policy = read(
      `${head}notes:
  - "a # b" # one
  - 'it''s # c'
  - a#b
  - |- # two
    # not a comment
# four
`,
    );
    const texts = policy.declarations.flatMap((each) =>
      each.kind === "note" ? [each.says.text, each.comments.after?.text] : [],
    );
    expect(texts).toEqual(["a # b", "one", "it's # c", undefined, "a#b", undefined, "# not a comment", "two"]);
    expect(policy.comments.trailing?.map(({ text }) => text)).toEqual(["four"]);
  });

  test("the line by which editors find the schema is theirs, and one like it of the author's is kept", () => {
    const policy = read(`# yaml-language-server: $schema=x.json\n# yaml-language-server: mine\n${head}`);
    expect(policy.comments.before.map(({ text }) => text)).toEqual(["yaml-language-server: mine"]);
    expect(read(toYaml(policy)).comments.before).toHaveLength(1);
    expect(toYaml(policy, "schema.json").split("\n").slice(0, 2)).toEqual([
      "# yaml-language-server: $schema=schema.json",
      "# yaml-language-server: mine",
    ]);
  });
});
