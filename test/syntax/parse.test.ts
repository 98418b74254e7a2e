import { describe, expect, test } from "vitest";
import { spanText } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { children, walk } from "../../src/syntax/walk.ts";
import type { Node } from "../../src/syntax/walk.ts";
import { fixture, parse, policyLine, read, readDeclarations } from "./read.ts";
import { withoutPlaces } from "./without-places.ts";

function only<Kind extends Ast.Declaration["kind"]>(
  text: string,
  kind: Kind,
): Extract<Ast.Declaration, { kind: Kind }> {
  const [declaration, ...others] = readDeclarations(text);
  expect(others).toEqual([]);
  if (declaration?.kind !== kind) throw new Error(`Read a ${declaration?.kind ?? "nothing"}`);
  return declaration as Extract<Ast.Declaration, { kind: Kind }>;
}

function conditionOf(text: string): Ast.Condition {
  const { rule } = only(`status x when ${text}`, "status");
  if (rule.kind !== "when") throw new Error("A status without a condition");
  return rule.condition;
}

describe("the tour of the language", () => {
  const policy = read(fixture("tour.rollcall"));

  test("has every kind of declaration", () => {
    expect(new Set(policy.declarations.map((declaration) => declaration.kind))).toEqual(
      new Set(
        ["parameter", "word", "code-declaration", "register", "coding", "act", "measure", "status", "bands"].concat([
          "procedure",
          "duty",
          "decision",
          "document",
          "note",
          "readings",
          "example",
        ]),
      ),
    );
  });

  test("keeps the place of every word: a name, a code or a value stands where its span says", () => {
    const wrong: string[] = [];
    const expectThere = (node: Node, written: string): void => {
      if (node.span && spanText(node.span) !== written) wrong.push(`${written} at ${spanText(node.span)}`);
    };
    walk(policy, {
      name: (node) => expectThere(node, node.text),
      code: (node) => expectThere(node, node.text),
      text: (node) => expectThere(node, `"${node.text}"`),
      date: (node) => expectThere(node, node.text),
      "date-time": (node) => expectThere(node, node.text),
      time: (node) => expectThere(node, node.text),
      percent: (node) => expectThere(node, `${node.digits}%`),
      number: (node) => expectThere(node, node.digits),
    });
    expect(wrong).toEqual([]);
  });

  test("every node lies within the one above it, and after its elder sisters", () => {
    const visit = (node: Node): void => {
      let from = node.span.from;
      // A sentence is written in any order, so only its own bounds are certain.
      for (const child of children(node)) {
        expect(child.span.from).toBeGreaterThanOrEqual(node.kind === "sentence" ? node.span.from : from);
        expect(child.span.to).toBeLessThanOrEqual(node.span.to);
        from = child.span.from;
        visit(child);
      }
    };
    for (const declaration of policy.declarations.filter(({ kind }) => kind !== "act")) visit(declaration);
  });
});

