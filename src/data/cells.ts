// The text of one cell → the value it stands for, or why it stands for none. Never a guess: a date that may be two dates is neither.
// Knows no file and no column; whoever reads a row reports the refusal at its cell.

import { formatDay, isDate, dayFromParts } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { lastInstant, momentOf, parseTime } from "../school/moment.ts";
import type { Moment, SecondOfDay } from "../school/moment.ts";
import { MONTHS } from "../school/months.ts";
import type { Half } from "../school/calendar-plan.ts";

/** Which number of `03/04/2026` is the day; `iso` where the export does not write such dates, or does not say. */
export type DateOrder = "iso" | "day-first" | "month-first";

export type Reading<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "ambiguous"; readonly first: string; readonly second: string };

/** Reads `2026-03-02`, `2 March 2026`, `02-Mar-2026` and, as far as it can mean one date only, `02/03/2026`. A time of midnight after it is let be. */
export function readDate(text: string, order: DateOrder): Reading<Day> {
  const date = text.replace(/[ T]00:00(?::00(?:\.0+)?)?$/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date);
  if (iso !== null) return dayOfParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(date);
  if (named !== null) return dayOfParts(Number(named[3]), monthNamed(named[2] ?? ""), Number(named[1]));
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(date);
  if (numbers !== null) return dayOfNumbers(Number(numbers[4]), Number(numbers[1]), Number(numbers[3]), order);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(date))
    return refused("Two digits do not say which century the year is in.");
  if (/^\d{5}$/.test(date))
    return refused("It looks like a workbook's own number for a date; format the column as a date first.");
  return refused("");
}

function dayOfParts(year: number, month: number, date: number): Reading<Day> {
  if (isDate(year, month, date)) return { kind: "value", value: dayFromParts(year, month, date) };
  return refused("There is no such day in the calendar.");
}

function dayOfNumbers(year: number, one: number, two: number, order: DateOrder): Reading<Day> {
  if (order === "day-first") return dayOfParts(year, two, one);
  if (order === "month-first") return dayOfParts(year, one, two);
  const [dayFirst, monthFirst] = [dayOfParts(year, two, one), dayOfParts(year, one, two)];
  if (dayFirst.kind !== "value") return monthFirst;
  if (monthFirst.kind !== "value" || monthFirst.value === dayFirst.value) return dayFirst;
  return { kind: "ambiguous", first: formatDay(dayFirst.value), second: formatDay(monthFirst.value) };
}

/** 1 to 12 for a month's name or its first letters, of which three say enough; 0 for another word. */
function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower === "sept" ? "sep" : lower)) + 1;
}

/** Reads `08:55`, `8:55`, `08:55:30` and `8:55 am`. */
export function readTime(text: string): Reading<SecondOfDay> {
  const match = /^(\d{1,2}:\d{2}(?::\d{2})?)(?:\.0+)?\s*([ap]m)?$/i.exec(text);
  const half = match?.[2]?.toLowerCase();
  const second = match?.[1] === undefined ? undefined : parseTime(match[1]);
  if (second === undefined) {
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(text))
      return refused("A time zone has no place here: times are those of the school's own clock.");
    return refused("");
  }
  if (half === undefined) return { kind: "value", value: second };
  const noon = 12 * 3600;
  if (second < 3600 || second >= noon + 3600) return refused("With am or pm, the hour is 1 to 12.");
  return { kind: "value", value: (second % noon) + (half === "pm" ? noon : 0) };
}

/** Reads a date, a blank or T, and a time; a date alone is the day's last instant, as records without a time are (S7). */
export function readMoment(text: string, order: DateOrder): Reading<Moment> {
  const match = /^(.*\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:[ T]\s*(\d{1,2}:.*))?$/.exec(text);
  const day = readDate(match?.[1] ?? text, order);
  if (day.kind !== "value") return day;
  if (match?.[2] === undefined) return { kind: "value", value: lastInstant(day.value) };
  const time = readTime(match[2]);
  return time.kind === "value" ? { kind: "value", value: momentOf(day.value, time.value) } : time;
}

/** Reception is 0, nursery -1; `4`, `Year 4`, `Y4`, `R`, `Reception`, `N`, `N1`, `Nursery`. */
export function readYearGroup(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (/^(n[12]?|nur|nursery( [12])?)$/.test(lower)) return -1;
  if (/^(r|rec|reception|year r|yr)$/.test(lower)) return 0;
  const match = /^(?:year|yr|y)?\s*(-?\d{1,2})$/.exec(lower);
  const year = Number(match?.[1] ?? Number.NaN);
  return year >= -1 && year <= 14 ? year : undefined;
}

export function readYesNo(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (["yes", "y", "true", "1"].includes(lower)) return true;
  return ["no", "n", "false", "0"].includes(lower) ? false : undefined;
}

export function readHalf(text: string): Half | undefined {
  const upper = text.toUpperCase();
  if (upper === "AM" || upper === "MORNING") return "AM";
  return upper === "PM" || upper === "AFTERNOON" ? "PM" : undefined;
}

/** A register code as it is shaped, in capitals; whether there is such a code is for a policy's own table to say. */
export function readCode(text: string): string | undefined {
  return /^([A-Za-z][0-9]?|[/\\#])$/.test(text) ? text.toUpperCase() : undefined;
}

/** No mark was taken: the session is missing, neither attended nor absent. */
export function isMissingMark(text: string): boolean {
  return text === "" || text === "-";
}

function refused(why: string): { readonly kind: "refused"; readonly why: string } {
  return { kind: "refused", why };
}
