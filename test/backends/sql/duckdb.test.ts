// Every policy as a query on DuckDB: each status, band, measure and moment of every pupil is what the interpreter says. More pupils
// with PUPILS=…, and the queries again and again with REPEAT=… on one, two and four threads.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownDay } from "../../../src/school/day.ts";
import { factRelations } from "../../../src/backends/sql/fact-relations.ts";
import { compareOn, compareRows } from "./differences.ts";
import { load, openDuckdb } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { policyNamed, policyNames, pupilsAbout, queryOf } from "./questions.ts";

const pupils = Number(process.env["PUPILS"] ?? 8);
const repeats = Number(process.env["REPEAT"] ?? 1);
/** A holiday, the first days of a year, a Sunday, the end of a year, and days on either side of 19 August 2024 where a calendar has them. */
const days = ["2026-02-18", "2024-08-19", "2025-09-04", "2026-03-15", "2026-07-17", "2024-08-18", "2024-11-12"].map(
  knownDay,
);

describe("the queries on DuckDB", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  test.each(policyNames)("say of every pupil of %s what the interpreter says", async (name) => {
    const policy = policyNamed(name);
    const covered = days.filter((day) => policy.calendar.covers(day));
    // An ordinary run asks on one day; many pupils are asked of on all.
    const asked = pupils > 50 ? covered : covered.slice(0, 1);
    const reached = new Map<string, number>();
    for (const [index, asOf] of asked.entries()) {
      const records = pupilsAbout(policy, asOf, pupils, index + 1);
      const compared = await compareOn(engine, queryOf(policy, "duckdb", asOf), policy.calendar, asOf, records);
      expect(compared.differences.slice(0, 10)).toEqual([]);
      for (const [kind, count] of compared.reached) reached.set(kind, (reached.get(kind) ?? 0) + count);
    }
    // An agreement about things that never happen proves nothing.
    const kinds = [...reached.keys()];
    expect(kinds).toEqual(expect.arrayContaining(["status true", "status false"]));
    expect(kinds.filter((kind) => kind.startsWith("opened")).length).toBeGreaterThan(3);
    expect(kinds.filter((kind) => kind.startsWith("due")).length).toBeGreaterThan(2);
  });
});

test("the same query gives the same rows however many threads share it", async () => {
  const policy = policyNamed("delapre");
  const asOf = knownDay("2026-03-13");
  const sql = queryOf(policy, "duckdb", asOf);
  const records = pupilsAbout(policy, asOf, pupils * 3, 99);
  for (const threads of [1, 2, 4]) {
    const engine = await openDuckdb(threads);
    await load(engine, [...sql.relations, ...factRelations(records)]);
    for (let time = 0; time < repeats; time++) {
      const [rows, events] = [await engine.rows(sql.query), await engine.rows(sql.instances)];
      expect(compareRows(sql, policy.calendar, asOf, records, rows, events).differences.slice(0, 10)).toEqual([]);
    }
    await engine.close();
  }
});
