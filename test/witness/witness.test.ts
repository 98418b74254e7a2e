// Witnesses are judged by running them: a pupil that is said to meet a condition meets it in the interpreter, a pupil that two
// conditions are said to tell apart is told apart, and no smaller register would have done.

import { describe, expect, test } from "vitest";
import { interpretCall } from "../../src/backends/interpreter/interpret.ts";
import type { Compilation } from "../../src/compile.ts";
import { compile } from "../../src/compile.ts";
import type { Condition } from "../../src/checker/model.ts";
import { lowerCondition } from "../../src/ir/lower-expressions.ts";
import { examinePupil } from "../../src/runtime/evaluate.ts";
import type { Test } from "../../src/runtime/program.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeSource } from "../../src/source/text.ts";
import { knownDay } from "../../src/school/day.ts";
import { contains, intervalOf } from "../../src/analysis/interval.ts";
import { ratio } from "../../src/units/ratio.ts";
import { runExample } from "../../src/examples/run-example.ts";
import { differingFacts, factsAtEdges } from "../../src/witness/differing-facts.ts";
import type { Side } from "../../src/witness/differing-facts.ts";
import { exampleText } from "../../src/witness/example-text.ts";
import { dayFor, placeFacts, recordOf } from "../../src/witness/place-facts.ts";
import { ATTENDED, sizeOf } from "../../src/witness/plain-facts.ts";
import type { PlainFacts, WitnessPupil } from "../../src/witness/plain-facts.ts";
import { registerFor } from "../../src/witness/register-for.ts";
import { calendarOf, compileFile, libraryOf } from "../policy-files.ts";

const hallGreenFile = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const calendar = calendarOf(compileFile(hallGreenFile));
const from = knownDay("2026-02-01");
const words = `
flag young "Young"
status struggling "Struggling" when attendance this year below 95% and count of unauthorised sessions this year at least 3 sessions
bands level of attendance this year {
  "Good" from 96%
  "fair" from 92%
  "Poor" below 92%
}
decision worried "Worried?" by headteacher
`;

const schools = new Map<string, Compilation>();

