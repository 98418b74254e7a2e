// What must be so of every pupil, tried on pupils by chance under a real policy.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { parseDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { dayOf, lastInstant, startOfDay } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { compareRatio } from "../../src/units/ratio.ts";
import type { Ratio } from "../../src/units/ratio.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";

const compilation = compileFile(new URL("properties.rollcall", import.meta.url));
const calendar = calendarOf(compilation);
const program = compilation.ready?.program;
if (program === undefined) throw new Error("the policy is not sound");
const world = makeWorld(program, calendar);

const from = parseDay("2025-09-01") as Day;
const seeds = fc.integer({ min: 1, max: 1_000_000 });

function pupil(seed: number, days: number): PupilRecord {
  return randomRecord(world.program, calendar, seed, from, from + days);
}

/** The same facts, all of them known when they happened. */
function withoutDelay(record: PupilRecord): PupilRecord {
  const first = new Map(
    record.marks.filter(({ known }) => known === undefined).map((mark) => [`${mark.day} ${mark.half}`, mark]),
  );
  return { ...record, marks: [...first.values()], log: record.log.map(({ known: _known, ...entry }) => entry) };
}

describe("every pupil", () => {
  test("S34 evaluated day by day, the same opens on the same day as when evaluated at once", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = withoutDelay(pupil(seed, 45));
        const final = evaluatePupil(world, record, lastInstant(from + 45));
        for (let day = from; day <= from + 45; day += 3) {
          const then = evaluatePupil(world, record, lastInstant(day)).obligations.filter(
            ({ state }) => state !== "upcoming",
          );
          const now = final.obligations.filter(({ opened, state }) => state !== "upcoming" && dayOf(opened) <= day);
          expect(then.map(({ id, opened }) => `${id} ${opened}`).toSorted()).toEqual(
            now.map(({ id, opened }) => `${id} ${opened}`).toSorted(),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test("S30 no correction makes anything owed earlier than it was said to be", () => {
    let corrected = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = pupil(seed, 40);
        const said = new Map<string, number>();
        for (let day = from; day <= from + 40; day += 2) {
          const { obligations, overturned } = evaluatePupil(world, record, lastInstant(day));
          for (const { id, opened, state } of obligations) {
            if (state === "upcoming") continue;
            expect(opened, id).toBeGreaterThanOrEqual(said.get(id) ?? opened);
            said.set(id, opened);
          }
          for (const { obligation } of overturned) said.delete(obligation.id);
          corrected += overturned.length;
        }
      }),
      // One pupil in seven has something overturned; these have, so that the property never speaks of nothing.
      { numRuns: 15, examples: [[17], [18], [38]] },
    );
    expect(corrected).toBeGreaterThan(0);
  });

  test("S7 the order of rows never changes an outcome", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const record = pupil(seed, 60);
        const chance = makeChance(seed);
        const shuffle = <T>(rows: readonly T[]): readonly T[] =>
          rows
            .map((row): readonly [number, T] => [chance(1_000_000), row])
            .toSorted(([a], [b]) => a - b)
            .map(([, row]) => row);
        const shuffled = {
          ...record,
          marks: shuffle(record.marks),
          log: shuffle(record.log),
          arrivals: shuffle(record.arrivals),
        };
        expect(evaluatePupil(world, shuffled, lastInstant(from + 60))).toEqual(
          evaluatePupil(world, record, lastInstant(from + 60)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("one attended mark more never lowers attendance", () => {
    const attendance = (record: PupilRecord): Ratio => {
      const value = evaluatePupil(world, record, lastInstant(from + 60)).measures.find(
        ({ name }) => name === "attendance-figure",
      )?.value;
      return typeof value === "object" ? value : { n: 0, d: 1 };
    };
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 80 }), (seed, place) => {
        const record = withoutDelay(pupil(seed, 60));
        const mark = record.marks[place];
        if (mark === undefined) return;
        const better = {
          ...record,
          marks: record.marks.map((other) =>
            other === mark ? { ...mark, code: mark.half === "AM" ? "/" : "\\" } : other,
          ),
        };
        expect(compareRatio(attendance(better), attendance(record))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test("what is done, dropped or overdue was opened, and nothing is due before it opened but what parents knew that morning", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const outcome = evaluatePupil(world, pupil(seed, 90), lastInstant(from + 90));
        for (const { opened, due, state, id, actors } of outcome.obligations) {
          if (state !== "upcoming") expect(opened, id).toBeLessThanOrEqual(outcome.asOf);
          const parents = actors.members.every(({ role }) => role === "parents");
          if (due !== undefined) expect(due, id).toBeGreaterThanOrEqual(parents ? startOfDay(dayOf(opened)) : opened);
        }
        expect(new Set(outcome.obligations.map(({ id }) => id)).size).toBe(outcome.obligations.length);
      }),
      { numRuns: 40 },
    );
  });
});
