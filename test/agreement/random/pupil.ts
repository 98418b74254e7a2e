// Random pupils for a random policy: those of test/random-record.ts, and what few pupils have: two spells on roll, an age, links
// to parents that begin and end, marks of another school, records with a date alone, notices withdrawn, arrivals told late.

import { pick, randomRecord } from "../../random-record.ts";
import type { Chance } from "../../random-record.ts";
import type { Program } from "../../../src/runtime/program.ts";
import type { Calendar } from "../../../src/school/calendar.ts";
import type { Day } from "../../../src/school/day.ts";
import { dayOf, lastInstant, momentOf } from "../../../src/school/moment.ts";
import type { Moment } from "../../../src/school/moment.ts";
import type { Mark, PupilRecord } from "../../../src/school/record.ts";
import { chanceOf } from "./chance-of.ts";

/** A pupil, and the moments at which to look at them, in order. */
export interface RandomPupil {
  readonly record: PupilRecord;
  readonly moments: readonly Moment[];
}

export function randomPupil(program: Program, calendar: Calendar, seed: number): RandomPupil {
  const chance = chanceOf(seed, 7);
  const { from, to } = stretch(calendar, chance);
  const drawn = withOddities(randomRecord(program, calendar, chance(1_000_000_000), from, to), chance, from, to);
  const record = chance(2) === 0 ? drawn : knownAtOnce(drawn);
  const some = Array.from({ length: 3 }, () => momentIn(chance, from, to));
  return { record, moments: [...new Set([...some, lastInstant(to)])].toSorted((a, b) => a - b) };
}

/** Some weeks of the calendar, often over its turn of years. */
function stretch(calendar: Calendar, chance: Chance): { readonly from: Day; readonly to: Day } {
  const span = Math.max(1, calendar.lastDay - calendar.firstDay);
  const turn = calendar.plan.years[1]?.from;
  const from = turn !== undefined && chance(3) === 0 ? turn - chance(40) : calendar.firstDay + chance(span);
  return { from, to: from + 3 + chance(pick(chance, [12, 40, 90])) };
}

/** At a register's close, at the end of a day, at midnight, or at any second. */
function momentIn(chance: Chance, from: Day, to: Day): Moment {
  const day = from + chance(to - from + 1);
  return pick(chance, [
    lastInstant(day),
    momentOf(day, pick(chance, [9 * 3600 + 600, 9 * 3600 + 1800, 13 * 3600 + 900, 15 * 3600 + 1500, 0])),
    momentOf(day, chance(86_400)),
  ]);
}

function withOddities(record: PupilRecord, chance: Chance, from: Day, to: Day): PupilRecord {
  const { pupil, marks, arrivals, log } = record;
  const left = from + chance(to - from + 1);
  const spells = chance(12) === 0 ? [{ from, to: left }, { from: left + 1 + chance(9) }] : pupil.onRoll;
  return {
    pupil: {
      ...pupil,
      onRoll: spells,
      ...(chance(3) === 0 ? {} : { born: from - 365 * (5 + chance(8)) - chance(365) }),
      parents: pupil.parents.map((link) => {
        if (chance(5) !== 0) return link;
        const since = from + chance(20);
        return { ...link, from: since, until: Math.max(since, to - chance(20)), responsibility: chance(2) === 0 };
      }),
    },
    marks: marks.map((mark) => (chance(80) === 0 ? { ...mark, setting: "elsewhere" } : mark)),
    arrivals: arrivals.map((arrival) =>
      chance(10) === 0 ? { ...arrival, known: arrival.at + chance(86_400) } : arrival,
    ),
    log: log.map((entry) => {
      if (chance(10) === 0) return { ...entry, happened: lastInstant(dayOf(entry.happened)) };
      return chance(25) === 0 ? { ...entry, fields: { ...entry.fields, withdrawn: "yes" } } : entry;
    }),
  };
}

/** The same facts as they are known in the end, all of them known when they happened. */
export function knownAtOnce(record: PupilRecord): PupilRecord {
  const newest = new Map<string, Mark>();
  for (const mark of record.marks) {
    const key = `${mark.day} ${mark.half}`;
    const other = newest.get(key);
    if (other === undefined || (other.known ?? 0) <= (mark.known ?? 0)) newest.set(key, mark);
  }
  return {
    ...record,
    marks: [...newest.values()].map(({ known: _known, ...mark }) => mark),
    arrivals: record.arrivals.map(({ known: _known, ...arrival }) => arrival),
    log: record.log.map(({ known: _known, ...entry }) => entry),
  };
}