/** A school of one status `asked`, which means the words given. */
function school(condition: string): Compilation {
  const known = schools.get(condition);
  if (known !== undefined) return known;
  const text = `school policy probe "Probe"\nextends england\nin force from 2026-02-01\ncalendar from "./calendar.yaml"\n${words}\nstatus asked "Asked" when ${condition}\n`;
  const compilation = compile(makeSource(hallGreenFile.pathname, text), libraryOf(hallGreenFile));
  expect(compilation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  schools.set(condition, compilation);
  return compilation;
}

function sideOf({ model }: Compilation): Side {
  if (model === undefined) throw new Error("no model");
  const rule = model.statuses.get("asked")?.rule;
  if (rule?.kind !== "when") throw new Error("no condition");
  return { known: { model, day: from }, condition: rule.condition };
}

function place(facts: PlainFacts | undefined): WitnessPupil {
  if (facts === undefined) throw new Error("no facts");
  const day = dayFor(calendar, facts, from);
  const witness = day === undefined ? undefined : placeFacts(calendar, day, facts);
  if (witness === undefined) throw new Error("no day");
  return witness;
}

function holdsFor({ ready }: Compilation, condition: Condition, facts: PlainFacts | undefined): boolean | undefined {
  if (ready === undefined) throw new Error("not sound");
  const witness = place(facts);
  const lowered = lowerCondition(ready.lowering, condition);
  const world = makeWorld({ ...ready.program, sets: ready.lowering.sets.list }, calendar);
  const { replay } = examinePupil(world, recordOf(calendar, witness), witness.at);
  return (interpretCall(lowered) as Test)(replay.context);
}

const pairs: readonly (readonly [string, string])[] = [
  ["attendance this year below 95%", "attendance this year below 96%"],
  ["attendance this year below 95%", "attendance this year at most 95%"],
  ["absence this year at least 10%", "attendance this year below 90%"],
  [
    "count of unauthorised sessions in 10 school weeks at least 10 sessions",
    "count of unauthorised sessions coded G, O, U in 10 school weeks at least 10 sessions",
  ],
  [
    "count of late sessions this half-term at least 3 sessions",
    "count of late sessions this half-term more than 3 sessions",
  ],
  ["count of absences this half-term at least 2 occasions", "count of absences this half-term at least 3 occasions"],
  ["count of absent days this year at least 5 school days", "count of absent days this year more than 5 school days"],
  ["struggling", "attendance this year below 95%"],
  ["level is fair", "attendance this year from 92%"],
  ["young and attendance this year below 95%", "attendance this year below 95%"],
  ["worried or looked-after", "worried"],
  ["year at least 3", "year at least 5"],
  [
    "longest run of absent days this half-term at least 3 school days",
    "longest run of absent days this half-term at least 4 school days",
  ],
];

describe("two conditions", () => {
  test.each(pairs)("%s | %s: the witness is told apart by the interpreter", (one, other) => {
    const [first, second] = [school(one), school(other)];
    const [a, b] = [sideOf(first), sideOf(second)];
    const difference = differingFacts(a, b);
    const tellsApart = (facts: PlainFacts): boolean =>
      (holdsFor(first, a.condition, facts) === true) !== (holdsFor(second, b.condition, facts) === true);
    expect([...difference.firstOnly, ...difference.secondOnly].some(tellsApart)).toBe(true);
  });

  test("a higher threshold reaches more, and no fewer: a proof", () => {
    const difference = differingFacts(
      sideOf(school("attendance this year below 95%")),
      sideOf(school("attendance this year below 96%")),
    );
    expect(difference.mayBeFirstOnly).toBe(false);
    expect(difference.secondOnly[0]).toMatchObject({ sessions: [...Array.from({ length: 19 }, () => ATTENDED), "O"] });
  });

  test.each([
    ["attendance this year below 95%", "absence this year above 5%"],
    ["young and worried", "not (not young or not worried)"],
    ["struggling", "count of unauthorised sessions this year more than 2 sessions and attendance this year below 95%"],
  ])("%s | %s: the same, and proved so", (one, other) => {
    expect(differingFacts(sideOf(school(one)), sideOf(school(other)))).toMatchObject({
      mayBeFirstOnly: false,
      mayBeSecondOnly: false,
    });
  });
});

describe("the edges of a condition", () => {
  test.each([...new Set(pairs.flat())].filter((each) => /\d/.test(each)))(
    "%s: holds on one side, fails on the other",
    (condition) => {
      const compilation = school(condition);
      const side = sideOf(compilation);
      const edges = factsAtEdges(side);
      expect(edges.length).toBeGreaterThan(0);
      for (const { holds, fails } of edges) {
        expect(holdsFor(compilation, side.condition, holds)).toBe(true);
        expect(holdsFor(compilation, side.condition, fails)).not.toBe(true);
      }
    },
  );
});

describe("a register", () => {
  const codes = school("young").model?.codes ?? [];

  test.each([
    ["below", 95],
    ["at-least", 99],
    ["exactly", 87.5],
    ["above", 96.4],
  ] as const)("%s %s%% is the shortest there is", (edge, percent) => {
    const cell = intervalOf(edge, ratio(percent * 10, 1000));
    const found = registerFor(codes, from, { shares: [{ of: { category: "attended", codes: [] }, cell }], counts: [] });
    const possible = (found ?? []).filter((code) => code !== "-").length;
    const reachable = (all: number): boolean =>
      Array.from({ length: all + 1 }, (_, attended) => ratio(attended, all)).some((share) => contains(cell, share));
    expect(reachable(possible)).toBe(true);
    for (let all = 1; all < possible; all++) expect(reachable(all)).toBe(false);
  });

  test("of wishes that cannot stand together there is none", () => {
    const absent = { category: "absent", codes: [] } as const;
    const ill = { category: "absent", codes: ["I"] } as const;
    const counts = [
      { of: absent, sessions: 2, apart: false },
      { of: ill, sessions: 3, apart: false },
    ];
    expect(registerFor(codes, from, { shares: [], counts })).toBeUndefined();
  });
});

describe("a witness as an example", () => {
  test.each(pairs)("%s | %s: its text is read and comes out as the witness does", (one, other) => {
    const compilation = school(one);
    const side = sideOf(compilation);
    const { firstOnly, secondOnly } = differingFacts(side, sideOf(school(other)));
    const facts = [...firstOnly, ...secondOnly].toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
    const holds = holdsFor(compilation, side.condition, facts) === true;
    const text = exampleText("a witness", place(facts), [`${holds ? "" : "no "}asked`]);
    const source = makeSource(hallGreenFile.pathname, `${compilation.source.text}\n${text}`);
    const played = compile(source, libraryOf(hallGreenFile));
    expect(played.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const [example] = played.examples;
    if (example === undefined || played.ready === undefined || played.model === undefined)
      throw new Error("no example");
    expect(runExample({ ...played.ready, model: played.model }, example, calendar).results).toMatchObject([
      { met: true },
    ]);
  });
});
