// Moments as the date and time fields of a page hold them: `2026-03-13` and `16:00`. What is no date gives nothing.

import { formatTime, parseMoment, secondOf } from "../../src/wording.ts";

export function timeValue(moment: number): string {
  return formatTime(secondOf(moment));
}

/** Seconds since 1970-01-01 by the school's own clock. */
export function momentFrom(date: string, time: string): number | undefined {
  return parseMoment(`${date} ${time}`);
}
