// Files with something wrong in them, and every message about them: each golden file shows a file's faults at their places.

import { describe, expect, test } from "vitest";
import { messageOf } from "../../src/diagnostics/template.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { makeSource, spanText } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { readClauses } from "../../src/yaml/clause-file.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { goldenFolder } from "../golden-folder.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));

const head = `school-policy:
  name: hill-top
  title: Hill Top
`;

const faulty: Readonly<Record<string, string>> = {
  keys: `school-policy:
  name: hill-top
  titel: Hill Top
  extends: {name: england}
parameters:
  target: {is: 95%, lock: firm, clause: [HIL-021]}
  target: 96%
  notice: {lock: fixed}
  empty:
stauses:
  late: {when: absent}
statuses:
  needed: {when: absent, from: letter sent, until: unspecified}
  open: {from: letter sent}
`,
  traps: `${head}
codes:
  "/": {means: Present, category: attending, on-site: perhaps}
  #: {means: Planned closure, category: not-possible}
  08: {means: Unknown, category: attending}
codings:
  reasons:
    - code: #
      when: reason is closure
    - {code: N, when: 'judged "unknown" by office'}
registers:
  morning:
    - {moment: opens, is: 8:55}
    - {moment: closes, is: unspecified}
notes:
  - |
    Two lines
    of text.
`,
  phrases: `${head}
parameters:
  target: "95,5%"
  fine: [£60 until 2024-08-18, £80 form 2024-08-19]
statuses:
  folded:
    when: >-
      attendance this year
      below 95% adn
      absent
  escaped:
    when: "judged \\"causing concern\\" bye headteacher"
  quoted: 'judged ''causing concern'' by headteacher'
procedures:
  concern:
    for-each: each year
    course:
      - starts: attendance this year
      - step: letter one
        at: start
        do: []
      - step: second
        at: next scool morning of
        if: unless absent
        do:
          - office must send letter-1 too parents
          - {sentence: office send letter-1, clauses: [HIL021]}
`,
  lists: `${head}
registers:
  morning: opens at 08:55
  afternoon:
    times:
      - {momen: opens, is: "13:00"}
      - opens 13:00
acts: [visit]
notes: {says: A note}
procedures:
  concern:
    for-each: year
    course:
      - {starts: absent, ends: not absent}
      - {start: absent}
      - question: which
        alternatives:
          - {chosen: one, or: two, is: []}
          - {because: so}
examples:
  a story:
    - {pupil: "year 4, flagged looked-after"}
    - {at: 2026-03-02 09:00, marks: GG}
    - {arrives: 2026-03-02}
    - {at: today, expect: absent}
`,
  tab: `${head}parameters:
\ttarget: 95%
`,
  colon: `${head}notes:
  - says: The rule: be on time
`,
  unclosed: `${head}acts:
  visit: {by: [office, headteacher, says: visited}
duties: {}
`,
  "hash in brackets": `${head}codings:
  reasons: [{code: #, when: absent}]
`,
  backslash: `${head}codes:
  "\\": {means: Present, category: attending}
`,
  "no policy": `parameters: {target: 95%}
`,
  "not a policy": `- a list
`,
};

describe("what is wrong with a policy in YAML is told at its place", () => {
  test.each(Object.entries(faulty))("%s", async (name, text) => {
    const { diagnostics } = parseYamlPolicy(makeSource(`${name}.rollcall.yaml`, text));
    expect(diagnostics).not.toEqual([]);
    await golden(`${name.replaceAll(" ", "-")}.txt`, `${renderDiagnostics(diagnostics, { colour: false })}\n`);
  });

  test("a file of clauses", async () => {
    const { diagnostics, file } = readClauses(
      makeSource(
        "clauses.yaml",
        `policy:
  titel: Attendance policy
  school: null
clauses:
  - {id: HIL-001, where: page 1, says: A rule., kind: role, figures: {n: 1, seen: null}, evaluates: All of it., level: school}
  - {id: HIL-001, where: page 2, says: Another., kind: role, evaluates: All of it., level: schol}
  - {id: hil-2, where: page 2, says: Another., kind: role, evaluates: All of it., level: school}
  - {where: page 2, say: A rule without a number.}
  - a rule
`,
      ),
    );
    expect([...file.clauses.keys()]).toEqual(["HIL-001"]);
    await golden("clauses.txt", `${renderDiagnostics(diagnostics, { colour: false })}\n`);
  });
});

describe("a phrase is told off in YAML as in the text", () => {
  const wrong = [
    "attendance this year belo 95%",
    "attendance this year below",
    "absent and late or away",
    'judged "x by headteacher',
    "count of in 10 school weeks at least 3",
    "not",
    "absent )",
    "95%",
  ];

  const ways: Readonly<Record<string, (phrase: string) => string>> = {
    plain: (phrase) => `    when: ${phrase}`,
    "in double quotation marks": (phrase) => `    when: ${JSON.stringify(phrase)}`,
    "in single quotation marks": (phrase) => `    when: '${phrase}'`,
    folded: (phrase) => `    when: >-\n      ${phrase.replaceAll(" ", "\n      ")}`,
    "as a block": (phrase) => `    when: |\n      ${phrase}`,
  };

  test.each(Object.keys(ways).flatMap((way) => wrong.map((phrase) => [way, phrase] as const)))(
    "%s: %s",
    (way, phrase) => {
      const inText = parsePolicy(
        makeSource("a.rollcall", `school policy a "A"\nstatus b when ${phrase}\n`),
      ).diagnostics;
      const written = `${head}statuses:\n  b:\n${ways[way]?.(phrase)}\n`;
      const inYaml = parseYamlPolicy(makeSource("a.rollcall.yaml", written)).diagnostics;
      const what = (diagnostics: typeof inText) =>
        diagnostics.map((each) => [
          each.code,
          messageOf(each).replaceAll(/\s+/g, " "),
          spanText(each.span).replaceAll("\\", "").replaceAll(/\s+/g, " "),
        ]);
      expect(inText).not.toEqual([]);
      expect(what(inYaml)).toEqual(what(inText));
    },
  );
});
