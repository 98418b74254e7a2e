// So many units after, before or beginning with a day → the day on which they end, where a calendar settles it (S4).

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import type { UnitReading } from "../units/unit.ts";

export interface Counted {
  readonly n: number;
  readonly unit: UnitReading | undefined;
  readonly direction: "after" | "before" | "beginning with";
  readonly base: Day;
}

/** Undefined for units of the clock and of the register, and where the calendar does not reach. */
export function dayCounted(calendar: Calendar, { n, unit: read, direction, base }: Counted): Day | undefined {
  if (read?.kind !== "unit" || !Number.isSafeInteger(n)) return undefined;
  const { unit } = read;
  switch (unit) {
    case "school-day":
    case "working-day":
    case "calendar-day":
    case "school-week":
    case "week":
    case "month":
    case "year":
      return direction === "beginning with"
        ? calendar.beginningWith(base, n, unit)
        : calendar.addUnits(base, direction === "before" ? -n : n, unit);
    default:
      return undefined;
  }
}
