// The queries on PostgreSQL, within the process and on a server of its own: the same answers as the interpreter's.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownDay } from "../../../src/school/day.ts";
import { compareOn } from "./differences.ts";
import { openPglite } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { openServer } from "./postgres-server.ts";
import { policyIn, policyNamed, policyNames, pupilsAbout, queryOf } from "./questions.ts";

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

test("a PostgreSQL server says of every pupil what the interpreter says", async () => {
  const server = await openServer();
  try {
    const decision = policyIn(new URL("../../bench/decision/decision.rollcall", import.meta.url), "decision");
    for (const policy of [decision, policyNamed("atlp")]) {
      const records = pupilsAbout(policy, asOf, pupils, 11);
      const compared = await compareOn(server, queryOf(policy, "postgresql", asOf), policy.calendar, asOf, records);
      expect(compared.differences.slice(0, 10)).toEqual([]);
      expect(compared.answers).toBeGreaterThan(50);
    }
  } finally {
    await server.close();
  }
});
