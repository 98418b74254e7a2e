// School time worked out from a planned calendar: plan → a value that answers which days, sessions, weeks and periods there are.
// Knows no register times and no policy; outside the planned span it says that it does not know, and never guesses.

import { Bug } from "../support/bug.ts";
import type { CalendarPlan, Half } from "./calendar-plan.ts";
import { makeDayCounting, schoolWeeksBegun } from "./counting.ts";
import type { DayCounting } from "./counting.ts";
import type { Day } from "./day.ts";
import { makeDayKinds } from "./day-kinds.ts";
import type { DayKind } from "./day-kinds.ts";
import { makePeriods } from "./periods.ts";
import type { Periods } from "./periods.ts";
import { faultsOfPlan } from "./plan-faults.ts";
import { isSchoolDay, isWorkingDay, makeSessionTable } from "./session-table.ts";

/** Everything a policy may ask of school time. Sessions, school days and school weeks are numbered in order from nought. */
export interface Calendar extends DayCounting, Periods {
  readonly plan: CalendarPlan;
  readonly name: string;
  /** First and last planned day; with no year planned, the first comes after the last. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day of each session. */
  readonly sessionDay: Int32Array;
  /** The half of each session: 0 morning, 1 afternoon. */
  readonly sessionHalf: Uint8Array;
  readonly sessionCount: number;
  readonly schoolDays: Int32Array;
  /** The Monday of each school week. */
  readonly schoolWeekMonday: Int32Array;
  /** Whether the day lies in the planned span; outside it nothing is known. */
  readonly covers: (day: Day) => boolean;
  readonly dayKind: (day: Day) => DayKind;
  /** The planned calendar has a session that day (S3). */
  readonly isSchoolDay: (day: Day) => boolean;
  /** Monday to Friday, not a bank holiday; INSET days and holiday weekdays count (S3). False outside the planned span. */
  readonly isWorkingDay: (day: Day) => boolean;
  /** The number of the first session on the day or later; `sessionCount` when there is none. */
  readonly firstSessionOnOrAfter: (day: Day) => number;
  /** The sessions of a day as a half-open range: `from` belongs, `to` does not. */
  readonly sessionsOn: (day: Day) => { readonly from: number; readonly to: number };
  /** The number of one session, or -1 where the calendar has none. */
  readonly sessionOrdinal: (day: Day, half: Half) => number;
  /** The number of the last school day on the day or earlier, or -1. */
  readonly schoolDayIndex: (day: Day) => number;
  /** The number of the school week that holds the day, else of the latest one before it, or -1. */
  readonly schoolWeekIndex: (day: Day) => number;
}

/** Works a plan out. Give it only a plan that `faultsOfPlan` finds no fault with; another is a `Bug`. */
export function makeCalendar(plan: CalendarPlan): Calendar {
  const fault = faultsOfPlan(plan)[0];
  if (fault !== undefined) throw new Bug(`calendar plan: ${fault.kind} at ${fault.path.join(".")} (${fault.subject})`);
  const kinds = makeDayKinds(plan);
  const table = makeSessionTable(plan, kinds);
  const { firstDay, lastDay } = kinds;
  const covers = (day: Day): boolean => day >= firstDay && day <= lastDay;
  const place = (day: Day): number => Math.min(Math.max(day - firstDay, 0), Math.max(0, lastDay - firstDay + 1));
  const firstSessionOnOrAfter = (day: Day): number => table.sessionsBefore[place(day)] as number;
  const sessionOrdinal = (day: Day, half: Half): number => {
    for (let session = firstSessionOnOrAfter(day); table.sessionDay[session] === day; session++) {
      if (table.sessionHalf[session] === (half === "AM" ? 0 : 1)) return session;
    }
    return -1;
  };
  return {
    plan,
    name: plan.name,
    firstDay,
    lastDay,
    sessionDay: table.sessionDay,
    sessionHalf: table.sessionHalf,
    sessionCount: table.sessionDay.length,
    schoolDays: table.schoolDays.days,
    schoolWeekMonday: table.schoolWeekMonday,
    covers,
    dayKind: kinds.at,
    isSchoolDay: (day) => isSchoolDay(kinds.at(day)),
    isWorkingDay: (day) => isWorkingDay(kinds.at(day)),
    firstSessionOnOrAfter,
    sessionsOn: (day) => ({ from: firstSessionOnOrAfter(day), to: firstSessionOnOrAfter(day + 1) }),
    sessionOrdinal,
    schoolDayIndex: (day) => (table.schoolDays.before[place(day + 1)] as number) - 1,
    schoolWeekIndex: (day) => schoolWeeksBegun(table.schoolWeekMonday, day) - 1,
    ...makePeriods(plan, covers),
    ...makeDayCounting(kinds, table),
  };
}
