// The queries on calendars where counting goes wrong first, and on the pupils of the policies' own examples: on DuckDB with one thread
// and with four, and on PostgreSQL. An ordinary run asks a little; with PUPILS=… every policy, every day and every example, again and
// again.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schoolOf } from "../../../src/examples/school-of.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import { makeCalendar } from "../../../src/school/calendar.ts";
import type { Day } from "../../../src/school/day.ts";
import { dayOf } from "../../../src/school/moment.ts";
import type { PupilRecord } from "../../../src/school/record.ts";
import { makeChance } from "../../random-record.ts";
import { compareOn, registerOnly } from "./differences.ts";
import { openDuckdb, openPglite } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { oddCalendars } from "./odd-calendars.ts";
import { policyIn, policyNames, policyNamed, pupilsAbout, queryOf } from "./questions.ts";
import type { Policy } from "./questions.ts";

const many = process.env["PUPILS"] !== undefined;
const repeats = many ? 5 : 1;

/** Of each the rows that were told, one engine like the other. */
let engines: readonly (readonly [string, Engine])[] = [];

beforeAll(async () => {
  engines = [
    ["DuckDB, one thread", await openDuckdb(1)],
    ["DuckDB, four threads", await openDuckdb(4)],
    ["PostgreSQL", await openPglite()],
  ];
});

afterAll(async () => {
  for (const [, engine] of engines) await engine.close();
});

/** Asks every engine, as often as the run allows; gives how much came up. */
async function askAll(policy: Policy, asOf: Day, records: readonly PupilRecord[], which = engines): Promise<number> {
  let answers = 0;
  for (let time = 0; time < repeats; time++) {
    for (const [name, engine] of which) {
      const sql = queryOf(policy, engine.dialect, asOf);
      const compared = await compareOn(engine, sql, policy.calendar, asOf, records);
      expect(compared.differences.slice(0, 5), `${name} as of day ${asOf}`).toEqual([]);
      answers += compared.answers;
    }
  }
  return answers;
}

/** Who leaves in the middle of a window and comes back, and who is not there yet. */
function comingAndGoing(records: readonly PupilRecord[], asOf: Day, seed: number): readonly PupilRecord[] {
  const chance = makeChance(seed);
  return records.map((record, index): PupilRecord => {
    const [{ from } = { from: asOf }] = record.pupil.onRoll;
    const leaves = Math.max(from, asOf - 1 - chance(20));
    const again = chance(2) === 0 ? [{ from: leaves + 2 + chance(9) }] : [];
    const onRoll = [[{ from, to: leaves }, ...again], [{ from: asOf + chance(3) }], record.pupil.onRoll][index % 3];
    return { ...record, pupil: { ...record.pupil, onRoll: onRoll ?? [] } };
  });
}

const odd = oddCalendars.map((each, place) => ({ ...each, place }));

describe.each(odd)("on a calendar of $plan.name", ({ plan, asked, place }) => {
  const calendar = makeCalendar(plan);
  const names = many ? [...policyNames, "decision"] : ["decision"];

  test.each(names)("the query of %s says what the interpreter says", async (name) => {
    const file =
      name === "decision" ? "../../bench/decision/decision.rollcall" : `../../../policies/${name}/${name}.rollcall`;
    const policy = policyIn(new URL(file, import.meta.url), name, calendar);
    for (const [index, asOf] of (many ? asked : asked.slice(0, 1)).entries()) {
      const records = pupilsAbout(policy, asOf, many ? 30 : 9, index + 1);
      const which = many ? engines : engines.filter((_engine, turn) => turn === place % engines.length);
      expect(await askAll(policy, asOf, comingAndGoing(records, asOf, index + 5), which)).toBeGreaterThan(50);
    }
  });
});

describe("the pupils of a policy's own examples", () => {
  test.each(many ? policyNames : ["hall-green"])("of %s, all at once", async (name) => {
    const policy = policyNamed(name);
    const world = makeWorld(policy.program, policy.calendar);
    const byDay = new Map<Day, PupilRecord[]>();
    for (const [place, example] of policy.examples.entries()) {
      const [record] = schoolOf(world, example).pupils;
      if (record === undefined) continue;
      const id = `P${place}`;
      const marks = record.marks.map((mark) => ({ ...mark, pupil: id }));
      const named = registerOnly({ ...record, pupil: { ...record.pupil, id }, marks });
      for (const day of new Set(example.expectations.map(({ at }) => dayOf(at))))
        if (policy.calendar.covers(day)) byDay.set(day, [...(byDay.get(day) ?? []), named]);
    }
    // In an ordinary run the day on which most of them are asked about.
    const days = [...byDay].toSorted(([, one], [, other]) => other.length - one.length).slice(0, many ? byDay.size : 1);
    let pupils = 0;
    for (const [asOf, records] of days) {
      expect(await askAll(policy, asOf, records, many ? engines : engines.slice(1, 2))).toBeGreaterThan(10);
      pupils += records.length;
    }
    expect(pupils).toBeGreaterThan(many ? 20 : 5);
  });
});
