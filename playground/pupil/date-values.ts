// Days and moments as the date and time fields of a page hold them: `2026-03-13`, `16:00`. What is no date gives nothing.

import { formatTime, secondOf } from "../../src/wording.ts";

const DAY = 86_400;

export function dateValue(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

export function timeValue(moment: number): string {
  return formatTime(secondOf(moment));
}

/** Days since 1970-01-01. */
export function dayFrom(value: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const found = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(found) || dateValue(found / 1000 / DAY) !== value ? undefined : found / 1000 / DAY;
}

/** Seconds since 1970-01-01 by the school's own clock. */
export function momentFrom(date: string, time: string): number | undefined {
  const day = dayFrom(date);
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return day === undefined || hour === undefined ? undefined : day * DAY + Number(hour) * 3600 + Number(minute) * 60;
}
