// The named stretches of a planned calendar: which week, half-term, term or school year a day lies in, and which came before.
// Knows only what is planned: in a holiday there is no half-term, and outside the planned span there is nothing.

import type { Unit } from "../units/unit.ts";
import type { CalendarPlan, DaySpan } from "./calendar-plan.ts";
import { formatDay, mondayOf, partsOfDay } from "./day.ts";
import type { Day } from "./day.ts";

export type PlannedPeriodUnit = Extract<Unit, "half-term" | "term" | "school-year">;
export type PeriodUnit = PlannedPeriodUnit | "week";

export interface Periods {
  /** The period that holds the day; undefined in a holiday that lies in none, and outside the planned span. */
  readonly period: (unit: PeriodUnit, day: Day) => DaySpan | undefined;
  /** The latest period that ended before the day: the one before the current one, or in a holiday the one just over. */
  readonly previousPeriod: (unit: PeriodUnit, day: Day) => DaySpan | undefined;
  /** Every planned period of a kind, in order. */
  readonly periodsOf: (unit: PlannedPeriodUnit) => readonly DaySpan[];
}

export function makePeriods(plan: CalendarPlan, covers: (day: Day) => boolean): Periods {
  const terms = plan.years.flatMap((year) => year.terms);
  const planned: Readonly<Record<PlannedPeriodUnit, readonly DaySpan[]>> = {
    "half-term": terms.flatMap((term) => term.halfTerms),
    term: terms,
    "school-year": plan.years,
  };
  return {
    period: (unit, day) => {
      if (unit === "week") return covers(day) ? weekOf(day) : undefined;
      return planned[unit].find((span) => span.from <= day && day <= span.to);
    },
    previousPeriod: (unit, day) => {
      if (!covers(day)) return undefined;
      if (unit === "week") return covers(mondayOf(day) - 1) ? weekOf(day - 7) : undefined;
      return planned[unit].findLast((span) => span.to < day);
    },
    periodsOf: (unit) => planned[unit],
  };
}

export function isPlannedPeriod(unit: Unit): unit is PlannedPeriodUnit {
  return unit === "half-term" || unit === "term" || unit === "school-year";
}

/** The last day of the period that is so many after the day's own, which in a holiday is the latest; before it for a count below nought (S4). */
export function periodsAfter(periods: readonly DaySpan[], day: Day, count: number): Day | undefined {
  const own = periods.findLastIndex(({ from }) => from <= day);
  return own < 0 ? undefined : periods[own + count]?.to;
}

/** The last day of so many periods of which the first is the day's own, or in a holiday the next (S4). */
export function periodsBeginningWith(periods: readonly DaySpan[], day: Day, count: number): Day | undefined {
  const first = periods.findIndex(({ to }) => day <= to);
  return first < 0 || count < 1 ? undefined : periods[first + count - 1]?.to;
}

/**
 * Autumn 1, spring 2, summer 3: of the term that holds the day, in holidays of the latest one. What a calendar calls its terms, and
 * whether a season has one or two of them, does not matter: the month in which the term begins decides (S14).
 */
export function seasonOf(terms: readonly DaySpan[], day: Day): 1 | 2 | 3 | undefined {
  const term = terms.findLast(({ from }) => from <= day);
  if (term === undefined) return undefined;
  const { month } = partsOfDay(term.from);
  return month >= 8 ? 1 : month <= 3 ? 2 : 3;
}

/**
 * What a period is known by for good: its name, and where an earlier one bears the same name, such as the autumn term of another
 * year, the day it begins as well.
 */
export function periodKey(periods: Pick<Periods, "periodsOf">, unit: PeriodUnit, span: DaySpan): string {
  const namesake =
    unit === "week"
      ? undefined
      : periods.periodsOf(unit).find(({ name, from }) => name === span.name && from < span.from);
  return `${unit} ${span.name}${namesake === undefined ? "" : ` from ${formatDay(span.from)}`}`;
}

function weekOf(day: Day): DaySpan {
  const monday = mondayOf(day);
  return { name: `week of ${formatDay(monday)}`, from: monday, to: monday + 6 };
}
