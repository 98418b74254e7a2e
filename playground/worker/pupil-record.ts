// A sketch of a pupil → the record that the policy is run on: whatever the sketch does not mention is attended.

import { dayOf } from "../../src/wording.ts";
import type { Calendar, PupilRecord } from "../../src/index.ts";
import type { Sketch } from "./pupil-protocol.ts";

const PUPIL = "pupil";

/** The same child with nothing missed and nothing on record. */
export function alwaysThere({ marks: _marks, arrivals: _arrivals, log: _log, ...child }: Sketch): Sketch {
  return { ...child, marks: [], log: [] };
}

/** Sessions of the school year, or from the first one told, up to the end of the day asked. */
export function recordOf(sketch: Sketch, calendar: Calendar, asOf: number): PupilRecord {
  const today = dayOf(asOf);
  const told = new Map(sketch.marks);
  const from = firstDayOf(sketch, calendar, today);
  const marks: PupilRecord["marks"][number][] = [];
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] ?? 0;
    if (day > today) break;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    const code = told.get(`${day} ${half}`) ?? (half === "AM" ? "/" : "\\");
    if (code !== "-") marks.push({ pupil: PUPIL, day, half, code });
  }
  return {
    pupil: {
      id: PUPIL,
      year: sketch.year,
      onRoll: [{ from }],
      flags: sketch.flags.map((name) => ({ name })),
      parents: sketch.parents.map((person) => ({ person, responsibility: true, livesWith: true, cares: true })),
      attributes: Object.create(null) as Record<string, string>,
    },
    marks,
    arrivals: (sketch.arrivals ?? []).map((at) => ({ pupil: PUPIL, at, fields: bare({}) })),
    log: sketch.log.map((entry, index) => ({
      ...entry,
      fields: bare(entry.fields),
      id: recordId(index),
      pupil: PUPIL,
    })),
  };
}

/** Without a prototype, so that no field name is special. */
function bare(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.assign(Object.create(null) as Record<string, string>, fields);
}

function firstDayOf(sketch: Sketch, calendar: Calendar, today: number): number {
  const from = sketch.from ?? calendar.period("school-year", today)?.from ?? calendar.firstDay;
  return sketch.marks.reduce((first, [key]) => Math.min(first, Number(key.split(" ")[0])), from);
}

/** A pupil who was found for showing something: marks that are not mentioned are attended here as there. */
export function sketchOf({ pupil, marks, arrivals, log }: PupilRecord): Sketch {
  const from = pupil.onRoll[0]?.from;
  return {
    year: pupil.year,
    flags: pupil.flags.map(({ name }) => name),
    parents: pupil.parents.map(({ person }) => person),
    ...(from === undefined ? {} : { from }),
    marks: marks.map(({ day, half, code }) => [`${day} ${half}`, code]),
    ...(arrivals.length === 0 ? {} : { arrivals: arrivals.map(({ at }) => at) }),
    log: log.map(({ act, object, by, person, happened, fields }) => ({
      act,
      ...(object === undefined ? {} : { object }),
      ...(by === undefined ? {} : { by }),
      ...(person === undefined ? {} : { person }),
      happened,
      fields: { ...fields },
    })),
  };
}

/** How an entry of the sketch's log is known in the record. */
export function recordId(entry: number): string {
  return `entry-${entry + 1}`;
}

/** The place in the sketch's log of a record; undefined where it is no entry of it. */
export function entryOf(record: string): number | undefined {
  const found = /^entry-(\d+)$/.exec(record)?.[1];
  return found === undefined ? undefined : Number(found) - 1;
}
