// A percentage, a date and a kind of absence → the marks of a pupil whose attendance this school year is that percentage then.
// Counted in whole sessions and whole numbers: a percentage that no number of sessions comes to is told with its neighbours.

import type { CalendarView } from "../worker/protocol.ts";
import { dayOfSession, yearGrid } from "./year-grid.ts";
import type { SessionKey } from "./year-grid.ts";

export interface PercentagePupil {
  readonly kind: "found";
  readonly attended: number;
  readonly possible: number;
  /** The percentage itself, and not only when it is rounded to one place. */
  readonly exact: boolean;
  /** First day on roll, where that is not the first of the school year. */
  readonly from?: number;
  readonly missed: readonly SessionKey[];
}

/** In tenths of one per cent: the nearest that sessions can come to, below and above. */
export interface Unreachable {
  readonly kind: "unreachable";
  readonly nearest: readonly number[];
}

export interface NoSession {
  readonly kind: "no-session";
}

/** `94.7`, `94.7%` or `95` in tenths of one per cent; undefined for anything else. */
export function readTenths(text: string): number | undefined {
  const [, whole, tenth = "0"] = /^\s*(\d{1,3})(?:\.(\d))?\s*%?\s*$/.exec(text) ?? [];
  const tenths = whole === undefined ? 1001 : Number(whole) * 10 + Number(tenth);
  return tenths > 1000 ? undefined : tenths;
}

export function sayTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/**
 * On roll since the first day of the school year if sessions can come to the percentage so, else since the first day from which
 * they can; exactly if possible, else rounded half up, as the page rounds. Nobody can say 94.7 of a hundred sessions.
 */
export function pupilWith(
  calendar: CalendarView,
  day: number,
  tenths: number,
): PercentagePupil | Unreachable | NoSession {
  const sessions = (yearGrid(calendar, day)?.sessions ?? []).filter((session) => dayOfSession(session) <= day);
  if (sessions.length === 0) return { kind: "no-session" };
  const starts = sessions.flatMap((session, place) =>
    place > 0 && dayOfSession(sessions[place - 1] ?? "") === dayOfSession(session) ? [] : [place],
  );
  const found =
    firstWith(starts, (place) => missedExactly(sessions.length - place, tenths)) ??
    firstWith(starts, (place) => missedRounded(sessions.length - place, tenths));
  if (found === undefined) return { kind: "unreachable", nearest: nearestTo(tenths, sessions.length, starts) };
  const { place, missed } = found;
  const onRoll = sessions.slice(place);
  return {
    kind: "found",
    attended: onRoll.length - missed,
    possible: onRoll.length,
    exact: missed * 1000 === (1000 - tenths) * onRoll.length,
    ...(place === 0 ? {} : { from: dayOfSession(onRoll[0] ?? "") }),
    missed: spread(onRoll, missed),
  };
}

/** The share in tenths of one per cent, rounded half up. */
export function tenthsOf(attended: number, possible: number): number {
  return Math.floor((attended * 2000 + possible) / (2 * possible));
}

function firstWith(
  starts: readonly number[],
  missedFrom: (place: number) => number | undefined,
): { readonly place: number; readonly missed: number } | undefined {
  for (const place of starts) {
    const missed = missedFrom(place);
    if (missed !== undefined) return { place, missed };
  }
  return undefined;
}

function missedExactly(possible: number, tenths: number): number | undefined {
  const thousandths = (1000 - tenths) * possible;
  return thousandths % 1000 === 0 ? thousandths / 1000 : undefined;
}

function missedRounded(possible: number, tenths: number): number | undefined {
  const about = Math.floor(((1000 - tenths) * possible) / 1000);
  return [about, about + 1].find((missed) => missed <= possible && tenthsOf(possible - missed, possible) === tenths);
}

function nearestTo(tenths: number, all: number, starts: readonly number[]): readonly number[] {
  const reachable = (each: number): boolean => starts.some((place) => missedRounded(all - place, each) !== undefined);
  const towards = (step: 1 | -1): readonly number[] => {
    for (let each = tenths + step; each >= 0 && each <= 1000; each += step) if (reachable(each)) return [each];
    return [];
  };
  return [...towards(-1), ...towards(1)];
}

/**
 * Evenly, the last of them on the very last day: attendance is at its lowest at the end of that day, and never was lower at the end
 * of another. Of the last day it is the morning that is missed, where that can be: who is back in the afternoon is not looked for.
 */
function spread(sessions: readonly SessionKey[], missed: number): readonly SessionKey[] {
  const places = Array.from({ length: missed }, (_, index) =>
    Math.floor(((index + 1) * sessions.length + missed - 1) / missed),
  ).map((place) => place - 1);
  const [morning, last] = [sessions.length - 2, sessions.length - 1];
  const sameDay = morning >= 0 && dayOfSession(sessions[morning] ?? "") === dayOfSession(sessions[last] ?? "");
  const back = sameDay && missed > 0 && !places.includes(morning);
  return places.map((place) => sessions[back && place === last ? morning : place] ?? "");
}
