// The stretch of register that a measure looks at: a window and a moment → a range of session numbers (S14).
// Knows when sessions open and close only through the clock it is given; pupils, roll and codes are not its business.

import { assertNever } from "../support/assert-never.ts";
import type { Unit } from "../units/unit.ts";
import type { Calendar } from "./calendar.ts";
import type { CountingUnit } from "./counting.ts";
import { addMonths, addYears } from "./day.ts";
import type { Day } from "./day.ts";
import { dayOf } from "./moment.ts";
import type { Moment } from "./moment.ts";
import type { PeriodUnit, PlannedPeriodUnit } from "./periods.ts";

/** What `last N …` can count: sessions, days and weeks of any kind, and planned periods. */
export type WindowUnit = Extract<Unit, "session"> | CountingUnit | PlannedPeriodUnit;

export type Window =
  | { readonly kind: "this"; readonly period: PeriodUnit }
  | { readonly kind: "previous"; readonly period: PeriodUnit }
  | { readonly kind: "last"; readonly count: number; readonly unit: WindowUnit }
  | { readonly kind: "in-school-weeks"; readonly count: number }
  /** What comes after the moment; of a whole day its first instant is a part too (S1). */
  | { readonly kind: "since"; readonly moment: Moment; readonly including?: boolean }
  | { readonly kind: "between"; readonly from: Moment; readonly to: Moment; readonly including?: boolean }
  | { readonly kind: "ever" }
  | { readonly kind: "today" };

/** When each session's register opens and closes, by session number; both must rise with the number and stay on its day. */
export interface SessionClock {
  readonly opensAt: (session: number) => Moment;
  readonly closesAt: (session: number) => Moment;
}

export interface SessionRange {
  /** Session numbers: `from` belongs, `to` does not; equal when the window holds no closed session. */
  readonly from: number;
  readonly to: number;
  /** First and last day that the window covers; both belong. */
  readonly fromDay: Day;
  readonly toDay: Day;
  /** The window asks for days before the calendar begins, of which nothing is known. */
  readonly beforeCalendar: boolean;
}

/**
 * The sessions in a window asked about at a moment. A session counts once its register has closed. Undefined where the
 * window does not exist: the day lies outside the planned span, in no such period, or no school week has come yet.
 */
export function windowSessions(
  calendar: Calendar,
  window: Window,
  at: Moment,
  clock: SessionClock,
): SessionRange | undefined {
  const today = dayOf(at);
  if (!calendar.covers(today)) return undefined;
  const closed = sessionsClosedBy(calendar, at, clock);
  const since = (fromDay: Day, toDay: Day = today): SessionRange => {
    const to = Math.min(closed, calendar.firstSessionOnOrAfter(toDay + 1));
    const from = Math.min(to, calendar.firstSessionOnOrAfter(fromDay));
    return { from, to, fromDay, toDay, beforeCalendar: fromDay < calendar.firstDay };
  };
  switch (window.kind) {
    case "this": {
      const period = calendar.period(window.period, today);
      return period === undefined ? undefined : since(period.from);
    }
    case "previous": {
      const period = calendar.previousPeriod(window.period, today);
      return period === undefined ? undefined : since(period.from, period.to);
    }
    case "last":
      if (window.unit === "session") return lastSessions(calendar, window.count, closed, today);
      return started(firstDayOfLast(calendar, window.count, window.unit, today), since);
    case "in-school-weeks":
      return started(firstDayOfLast(calendar, window.count, "school-week", today), since);
    case "since":
      return opened(calendar, window.moment, at, clock);
    case "between":
      return opened(calendar, window.from, Math.min(window.to, at), clock);
    case "ever":
      return { ...since(calendar.firstDay), beforeCalendar: false };
    case "today":
      return since(today);
    default:
      return assertNever(window);
  }
}

/** The number of sessions whose registers have closed by the moment, its own instant included. */
export function sessionsClosedBy(calendar: Calendar, at: Moment, clock: SessionClock): number {
  let closed = calendar.firstSessionOnOrAfter(dayOf(at) + 1);
  while (closed > 0 && clock.closesAt(closed - 1) > at) closed--;
  return closed;
}

/** Sessions that open after one moment and have closed by another (S14, `since`). */
function opened(calendar: Calendar, after: Moment, by: Moment, clock: SessionClock): SessionRange {
  const fromDay = dayOf(after);
  const to = sessionsClosedBy(calendar, by, clock);
  let from = calendar.firstSessionOnOrAfter(fromDay);
  while (from < to && clock.opensAt(from) <= after) from++;
  return { from: Math.min(from, to), to, fromDay, toDay: dayOf(by), beforeCalendar: fromDay < calendar.firstDay };
}

function lastSessions(calendar: Calendar, count: number, closed: number, today: Day): SessionRange {
  const from = Math.max(0, closed - count);
  const fromDay = from < closed ? (calendar.sessionDay[from] as Day) : today;
  return { from, to: closed, fromDay, toDay: today, beforeCalendar: closed < count };
}

function started(from: FirstDay, since: (fromDay: Day) => SessionRange): SessionRange | undefined {
  switch (from.kind) {
    case "day":
      return since(from.day);
    case "before-calendar":
      return { ...since(from.from), beforeCalendar: true };
    case "none":
      return undefined;
    default:
      return assertNever(from);
  }
}

/** Where a window of the last so many units begins: a day, more than the calendar reaches back, or no such unit here. */
type FirstDay =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "before-calendar"; readonly from: Day }
  | { readonly kind: "none" };

/** Today is the last day of `last N units`; the current school week (in holidays the latest) or period is its last one. */
function firstDayOfLast(calendar: Calendar, count: number, unit: Exclude<WindowUnit, "session">, today: Day): FirstDay {
  switch (unit) {
    case "calendar-day":
      return { kind: "day", day: today - count + 1 };
    case "week":
      return { kind: "day", day: today - 7 * count + 1 };
    case "month":
      return { kind: "day", day: addMonths(today, -count) + 1 };
    case "year":
      return { kind: "day", day: addYears(today, -count) + 1 };
    case "school-day":
    case "working-day": {
      const day = calendar.addUnits(today + 1, -count, unit);
      return day === undefined ? { kind: "before-calendar", from: calendar.firstDay } : { kind: "day", day };
    }
    case "school-week":
      return nthFromEnd(calendar, calendar.schoolWeekMonday, calendar.schoolWeekIndex(today), count);
    case "half-term":
    case "term":
    case "school-year": {
      const periods = calendar.periodsOf(unit);
      const current = periods.findIndex((period) => period.from <= today && today <= period.to);
      return nthFromEnd(
        calendar,
        periods.map((period) => period.from),
        current,
        count,
      );
    }
    default:
      return assertNever(unit);
  }
}

function nthFromEnd(calendar: Calendar, starts: ArrayLike<Day>, current: number, count: number): FirstDay {
  if (current < 0) return { kind: "none" };
  const day = starts[current - count + 1];
  return day === undefined ? { kind: "before-calendar", from: calendar.firstDay } : { kind: "day", day };
}