describe("lines", () => {
  test("a line that begins with a joining word goes on with the one above", () => {
    const joined = `duty x every week {
  office must send letter
    to parents and
      carers
    through post,
      phone
    within 3 school days
    unless absent
      or (late
        today)
}`;
    const flat = joined.replaceAll(/\s+/g, " ").replace("{ ", "{\n").replace(" }", "\n}");
    expect(withoutPlaces(readDeclarations(joined.replace("and\n      carers", "\n and carers")))).toEqual(
      withoutPlaces(readDeclarations(flat)),
    );
  });

  test("blank lines and comments between the parts of a statement change nothing but the comments", () => {
    const [spaced] = readDeclarations("status x when absent\n\n  -- why\n  and late  -- because\n");
    const [flat] = readDeclarations("status x when absent and late");
    expect(spaced?.comments.before.map((comment) => comment.text)).toEqual(["why"]);
    expect(spaced?.comments.after?.text).toBe("because");
    expect(withoutPlaces({ ...spaced, comments: undefined })).toEqual(withoutPlaces({ ...flat, comments: undefined }));
  });

  test("one line can hold a whole block", () => {
    const flat = "procedure p for each year { step a on start { office must wait } ends when present }";
    const tall = "procedure p for each year {\n step a on start {\n  office must wait\n }\n ends when present\n}";
    expect(parse(`${policyLine}\n${flat}`).diagnostics.length).toBe(1);
    const oneEach = flat.replace(" ends when present", "");
    expect(withoutPlaces(readDeclarations(oneEach))).toEqual(
      withoutPlaces(readDeclarations(tall.replace("\n ends when present", ""))),
    );
  });

  test("`otherwise` goes on with its branch on the same line or the next", () => {
    const branch = (between: string): string =>
      `procedure p for each year {\nstep s on start {\nif late { a must b }${between}otherwise { a must c }\n}\n}`;
    expect(withoutPlaces(readDeclarations(branch(" ")))).toEqual(withoutPlaces(readDeclarations(branch("\n  "))));
  });

  test("line endings of any system read the same", () => {
    const text = fixture("tour.rollcall");
    const unix = withoutPlaces(read(text));
    expect(withoutPlaces(read(text.replaceAll("\n", "\r\n")))).toEqual(unix);
    expect(withoutPlaces(read(text.replaceAll("\n", "\r")))).toEqual(unix);
    expect(withoutPlaces(read(`\uFEFF${text}`))).toEqual(unix);
    expect(withoutPlaces(read(text.trimEnd()))).toEqual(unix);
  });
});

describe("words and values", () => {
  test("a quotation mark inside a text is doubled, and a backslash is a backslash", () => {
    expect(only('note "say ""yes"", \\ and -- and {"', "note").says.text).toBe('say "yes", \\ and -- and {');
  });

  test("a number keeps its digits, and money loses only its commas", () => {
    const { values } = only("parameter x is 95.50%, £1,250.00, 007 sessions, 0.10", "parameter");
    expect(values.map(({ value }) => ("digits" in value ? value.digits : ""))).toEqual([
      "95.50",
      "1250.00",
      "007",
      "0.10",
    ]);
  });

  test("units of two words are two names of one unit", () => {
    const { values } = only("parameter x is 3 school  days", "parameter");
    expect(withoutPlaces(values[0]?.value)).toMatchObject({ unit: { words: [{ text: "school" }, { text: "days" }] } });
  });

  test("a moment may be written with T", () => {
    const { values } = only("parameter x is 2026-03-02T08:45:30", "parameter");
    expect(values[0]?.value).toMatchObject({ kind: "date-time", text: "2026-03-02 08:45:30" });
  });

  test("codes are letters, slashes and the hash sign, and never clause numbers", () => {
    const codes = readDeclarations(["/", "\\", "#", "C1", "Y"].map((code) => `code ${code} "x" attending`).join("\n"));
    expect(codes.map((code) => (code.kind === "code-declaration" ? code.code.text : ""))).toEqual([
      "/",
      "\\",
      "#",
      "C1",
      "Y",
    ]);
  });

  test("clauses and locks end any statement, before its block if it has one", () => {
    const { lock, clauses } = only(
      "procedure p for each year, may start again, fixed [A-1, HAL-4.2(a)] {\n}",
      "procedure",
    );
    expect(lock?.value).toBe("fixed");
    expect(clauses.map((clause) => clause.text)).toEqual(["A-1", "HAL-4.2(a)"]);
  });

  test("a lock after a list of names is no name", () => {
    const note = only("role x needs name, phone, fixed [A-1]", "word");
    expect(note.needs.map((name) => name.text)).toEqual(["name", "phone"]);
    expect(note.lock?.value).toBe("fixed");
  });
});

