// The interpreter and the compiled module say the same of every pupil: two ways of making the same calls. An ordinary run
// takes a few pupils; `npm run agree` takes ten thousand for each policy.

import { describe, expect, test } from "vitest";
import { schoolOf } from "../../src/examples/school-of.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { formatMoment, momentOf } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { loadModule } from "./build-for-test.ts";

const pupils = Number(process.env["PUPILS"] ?? 10);
const hour = 3_600_000;
const policies = ["hall-green", "delapre", "rufford", "newquay", "slade", "invictus", "celt", "atlp"];

const fileOf = (name: string): URL => new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);

async function bothWays(file: URL) {
  const compilation = compileFile(file);
  const calendar = calendarOf(compilation);
  const program = compilation.ready?.program;
  if (program === undefined) throw new Error("the policy is not sound");
  const world = makeWorld(program, calendar);
  const compiled = await loadModule(compilation);
  const interpret = (record: PupilRecord, asOf: Moment): Outcome => evaluatePupil(world, record, asOf);
  const run = (record: PupilRecord, asOf: Moment): Outcome =>
    compiled.evaluate({ ...record, calendar: calendar.plan }, formatMoment(asOf));
  return { compilation, calendar, program, world, interpret, run };
}

/** Told apart as text first, since that is quick; only a difference is worth a comparison part by part. */
function expectSame(one: Outcome, other: Outcome, whose: string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, whose).toEqual(other);
}

describe.each(policies)("%s", (name) => {
  test(`${pupils} pupils by chance have the same outcome from interpreter and module`, { timeout: hour }, async () => {
    const { calendar, program, interpret, run } = await bothWays(fileOf(name));
    const reached = new Set<string>();
    for (let seed = 1; seed <= pupils; seed++) {
      const chance = makeChance(seed + 77);
      const from = knownDay("2025-09-01") + chance(120);
      const to = from + 15 + chance(60);
      const record = randomRecord(program, calendar, seed, from, to);
      const asOf = momentOf(to, 8 * 3600 + chance(12 * 3600));
      const interpreted = interpret(record, asOf);
      expectSame(run(record, asOf), interpreted, `pupil ${seed}`);
      for (const { rule, state } of interpreted.obligations) reached.add(`${rule} ${state}`);
    }
    // An agreement about things that never happen proves nothing.
    expect(reached.size).toBeGreaterThan(30);
    if (pupils > 1000)
      console.log(`${name}: ${pupils} pupils, ${reached.size} rules in one state or another, 0 mismatches`);
  });

  test("every example has the same outcome from interpreter and module", { timeout: hour }, async () => {
    const { compilation, world, interpret, run } = await bothWays(fileOf(name));
    expect(compilation.examples.length).toBeGreaterThan(20);
    for (const example of compilation.examples) {
      const record = schoolOf(world, example).pupils[0];
      const moments = new Set(example.expectations.map(({ at }) => at));
      for (const asOf of record === undefined ? [] : moments) {
        expectSame(run(record as PupilRecord, asOf), interpret(record as PupilRecord, asOf), example.title);
      }
    }
  });
});

/** Every construct of the language, once at least. */
const meanings = new URL("../semantics/", import.meta.url);

test.each(["facts", "figures", "procedures", "time"])(
  "the examples of the semantics' %s have the same outcome from interpreter and module",
  { timeout: hour },
  async (name) => {
    const { compilation, world, interpret, run } = await bothWays(new URL(`${name}.rollcall`, meanings));
    for (const example of compilation.examples) {
      const record = schoolOf(world, example).pupils[0];
      const moments = new Set(example.expectations.map(({ at }) => at));
      for (const asOf of record === undefined ? [] : moments) {
        expectSame(run(record as PupilRecord, asOf), interpret(record as PupilRecord, asOf), example.title);
      }
    }
  },
);
