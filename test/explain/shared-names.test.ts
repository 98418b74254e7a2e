// Kinds may share a name: the reason that is given for one is its own, and so is the place in the policy.

import { describe, expect, test } from "vitest";
import { openCase } from "../../src/explain/case.ts";
import { explainBand, explainStatus } from "../../src/explain/why-standing.ts";
import { explainObligation } from "../../src/explain/why.ts";
import { lower } from "../../src/ir/from-model.ts";
import type { Rule } from "../../src/ir/rules.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { Mark } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

const compilation = compileFile(new URL("shared-names.rollcall", import.meta.url));
const { ready, model } = compilation;
if (ready === undefined || model === undefined)
  throw new Error(`the policy is not sound: ${compilation.diagnostics.map(({ code }) => code).join(", ")}`);
const policy = { ...ready, model };
const monday = knownDay("2025-09-08");

const marks = [0, 1, 2, 3].flatMap((after) =>
  (["AM", "PM"] as const).map((half): Mark => ({ pupil: "P1", day: monday + after, half, code: "O" })),
);
const pupil = { id: "P1", year: 4, onRoll: [{ from: monday }], flags: [], parents: [], attributes: {} };
const opened = openCase(
  policy,
  makeWorld(policy.program, calendarOf(compilation)),
  { pupil, marks, arrivals: [], log: [] },
  lastInstant(monday + 3),
);

describe("a name that several kinds share", () => {
  test("gives each its own reason", () => {
    expect(explainStatus(opened, "concern")?.sentence).toBe(
      "“Worrying” holds, because concerns is 8 sessions, at least 8 sessions.",
    );
    expect(explainBand(opened, "concern")?.sentence).toBe(
      "“Poor” applies, because attendance this year is 0% (0 of 8 sessions).",
    );
    const [owed] = opened.outcome.obligations;
    expect(owed === undefined ? "" : explainObligation(opened, owed).sentence).toContain(
      "because it is part of “Looking into it”",
    );
  });

  test("hides no rule behind another, lowered at once or again", () => {
    const { ir, rules } = lower(model, ready);
    expect([...rules.keys()]).toEqual([...ready.rules.keys()]);
    const kindsOf = (...kinds: readonly Rule["kind"][]): number =>
      [...rules.values()].filter(({ kind }) => kinds.includes(kind)).length;
    expect(kindsOf("status")).toBe(ir.statuses.length);
    expect(kindsOf("bands")).toBe(ir.bands.length);
    expect(kindsOf("measure")).toBe(ir.measures.length);
    expect(kindsOf("procedure", "duty")).toBe(ir.procedures.length);
    expect(kindsOf("zone")).toBe(ir.registers.flatMap(({ zones }) => zones).length);
    expect(kindsOf("coding")).toBe(ir.codings.flatMap(({ rows }) => rows).length);
  });
});
