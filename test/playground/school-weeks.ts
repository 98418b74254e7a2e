// Plain school time for tests of the register: whole weeks of five days, two sessions each, without a holiday.

import type { CalendarView } from "../../playground/worker/protocol.ts";

export function sessionsOf(monday: number, weeks: number): readonly string[] {
  return daysOf(monday, weeks).flatMap((day) => [`${day} AM`, `${day} PM`]);
}

function daysOf(monday: number, weeks: number): readonly number[] {
  return Array.from({ length: weeks * 5 }, (_, index) => monday + Math.floor(index / 5) * 7 + (index % 5));
}

/** `without` are days on which the school is closed, `mornings` days with no afternoon. */
export function calendarOf(
  monday: number,
  weeks: number,
  without: readonly number[] = [],
  mornings: readonly number[] = [],
): CalendarView {
  return {
    years: [{ name: "2025/26", from: monday, to: monday + weeks * 7 - 1 }],
    halfTerms: [{ name: "spring 2", from: monday, to: monday + weeks * 7 - 3 }],
    schoolDays: daysOf(monday, weeks).filter((day) => !without.includes(day)),
    oneSession: mornings.map((day) => [day, "AM"] as const),
    closed: without.map((day) => ({ day, why: "INSET day" })),
  };
}