describe("conditions", () => {
  test("S2: after `by`, `before`, `after`, `from` and `until` a name, day or time is a moment; after the others a value", () => {
    expect(conditionOf("absent by 10:00")).toMatchObject({ edge: "by", right: { kind: "at", ref: { kind: "time" } } });
    expect(conditionOf("absent before meeting")).toMatchObject({ right: { kind: "at", ref: { kind: "words" } } });
    expect(conditionOf("attendance at least target")).toMatchObject({ edge: "at-least", right: { kind: "phrase" } });
    expect(conditionOf("x exactly 2026-03-02")).toMatchObject({ right: { kind: "date" } });
  });

  test("S4: `day 10 of`, `5 school days after` and `beginning with` are moments", () => {
    expect(conditionOf("paid by day 21 of notice received")).toMatchObject({ right: { kind: "day-of", number: "21" } });
    expect(conditionOf("paid by 5 school days after notice")).toMatchObject({
      right: { kind: "counted", direction: "after" },
    });
    expect(conditionOf("paid by 5 school days beginning with notice")).toMatchObject({
      right: { direction: "beginning with" },
    });
  });

  test("`or next school day` belongs to a deadline", () => {
    const duty = only("duty x every week { a must b within 0 school days of c or next school day if d }", "duty");
    expect(duty.items[0]).toMatchObject({ deadline: { closed: "or next school day" }, guard: { sense: "if" } });
  });

  test("words that begin other things are names where nothing follows that makes them one", () => {
    expect(conditionOf("count below 3")).toMatchObject({ left: { kind: "phrase" } });
    expect(conditionOf("count of x below 3")).toMatchObject({ left: { kind: "count" } });
    expect(conditionOf("start below end of day")).toMatchObject({
      left: { kind: "phrase" },
      right: { kind: "end-of-day" },
    });
    expect(conditionOf("day of x")).toMatchObject({ kind: "holds", phrase: { of: {} } });
  });

  test("a quantifier stands before braces, one condition a line", () => {
    expect(conditionOf("2 of {\n a\n b and c\n not d\n} and e")).toMatchObject({
      kind: "and",
      parts: [{ kind: "some-of", quantifier: 2, parts: [{}, { kind: "and" }, { kind: "not" }] }, {}],
    });
  });

  test("brackets are kept, since they are how `and` and `or` are mixed", () => {
    expect(conditionOf("a and (b or c)")).toMatchObject({
      kind: "and",
      parts: [{}, { kind: "group", part: { kind: "or" } }],
    });
  });
});

describe("sentences", () => {
  function sentence(text: string): Ast.Item {
    const [item] = only(`procedure p for each year { step s on start { ${text} } }`, "procedure").items;
    if (item?.kind !== "step" || item.items[0] === undefined) throw new Error("No sentence");
    return item.items[0];
  }

  test("the parts stand in any order, and the condition last", () => {
    const usual = sentence("a must b c to d with e about f through g using h by end of day recording i if j");
    const other = sentence("a must b c recording i by end of day using h through g about f with e to d if j");
    expect(withoutPlaces(other)).toEqual(withoutPlaces(usual));
  });

  test("whoever is counted or joined to others is a party, and words alone are not", () => {
    expect(sentence("a must praise each parent or carer")).toMatchObject({
      object: { kind: "parties", joined: "or", members: [{ quantifier: "each" }, {}] },
    });
    expect(sentence("a must tell local-authority")).toMatchObject({ object: { kind: "words" } });
    expect(sentence("2 staff must visit home")).toMatchObject({ actors: { members: [{ quantifier: 2 }] } });
  });

  test("`each parent must` is a sentence, `each week of term` and `each time` are repeats", () => {
    expect(sentence("each parent must call").kind).toBe("sentence");
    expect(sentence("each time must call").kind).toBe("sentence");
    expect(sentence("each week of term { a must b }")).toMatchObject({ cadence: { kind: "each-day-of" } });
    expect(sentence("each time letter sent at most 2 per term { a must b }")).toMatchObject({
      cadence: { kind: "each-time" },
      cap: { times: "2" },
    });
  });

  test("a sentence may speak of a review, a start or a count", () => {
    expect(sentence("head must hold review by end of term")).toMatchObject({ object: { words: [{ text: "review" }] } });
    expect(sentence("pupil may start again")).toMatchObject({ act: { text: "start" }, object: {} });
  });
});

