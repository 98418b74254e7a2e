// The queries on PostgreSQL's own engine: the same answers as the interpreter's.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownDay } from "../../../src/school/day.ts";
import { compareOn } from "./differences.ts";
import { openPglite } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { policyNamed, policyNames, pupilsAbout, queryOf } from "./questions.ts";

const pupils = Number(process.env["PUPILS"] ?? 5);
const asOf = knownDay("2026-02-18");

describe("the queries on PostgreSQL", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openPglite();
  });
  afterAll(() => engine.close());

  test.each(policyNames)("say of every pupil of %s what the interpreter says", async (name) => {
    const policy = policyNamed(name);
    const records = pupilsAbout(policy, asOf, pupils, 7);
    const compared = await compareOn(engine, queryOf(policy, "postgresql", asOf), policy.calendar, asOf, records);
    expect(compared.differences.slice(0, 10)).toEqual([]);
    expect(compared.answers).toBeGreaterThan(50);
  });
});
