// A difference that is planted is found, and made small enough to read.

import { expect, test } from "vitest";
import { parse } from "yaml";
import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { readCase } from "../conformance/read-case.ts";
import { writeCase } from "../conformance/write-case.ts";
import type { CaseFile } from "../conformance/case-file.ts";
import { forms } from "./forms.ts";
import type { Form } from "./forms.ts";
import { shrink } from "./shrink.ts";
import { differenceOf, tryPolicy } from "./try-policy.ts";
import type { Mismatch } from "./try-policy.ts";

/** Takes a late mark for one that is not. */
const careless: Form = {
  kind: "pupil",
  name: "careless",
  every: 1,
  open: async ({ ready }) => {
    const codes = ready.ir.codes.map((code) => ({ ...code, late: false }));
    const program = interpret({ ...ready.ir, codes });
    return (calendar) => {
      const world = makeWorld(program, calendar);
      return (record, asOf) => evaluatePupil(world, record, asOf);
    };
  },
};

async function plant(): Promise<Mismatch> {
  for (let seed = 1; seed < 500; seed++) {
    const { mismatch } = await tryPolicy(seed, { calendars: 1, pupils: 10 }, new Map(), [careless]);
    if (mismatch !== undefined) return mismatch;
  }
  throw new Error("no policy counts late marks");
}

test("a form that is careless with late marks is caught, and its case is made small and can be kept", async () => {
  const found = await plant();
  const small = await shrink(found);
  expect(small.policy.text.length).toBeLessThan(found.policy.text.length / 2);
  expect(small.record.marks.length).toBeLessThan(12);
  expect(small.record.marks.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^[LU]$/));
  const text = await writeCase({ ...small, moments: [small.asOf] }, "late marks");
  const { policy, plan, record, expected } = readCase(text);
  expect((parse(text) as CaseFile).title).toBe("late marks");
  const asOf = expected[0]?.asOf ?? 0;
  expect(await differenceOf({ policy, plan, record, asOf }, careless)).toBe(small.difference);
  for (const form of forms) expect(await differenceOf({ policy, plan, record, asOf }, form)).toBeUndefined();
});
