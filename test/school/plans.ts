// Small calendar plans for tests: as many half-terms as asked for, one a term, all in one school year.

import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { knownDay } from "../../src/school/day.ts";

export const emptyPlan: CalendarPlan = {
  name: "empty",
  years: [],
  bankHolidays: [],
  inset: [],
  closed: [],
  oneSession: [],
};

/** One half-term from one date to another, in a year that is no longer than it. */
export function planOf([from, to]: readonly [string, string], rest: Partial<CalendarPlan> = {}): CalendarPlan {
  const span = { name: "only", from: knownDay(from), to: knownDay(to) };
  return { ...emptyPlan, name: "small", years: [{ ...span, terms: [{ ...span, halfTerms: [span] }] }], ...rest };
}
