// Calendar dates as whole numbers: days since 1970-01-01 in the Gregorian calendar. Text ⇄ number ⇄ year, month, date.
// Knows no clock, no time zone and no school; every local date is the same number everywhere.

import { Bug } from "../support/bug.ts";

/** Days since 1970-01-01; a plain integer, so that dates subtract and compare as numbers. */
export type Day = number;

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly date: number;
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const DAYS_IN_ERA = 146_097; // 400 years, after which the Gregorian calendar repeats
const EPOCH_IN_ERAS = 719_468; // from 0000-03-01 to 1970-01-01

/** The days that a text can say: those of the years 1 to 9999. */
export const FIRST_DAY: Day = -719_162;
export const LAST_DAY: Day = 2_932_896;

/** Seconds or milliseconds since 1970, which many a program takes for a day, are none. */
export function isDay(value: unknown): value is Day {
  return Number.isInteger(value) && FIRST_DAY <= (value as number) && (value as number) <= LAST_DAY;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has; `month` is 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether the parts name a date that exists, in the years 1 to 9999. */
export function isDate(year: number, month: number, date: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date)) return false;
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year, month);
}

/** The day of a date that exists. Ask `isDate` first for parts that somebody typed: a date that does not exist is a `Bug`. */
export function dayFromParts(year: number, month: number, date: number): Day {
  if (!isDate(year, month, date)) throw new Bug(`no such date: ${year}-${month}-${date}`);
  return countDays(year, month, date);
}

function countDays(year: number, month: number, date: number): Day {
  // Years are counted from March, so that the leap day is the last of its year and needs no special case.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_IN_ERAS;
}

export function partsOfDay(day: Day): DayParts {
  const shifted = day + EPOCH_IN_ERAS;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leapCorrected =
    dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor(leapCorrected / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** Reads `2026-02-01` and nothing else; undefined for another form or a date that does not exist (S1). */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, date) ? dayFromParts(year, month, date) : undefined;
}

/** The day of a date written in our own source; text that is no date is a `Bug`, so never for what a user wrote. */
export function knownDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Bug(`no such date: ${text}`);
  return day;
}

/** `2026-02-01`. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOfDay(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

export function weekday(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[weekday(day) - 1] as string;
}

/** The Monday of the Monday-to-Sunday week that the day lies in. */
export function mondayOf(day: Day): Day {
  return day - weekday(day) + 1;
}

/** The same date so many months later (or earlier, below nought), else that month's last day (S4). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOfDay(day);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return countDays(newYear, newMonth, Math.min(date, monthLength(newYear, newMonth)));
}

/** The same date so many years later, 28 February standing in for a leap day (S4). */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, 12 * years);
}
