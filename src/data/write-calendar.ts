// A planned calendar → calendar.yaml, as read-calendar.ts reads it back.

import { stringify } from "yaml";
import type { CalendarPlan, DaySpan, PlannedTerm } from "../school/calendar-plan.ts";
import { formatDay } from "../school/day.ts";

/** The text of the file. Terms are written by their half-terms, whose dates they take. */
export function writeCalendar(plan: CalendarPlan): string {
  const file = {
    name: plan.name,
    years: plan.years.map((year) => ({ ...writtenSpan(year), terms: year.terms.map(writtenTerm) })),
    "bank-holidays": plan.bankHolidays.map(formatDay),
    inset: plan.inset.map(formatDay),
    closed: plan.closed.map(({ day, why }) => ({ day: formatDay(day), why })),
    "one-session": plan.oneSession.map(({ day, half }) => ({ day: formatDay(day), half })),
  };
  return stringify(file, { version: "1.2", lineWidth: 0 });
}

function writtenTerm({ name, halfTerms }: PlannedTerm): object {
  return { name, "half-terms": halfTerms.map(writtenSpan) };
}

function writtenSpan({ name, from, to }: DaySpan): object {
  return { name, from: formatDay(from), to: formatDay(to) };
}
