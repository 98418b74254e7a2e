// The bytes of a date in the simplest form of its order → its day. The same day that cells.ts reads from the text, or none.

import { dayFromParts, isDate } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { DateOrder } from "./cells.ts";

const LENGTH = 10;
const HYPHEN = 45;
const SLASH = 47;

/** Reads `2026-03-02`, and `02/03/2026` where it is said what comes first; NaN for whatever else, which others may yet read. */
export function readPlainDate(bytes: Uint8Array, from: number, to: number, order: DateOrder): Day {
  if (to - from !== LENGTH) return Number.NaN;
  if (bytes[from + 4] === HYPHEN && bytes[from + 7] === HYPHEN)
    return dayOf(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
  if (order === "iso" || bytes[from + 2] !== SLASH || bytes[from + 5] !== SLASH) return Number.NaN;
  const [first, second] = [digits(bytes, from, 2), digits(bytes, from + 3, 2)];
  const year = digits(bytes, from + 6, 4);
  return order === "day-first" ? dayOf(year, second, first) : dayOf(year, first, second);
}

function dayOf(year: number, month: number, date: number): Day {
  return isDate(year, month, date) ? dayFromParts(year, month, date) : Number.NaN;
}

function digits(bytes: Uint8Array, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}
