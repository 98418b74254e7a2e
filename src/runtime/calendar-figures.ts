// What the calendar alone says of today: the day itself, its weekday, and the season of the term. Nothing here knows a pupil.

import { partsOfDay, weekday } from "../school/day.ts";
import { startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
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

/**
 * Autumn 1, spring 2, summer 3: of the term that today lies in, in holidays of the latest one. What a calendar calls its
 * terms, and whether a season has one or two of them, does not matter: the month in which the term begins decides.
 */
export function season(context: Context): number | undefined {
  const day = ruleDay(context);
  const term = context.facts.world.calendar.periodsOf("term").findLast(({ from }) => from <= day);
  if (term === undefined) return unknown(context, { kind: "nothing", what: "the calendar has no term yet" });
  const { month } = partsOfDay(term.from);
  return month >= 8 ? 1 : month <= 3 ? 2 : 3;
}

/** Monday 1, Sunday 7. */
export function weekdayToday(context: Context): number {
  return weekday(ruleDay(context));
}
