// What each day of a planned calendar is: plan → one byte a day over the whole planned span, holding its day kind.
// Knows only the plan; a day outside it has no kind but `outside`.

import type { CalendarPlan } from "./calendar-plan.ts";
import { weekday } from "./day.ts";
import type { Day } from "./day.ts";

/**
 * `school-day` has a planned session; `holiday` is a weekday outside every half-term; `outside` lies before the first
 * planned year or after the last, where nothing is known.
 */
export type DayKind = "outside" | "school-day" | "weekend" | "bank-holiday" | "inset" | "closed" | "holiday";

const KINDS: readonly DayKind[] = ["outside", "school-day", "weekend", "bank-holiday", "inset", "closed", "holiday"];

export interface DayKinds {
  /** First and last planned day; with no year planned, the first comes after the last. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The kind of `firstDay + index`. */
  readonly at: (day: Day) => DayKind;
}

/** Builds the table. A bank holiday outranks INSET, INSET a closure, so that each day is one thing. */
export function makeDayKinds(plan: CalendarPlan): DayKinds {
  const firstDay = plan.years[0]?.from ?? 0;
  const lastDay = plan.years.at(-1)?.to ?? -1;
  const kinds = new Uint8Array(Math.max(0, lastDay - firstDay + 1));
  const set = (day: Day, kind: DayKind): void => {
    if (day >= firstDay && day <= lastDay) kinds[day - firstDay] = KINDS.indexOf(kind);
  };
  for (let day = firstDay; day <= lastDay; day++) set(day, weekday(day) <= 5 ? "holiday" : "weekend");
  for (const halfTerm of plan.years.flatMap((year) => year.terms.flatMap((term) => term.halfTerms))) {
    for (let day = halfTerm.from; day <= halfTerm.to; day++) if (weekday(day) <= 5) set(day, "school-day");
  }
  for (const closure of plan.closed) if (weekday(closure.day) <= 5) set(closure.day, "closed");
  for (const day of plan.inset) if (weekday(day) <= 5) set(day, "inset");
  for (const day of plan.bankHolidays) if (weekday(day) <= 5) set(day, "bank-holiday");
  return { firstDay, lastDay, at: (day) => KINDS[kinds[day - firstDay] ?? 0] ?? "outside" };
}
