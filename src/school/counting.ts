// Counting in the units of S4: so many units after a day, from a day on, and between two days.
// Knows days alone, no moments. Where the answer would lie outside the planned span it is undefined, never a guess.

import { assertNever } from "../support/assert-never.ts";
import type { Unit } from "../units/unit.ts";
import { addMonths, addYears, mondayOf, partsOfDay } from "./day.ts";
import type { Day } from "./day.ts";
import type { DayKind, DayKinds } from "./day-kinds.ts";
import type { NumberedDays, SessionTable } from "./session-table.ts";

/** The units in which days can be counted off. */
export type CountingUnit = Extract<
  Unit,
  "school-day" | "working-day" | "calendar-day" | "school-week" | "week" | "month" | "year"
>;

export function isCountingUnit(unit: Unit): unit is CountingUnit {
  return ["school-day", "working-day", "calendar-day", "school-week", "week", "month", "year"].includes(unit);
}

/** Days of a kind that can be counted between two others, but not counted off: nothing is due in bank holidays. */
export type PassingUnit = CountingUnit | Extract<Unit, "bank-holiday" | "inset-day">;

export interface DayCounting {
  /**
   * The day `count` units after the day, whose own day (or school week) is not counted; before it for a count below
   * nought. A week is seven days; months and years land on the same date, else the month's last day; school weeks on
   * the same weekday. Undefined where the calendar does not reach.
   */
  readonly addUnits: (day: Day, count: number, unit: CountingUnit) => Day | undefined;
  /** The last day of `count` units beginning with the day, which is day 1; also `day N of` something (S4). */
  readonly beginningWith: (day: Day, count: number, unit: CountingUnit) => Day | undefined;
  /**
   * Whole units after the first day, up to and including the second: `at least N units before` counts so (S4). Below
   * nought when the days stand the other way round. Undefined where the calendar does not reach.
   */
  readonly countUnits: (from: Day, to: Day, unit: PassingUnit) => number | undefined;
}

export function makeDayCounting(kinds: DayKinds, table: SessionTable): DayCounting {
  const covers = (day: Day): boolean => day >= kinds.firstDay && day <= kinds.lastDay;
  const mondays = table.schoolWeekMonday;

  const nth = (numbered: NumberedDays, day: Day, count: number): Day | undefined => {
    if (count === 0) return day;
    const place = day - kinds.firstDay + (count > 0 ? 1 : 0);
    const before = numbered.before[place];
    return before === undefined ? undefined : numbered.days[before + (count > 0 ? count - 1 : count)];
  };

  const addSchoolWeeks = (day: Day, count: number): Day | undefined => {
    if (count === 0) return day;
    if (!covers(day)) return undefined;
    const current = schoolWeeksBegun(mondays, day) - 1;
    const between = mondays[current] !== mondayOf(day);
    const monday = mondays[current + count + (between && count < 0 ? 1 : 0)];
    return monday === undefined ? undefined : monday + (day - mondayOf(day));
  };

  const addUnits: DayCounting["addUnits"] = (day, count, unit) => {
    switch (unit) {
      case "school-day":
        return nth(table.schoolDays, day, count);
      case "working-day":
        return nth(table.workingDays, day, count);
      case "school-week":
        return addSchoolWeeks(day, count);
      case "calendar-day":
        return day + count;
      case "week":
        return day + 7 * count;
      case "month":
        return addMonths(day, count);
      case "year":
        return addYears(day, count);
      default:
        return assertNever(unit);
    }
  };

  const beginningWith: DayCounting["beginningWith"] = (day, count, unit) => {
    if (count < 1) return undefined;
    if (unit === "school-day" || unit === "working-day") return nth(numberedDaysOf(table, unit), day - 1, count);
    const after = addUnits(day, count, unit);
    return after === undefined ? undefined : after - 1;
  };

  const countKind = (from: Day, to: Day, kind: DayKind): number | undefined => {
    if (!covers(from) || !covers(to)) return undefined;
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (kinds.at(day) === kind) count++;
    return count;
  };

  const countForward = (from: Day, to: Day, unit: PassingUnit): number | undefined => {
    switch (unit) {
      case "bank-holiday":
        return countKind(from, to, "bank-holiday");
      case "inset-day":
        return countKind(from, to, "inset");
      case "school-day":
      case "working-day": {
        const { before } = numberedDaysOf(table, unit);
        const upTo = before[to + 1 - kinds.firstDay];
        const already = before[from + 1 - kinds.firstDay];
        return upTo === undefined || already === undefined ? undefined : upTo - already;
      }
      case "school-week": {
        if (!covers(from) || !covers(to)) return undefined;
        const reached = schoolWeeksBegun(mondays, to - (from - mondayOf(from)));
        return Math.max(0, reached - schoolWeeksBegun(mondays, from));
      }
      case "calendar-day":
        return to - from;
      case "week":
        return Math.floor((to - from) / 7);
      case "month":
        return countMonths(from, to);
      case "year":
        return Math.floor(countMonths(from, to) / 12);
      default:
        return assertNever(unit);
    }
  };

  const countUnits: DayCounting["countUnits"] = (from, to, unit) => {
    if (from <= to) return countForward(from, to, unit);
    const backward = countForward(to, from, unit);
    return backward === undefined || backward === 0 ? backward : -backward;
  };

  return { addUnits, beginningWith, countUnits };
}

/** How many school weeks have begun by a day, its own week included: binary search over their Mondays. */
export function schoolWeeksBegun(mondays: Int32Array, day: Day): number {
  let [low, high] = [0, mondays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mondays[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numberedDaysOf(table: SessionTable, unit: "school-day" | "working-day"): NumberedDays {
  return unit === "school-day" ? table.schoolDays : table.workingDays;
}

/** Whole months from one day to a later one: the most that can be added without passing it. */
function countMonths(from: Day, to: Day): number {
  const [start, end] = [partsOfDay(from), partsOfDay(to)];
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return addMonths(from, months) > to ? months - 1 : months;
}
