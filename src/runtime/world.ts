// One policy on one calendar, with everything that is the same for all pupils worked out once.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { momentOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { SessionClock, SessionRange, Window } from "../school/window.ts";
import type { Category, CodeVersion, Program, RegisterTimes, SessionSet } from "./program.ts";

/** What a session of a pupil holds: a code version (1 and up), nothing yet (MISSING), or no roll here (OFF_ROLL). */
export const MISSING = 0;
export const OFF_ROLL = 255;

/** A session is one byte, of which a packed register keeps one more value for itself. */
export const MOST_CODES = 253;

/** Stands in where a policy does not say when a register opens or closes, or the day ends (S5); shown as assumed. */
export const ASSUMED = {
  AM: { opens: 9 * 3600, closes: 9 * 3600 + 30 * 60 },
  PM: { opens: 13 * 3600, closes: 13 * 3600 + 30 * 60 },
  dayEnds: 15 * 3600 + 30 * 60,
} as const;

/** The clock of one group of pupils. */
export interface Timing extends SessionClock {
  readonly opens: readonly [number, number];
  readonly closes: readonly [number, number];
  readonly dayEnds: number;
  readonly registers: readonly RegisterTimes[];
  readonly endOfDay: (day: Day) => Moment;
  /** Windows that hang on nothing but the calendar, worked out once for all pupils who keep these times. */
  readonly ranges: Map<Window, Map<Moment, SessionRange | undefined>>;
}

export interface World {
  readonly program: Program;
  readonly calendar: Calendar;
  /** Per session set: 1 where a session holding this code version belongs. */
  readonly members: readonly Uint8Array[];
  /** Category by code version; index 0 is a missing mark. */
  readonly categories: readonly (Category | "missing")[];
  readonly onSite: readonly boolean[];
  readonly versionsOf: ReadonlyMap<string, readonly number[]>;
  readonly timings: Map<string, Timing>;
}

export function makeWorld(program: Program, calendar: Calendar): World {
  const versionsOf = new Map<string, number[]>();
  program.codes.forEach((version, index) => {
    const list = versionsOf.get(version.code);
    if (list === undefined) versionsOf.set(version.code, [index + 1]);
    else list.push(index + 1);
  });
  return {
    program,
    calendar,
    members: program.sets.map((set) => membersOf(set, program.codes)),
    categories: ["missing", ...program.codes.map((version) => version.category)],
    onSite: [false, ...program.codes.map((version) => version.onSite)],
    versionsOf,
    timings: new Map(),
  };
}

/** The version of a code in force on a session's own day (S15), or MISSING where there is none. */
export function versionOn(world: World, code: string, day: Day): number {
  for (const version of world.versionsOf.get(code) ?? []) {
    const { from, until } = world.program.codes[version - 1] as CodeVersion;
    if ((from === undefined || day >= from) && (until === undefined || day <= until)) return version;
  }
  return MISSING;
}

/** By code version: 1 where a session that holds it belongs to the set. */
export function membersOf(set: SessionSet, codes: readonly CodeVersion[]): Uint8Array {
  const members = new Uint8Array(256);
  codes.forEach((version, index) => {
    if (inCategory(set.category, version) && (set.codes.length === 0 || set.codes.includes(version.code)))
      members[index + 1] = 1;
  });
  if (set.codes.length === 0 && (set.category === "missing" || set.category === "any")) members[MISSING] = 1;
  return members;
}

function inCategory(category: SessionSet["category"], { category: own, onSite, late }: CodeVersion): boolean {
  const attended = own === "attending" || own === "approved";
  const absent = own === "authorised" || own === "unauthorised";
  switch (category) {
    case "attended":
      return attended;
    case "absent":
      return absent;
    case "authorised":
    case "unauthorised":
      return own === category;
    case "possible":
      return attended || absent;
    case "away":
      return absent && !onSite;
    case "late":
      return late;
    case "any":
      return true;
    case "missing":
      return false;
  }
}

/** The register times that a group of pupils keeps; registers for the group come before those for everyone. */
export function timingOf(world: World, groups: ReadonlySet<string>): Timing {
  const mine = world.program.registers.filter(({ group }) => group === undefined || groups.has(group));
  const key = [...groups].toSorted().join(" ");
  const known = world.timings.get(key);
  if (known !== undefined) return known;
  const forHalf = (half: "AM" | "PM", what: "opens" | "closes" | "dayEnds"): number | undefined =>
    mine.find((register) => register.half === half && register.group !== undefined && register[what] !== undefined)?.[
      what
    ] ?? mine.find((register) => register.half === half && register[what] !== undefined)?.[what];
  const opens = [forHalf("AM", "opens") ?? ASSUMED.AM.opens, forHalf("PM", "opens") ?? ASSUMED.PM.opens] as const;
  const closes = [
    forHalf("AM", "closes") ?? Math.max(opens[0], ASSUMED.AM.closes),
    forHalf("PM", "closes") ?? Math.max(opens[1], ASSUMED.PM.closes),
  ] as const;
  const dayEnds = Math.max(forHalf("PM", "dayEnds") ?? forHalf("AM", "dayEnds") ?? ASSUMED.dayEnds, closes[1]);
  const { sessionDay, sessionHalf } = world.calendar;
  const timing: Timing = {
    opens,
    closes,
    dayEnds,
    registers: mine,
    opensAt: (session) => momentOf(sessionDay[session] as Day, opens[sessionHalf[session] as 0 | 1]),
    closesAt: (session) => momentOf(sessionDay[session] as Day, closes[sessionHalf[session] as 0 | 1]),
    endOfDay: (day) => momentOf(day, dayEnds),
    ranges: new Map(),
  };
  world.timings.set(key, timing);
  return timing;
}
