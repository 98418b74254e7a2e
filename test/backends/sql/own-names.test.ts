// What a script drops is Rollcall's own, whatever tables lie beside it.

import { expect, test } from "vitest";
import { knownDay } from "../../../src/school/day.ts";
import { policyNamed, queryOf } from "./questions.ts";

test("the steps that Spark makes are dropped, made and read under names that nobody else has", () => {
  const { before, query, instances } = queryOf(policyNamed("hall-green"), "spark", knownDay("2026-03-13"));
  const made = before.flatMap((statement) => [...statement.matchAll(/^(?:-- .*\n)?(?:DROP|CREATE)[A-Z ]* `(\w+)`/g)]);
  expect(made.length).toBeGreaterThan(100);
  const names = new Set(made.map(([, name]) => name ?? ""));
  expect([...names].filter((name) => !name.startsWith("rollcall_step_"))).toEqual([]);
  const read = [...before, query, instances].flatMap((text) => [...text.matchAll(/(?:FROM|JOIN) `(\w+)`/g)]);
  const inputs = new Set(["register", "pupils", "rolls", "flags", "rollcall_days", "rollcall_periods"]);
  expect(read.map(([, name]) => name ?? "").filter((name) => !names.has(name) && !inputs.has(name))).toEqual([]);
});
