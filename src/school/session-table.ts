// Sessions, school days and school weeks as flat lists with constant-time look-up: day kinds → typed arrays.
// Knows nothing of opening times; a session here is a day and a half, numbered from nought in order of time.

import type { CalendarPlan, Half } from "./calendar-plan.ts";
import { mondayOf } from "./day.ts";
import type { Day } from "./day.ts";
import type { DayKind, DayKinds } from "./day-kinds.ts";

/** Some of the planned days, numbered in order from nought, with how many of them lie before any day. */
export interface NumberedDays {
  readonly days: Int32Array;
  /** By day since the first planned day, with one entry more than there are days. */
  readonly before: Int32Array;
}

/** The flat school time of a calendar. */
export interface SessionTable {
  /** The day of each session. */
  readonly sessionDay: Int32Array;
  /** The half of each session: 0 morning, 1 afternoon. */
  readonly sessionHalf: Uint8Array;
  /** Like `NumberedDays.before`, for sessions. */
  readonly sessionsBefore: Int32Array;
  readonly schoolDays: NumberedDays;
  readonly workingDays: NumberedDays;
  /** The Monday of each school week: a Monday-to-Sunday week with a planned session (S3). */
  readonly schoolWeekMonday: Int32Array;
}

export function makeSessionTable(plan: CalendarPlan, kinds: DayKinds): SessionTable {
  const schoolDays = numberDays(kinds, isSchoolDay);
  const only = new Map<Day, Half>(plan.oneSession.map((short) => [short.day, short.half]));
  const sessionDay: number[] = [];
  const sessionHalf: number[] = [];
  for (const day of schoolDays.days) {
    for (const half of ["AM", "PM"] as const) {
      if ((only.get(day) ?? half) !== half) continue;
      sessionDay.push(day);
      sessionHalf.push(half === "AM" ? 0 : 1);
    }
  }
  return {
    sessionDay: Int32Array.from(sessionDay),
    sessionHalf: Uint8Array.from(sessionHalf),
    sessionsBefore: countBefore(kinds, sessionDay),
    schoolDays,
    workingDays: numberDays(kinds, isWorkingDay),
    schoolWeekMonday: Int32Array.from(new Set([...schoolDays.days].map(mondayOf))),
  };
}

/** The planned calendar has a session that day (S3). */
export function isSchoolDay(kind: DayKind): boolean {
  return kind === "school-day";
}

/** Monday to Friday and no bank holiday; INSET days and holiday weekdays count (S3). */
export function isWorkingDay(kind: DayKind): boolean {
  return kind !== "outside" && kind !== "weekend" && kind !== "bank-holiday";
}

function numberDays(kinds: DayKinds, belongs: (kind: DayKind) => boolean): NumberedDays {
  const days: number[] = [];
  for (let day = kinds.firstDay; day <= kinds.lastDay; day++) if (belongs(kinds.at(day))) days.push(day);
  return { days: Int32Array.from(days), before: countBefore(kinds, days) };
}

/** For each day, and the one after the last, how many of the given days (in order, repeats allowed) come before it. */
function countBefore(kinds: DayKinds, days: readonly Day[]): Int32Array {
  const before = new Int32Array(Math.max(0, kinds.lastDay - kinds.firstDay + 1) + 1);
  let count = 0;
  for (let index = 0; index < before.length; index++) {
    while (count < days.length && (days[count] as Day) < kinds.firstDay + index) count++;
    before[index] = count;
  }
  return before;
}