describe("examples", () => {
  function item(text: string): Ast.ExampleItem {
    const [first] = only(`example "x" { ${text} }`, "example").items;
    if (first === undefined) throw new Error("No item");
    return first;
  }

  test("a name that has a value of its own begins the next fact of a pupil", () => {
    expect(item("pupil flagged eal, looked-after, year 4, parents mother, father [A-1]")).toMatchObject({
      flags: [{ text: "eal" }, { text: "looked-after" }],
      facts: [{ name: { text: "year" } }],
      parents: [{ text: "mother" }, { text: "father" }],
    });
  });

  test("an expected sentence is known by its modal, a finding by what follows its word", () => {
    const at = "on 2026-03-13 expect ";
    expect(item(`${at}no overdue head and deputy must decide x`)).toMatchObject({
      not: true,
      expectation: { kind: "obligation", state: "overdue" },
    });
    expect(item(`${at}missing comment of make-contact`)).toMatchObject({ expectation: { kind: "finding", of: {} } });
    expect(item(`${at}proposed U`)).toMatchObject({ expectation: { subject: { kind: "code" } } });
    expect(item(`${at}missing`)).toMatchObject({ expectation: { kind: "condition" } });
    expect(item(`${at}open must call`)).toMatchObject({ expectation: { kind: "obligation" } });
  });
});

describe("what cannot be read", () => {
  test("leaves the rest of the file readable, and says what it would have declared", () => {
    const { policy, diagnostics } = parse(`${policyLine}
parameter target si 95%
role office
procedure concern for ech year {
  step letter on start {
    office must send letter
  }
}
flag eal
`);
    expect(diagnostics.map((diagnostic) => diagnostic.span.from)).toHaveLength(2);
    expect(policy?.declarations.map((declaration) => declaration.kind)).toEqual(["word", "word"]);
    expect(policy?.unreadable.map(({ declares }) => declares)).toEqual([["target"], ["concern", "letter"]]);
  });

  test("a fault in a heading does not hide those in its block", () => {
    const { diagnostics } = parse(`${policyLine}
procedure concern every year {
  step letter on start bla bla when {
    office sends letter
    office must send letter
  }
  ends
}
`);
    expect(diagnostics.map(({ span }) => spanText(span))).toEqual(["every", "when", "sends", ""]);
  });

  test("a forgotten brace is told once, where it opened", () => {
    const { policy, diagnostics } = parse(`${policyLine}
register morning {
  opens 08:55
procedure concern for each year {
  ends when present
}
role office
`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["brace-never-closed"]);
    expect(policy?.declarations.map((declaration) => declaration.kind)).toEqual(["register", "procedure", "word"]);
  });

  test("a sound file may be laid out without any indentation", () => {
    const text = fixture("tour.rollcall").replaceAll(/^ +/gm, "");
    expect(withoutPlaces(read(text))).toEqual(withoutPlaces(read(fixture("tour.rollcall"))));
  });

  test("brackets a hundred deep are read, and one more is refused", () => {
    const nest = (depth: number): string => `${policyLine}\nstatus x when ${"(".repeat(depth)}a${")".repeat(depth)}\n`;
    expect(parse(nest(100)).diagnostics).toEqual([]);
    expect(parse(nest(101)).diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
    expect(parse(nest(100_000)).diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
  });

  test("`not` a hundred times is read, and more is refused", () => {
    const nest = (depth: number): string => `${policyLine}\nstatus x when ${"not ".repeat(depth)}a\n`;
    expect(parse(nest(100)).diagnostics).toEqual([]);
    expect(parse(nest(10_000)).diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
  });

  test("a file of more than two million characters is refused before it is read", () => {
    const { policy, diagnostics } = parse(`${policyLine}\n${"--".repeat(1_000_000)}`);
    expect(policy).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-too-long"]);
  });

  test("after two hundred faults the rest is passed over, and that is said", () => {
    const { diagnostics, policy } = parse(`${policyLine}\n${"paramter x is 3\n".repeat(1000)}role office\n`);
    expect(diagnostics).toHaveLength(201);
    expect(diagnostics.at(-1)?.code).toBe("too-many-faults");
    expect(policy?.unreadable.at(-1)?.declares).toEqual(["office"]);
  });
});
