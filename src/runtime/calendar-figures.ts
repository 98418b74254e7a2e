// What the calendar alone says of today: the day itself, its weekday, and the season of the term. Nothing here knows a pupil.

import { partsOfDay, weekday } from "../school/day.ts";
import { startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { today, unknown } from "./context.ts";
import type { Context } from "./context.ts";
import { holdsToday } from "./horizon.ts";

/** Today as a moment: its first instant, so that a date's own day is neither before it nor after it. */
export function whenToday(context: Context): Moment {
  holdsToday(context);
  return startOfDay(today(context));
}

/**
 * Autumn 1, spring 2, summer 3: of the term that today lies in, in holidays of the latest one. What a calendar calls its
 * terms, and whether a season has one or two of them, does not matter: the month in which the term begins decides.
 */
export function season(context: Context): number | undefined {
  holdsToday(context);
  const term = context.facts.world.calendar.periodsOf("term").findLast(({ from }) => from <= today(context));
  if (term === undefined) return unknown(context, { kind: "nothing", what: "the calendar has no term yet" });
  const { month } = partsOfDay(term.from);
  return month >= 8 ? 1 : month <= 3 ? 2 : 3;
}

/** Monday 1, Sunday 7. */
export function weekdayToday(context: Context): number {
  holdsToday(context);
  return weekday(today(context));
}
