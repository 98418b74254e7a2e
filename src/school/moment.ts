// Moments of school-local wall-clock time as whole seconds since 1970-01-01 00:00:00: text ⇄ number ⇄ day and time (S1).
// Knows no time zone and no daylight saving: 08:55 in March is 08:55 in April.

import { formatDay, isDay, parseDay } from "./day.ts";
import type { Day } from "./day.ts";

/** Seconds of wall clock since 1970-01-01T00:00:00, school-local. */
export type Moment = number;

/** Seconds since midnight, 0 to 86,399. */
export type SecondOfDay = number;

export const SECONDS_IN_DAY = 86_400;

export function momentOf(day: Day, second: SecondOfDay): Moment {
  return day * SECONDS_IN_DAY + second;
}

/** A moment of a day that a text can say. Milliseconds since 1970 are none. */
export function isMoment(value: unknown): value is Moment {
  return Number.isInteger(value) && isDay(dayOf(value as number));
}

export function dayOf(moment: Moment): Day {
  return Math.floor(moment / SECONDS_IN_DAY);
}

export function secondOf(moment: Moment): SecondOfDay {
  return moment - dayOf(moment) * SECONDS_IN_DAY;
}

/** The day's first instant, 00:00:00: what a date alone means where something starts (S1). */
export function startOfDay(day: Day): Moment {
  return day * SECONDS_IN_DAY;
}

/** The day's last instant, 23:59:59: what a date alone means where something ends, and in `as of` (S1). */
export function lastInstant(day: Day): Moment {
  return day * SECONDS_IN_DAY + SECONDS_IN_DAY - 1;
}

/** Reads `08:55`, `8:55` or `08:55:30` into seconds since midnight; undefined for anything else, 24:00 included. */
export function parseTime(text: string): SecondOfDay | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : undefined;
}

/** Reads `2026-03-02 08:45` (seconds allowed, `T` allowed). A date alone takes the stated end of its day, and is undefined without one. */
export function parseMoment(text: string, dateAlone?: "start" | "end"): Moment | undefined {
  const match = /^(\S{10})(?:[ T](\S+))?$/.exec(text);
  const day = match?.[1] === undefined ? undefined : parseDay(match[1]);
  if (match === null || day === undefined) return undefined;
  if (match[2] === undefined) {
    if (dateAlone === undefined) return undefined;
    return dateAlone === "start" ? startOfDay(day) : lastInstant(day);
  }
  const second = parseTime(match[2]);
  return second === undefined ? undefined : momentOf(day, second);
}

/** `08:55`, or `08:55:30` where the seconds say something. */
export function formatTime(second: SecondOfDay): string {
  const hours = String(Math.floor(second / 3600)).padStart(2, "0");
  const minutes = String(Math.floor(second / 60) % 60).padStart(2, "0");
  const seconds = second % 60;
  return seconds === 0 ? `${hours}:${minutes}` : `${hours}:${minutes}:${String(seconds).padStart(2, "0")}`;
}

/** `2026-03-02 08:45`, or with seconds where they say something; `parseMoment` reads it back. */
export function formatMoment(moment: Moment): string {
  return `${formatDay(dayOf(moment))} ${formatTime(secondOf(moment))}`;
}
