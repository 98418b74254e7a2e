// What the calendar alone says of today: the day itself, its weekday, and the season of the term. Nothing here knows a pupil.

import { weekday } from "../school/day.ts";
import { startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { seasonOf } from "../school/periods.ts";
import { unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { ruleDay } from "./moments.ts";

/**
 * Today as a moment: its first instant, so that a date's own day is neither before it nor after it. In a coding today is the
 * session's day.
 */
export function whenToday(context: Context): Moment {
  return startOfDay(ruleDay(context));
}

/** Autumn 1, spring 2, summer 3. */
export function season(context: Context): number | undefined {
  const terms = context.facts.world.calendar.periodsOf("term");
  return (
    seasonOf(terms, ruleDay(context)) ?? unknown(context, { kind: "nothing", what: "the calendar has no term yet" })
  );
}

/** Monday 1, Sunday 7. */
export function weekdayToday(context: Context): number {
  return weekday(ruleDay(context));
}
