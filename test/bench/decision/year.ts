// What every hand-written form knows beforehand: the calendar and the codes, worked out once into small tables.

import type { CodeVersion } from "../../../src/runtime/program.ts";
import type { World } from "../../../src/runtime/world.ts";
import type { Day } from "../../../src/school/day.ts";

/** What a mark counts as, in bits. A mark that is neither of the first three is of a session that was not possible. */
export const ATTENDED = 1;
export const AUTHORISED = 2;
export const UNAUTHORISED = 4;
export const LATE = 8;

export interface Year {
  /** School days; each has two slots, a morning and an afternoon. */
  readonly days: number;
  readonly slots: number;
  /** The date of each school day, in days since 1970-01-01. */
  readonly dates: Int32Array;
  /** By school day: the first slot of this school week and the nine before it. */
  readonly windowFrom: Int16Array;
  /** By school day: which school week it lies in. */
  readonly weekOf: Int16Array;
  /** The first slot of the half-term that the year ends in. */
  readonly halfTermFrom: number;
  /** By school day: the first school day that lies fourteen calendar days later or more; `days` where there is none. */
  readonly afterWait: Int16Array;
  /** By version of a code, as the register's bytes hold it. */
  readonly kinds: Uint8Array;
  /** By version of a code: the letter; blank for a missing mark. */
  readonly letters: readonly string[];
  readonly versions: ReadonlyMap<string, number>;
  /** The two marks of a day on which a pupil was simply there. */
  readonly plain: readonly [number, number];
}

/** The first letter waits for the twenty-first school day. */
export const FIRST_LETTER_DAY = 20;
const WEEKS = 10;
const WAIT = 14;

export function makeYear({ calendar, program, categories }: World): Year {
  const dates = calendar.schoolDays;
  const days = dates.length;
  if (calendar.sessionCount !== 2 * days) throw new Error("the hand-written forms expect two sessions on every day");
  const weekOf = Int16Array.from(dates, (day) => calendar.schoolWeekIndex(day));
  const firstOfWeek = (week: number): number => weekOf.findIndex((each) => each >= week);
  const halfTerm = calendar.period("half-term", dates.at(-1) as Day);
  if (halfTerm === undefined) throw new Error("the last school day lies in no half-term");
  const kinds = new Uint8Array(256);
  program.codes.forEach(({ late }, index) => {
    kinds[index + 1] = bitOf(categories[index + 1]) | (late ? LATE : 0);
  });
  const versions = new Map(program.codes.map(({ code }, index) => [code, index + 1]));
  return {
    days,
    slots: 2 * days,
    dates,
    weekOf,
    windowFrom: weekOf.map((week) => 2 * firstOfWeek(Math.max(0, week - WEEKS + 1))),
    halfTermFrom: 2 * dates.findIndex((day) => day >= halfTerm.from),
    afterWait: Int16Array.from(dates, (day) => {
      const found = dates.findIndex((later) => later >= day + WAIT);
      return found < 0 ? days : found;
    }),
    kinds,
    letters: ["", ...program.codes.map(({ code }: CodeVersion) => code)],
    versions,
    plain: [versions.get("/") as number, versions.get("\\") as number],
  };
}

function bitOf(category: World["categories"][number] | undefined): number {
  switch (category) {
    case "attending":
    case "approved":
      return ATTENDED;
    case "authorised":
      return AUTHORISED;
    case "unauthorised":
      return UNAUTHORISED;
    case "not-possible":
    case "administrative":
    case "missing":
    case undefined:
      return 0;
  }
}
