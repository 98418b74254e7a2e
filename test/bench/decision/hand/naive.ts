// As one would first write it: objects as they come from a register, codes looked up in sets, a filter for every question. It
// reads like the policy, and nobody need be ashamed of it.

import type { FIELDS } from "../answers.ts";
import { FIRST_LETTER_DAY } from "../year.ts";
import type { Year } from "../year.ts";

export interface RegisterMark {
  readonly date: number;
  readonly session: "AM" | "PM";
  readonly code: string;
}

const ATTENDED: ReadonlySet<string> = new Set(["/", "\\", "L", "B", "V", "P", "W", "K"]);
const AUTHORISED: ReadonlySet<string> = new Set(["I", "M", "C", "T", "R", "E", "J", "S"]);
const UNAUTHORISED: ReadonlySet<string> = new Set(["G", "N", "O", "U"]);
const LATE: ReadonlySet<string> = new Set(["L", "U"]);

export function registerMarks(
  { dates, slots, letters }: Year,
  bytes: Uint8Array,
  offset: number,
): readonly RegisterMark[] {
  return Array.from({ length: slots }, (_, slot) => ({
    date: dates[slot >> 1] as number,
    session: slot % 2 === 0 ? ("AM" as const) : ("PM" as const),
    code: letters[bytes[offset + slot] as number] ?? "",
  })).filter(({ code }) => code !== "");
}

export type Answer = Record<(typeof FIELDS)[number], number>;

const wasAttended = ({ code }: RegisterMark): boolean => ATTENDED.has(code);
const wasAuthorised = ({ code }: RegisterMark): boolean => AUTHORISED.has(code);
const wasUnauthorised = ({ code }: RegisterMark): boolean => UNAUTHORISED.has(code);
const wasPossible = (mark: RegisterMark): boolean => wasAttended(mark) || wasAuthorised(mark) || wasUnauthorised(mark);

export function decideNaively(year: Year, marks: readonly RegisterMark[]): Answer {
  const dates = [...year.dates];
  const byDate = Map.groupBy(marks, ({ date }) => date);
  const attended = marks.filter(wasAttended).length;
  const authorised = marks.filter(wasAuthorised).length;
  const missing = marks.filter(wasUnauthorised);
  const possible = attended + authorised + missing.length;
  const halfTerm = year.dates[year.halfTermFrom >> 1] as number;
  const lates = marks.filter(({ date, code }) => date >= halfTerm && LATE.has(code)).length;
  const weeks = new Map(dates.map((date, day) => [date, year.weekOf[day] as number]));
  const recently = (date: number): number => {
    const week = weeks.get(date) as number;
    return missing.filter((mark) => mark.date <= date && (weeks.get(mark.date) as number) > week - 10).length;
  };
  const penalty = missing.find(({ date }) => recently(date) >= 10);
  const runs = runsOf(dates.map((date) => (byDate.get(date) ?? []).filter(wasPossible)));
  const row = [99, 96, 91, 87, 86].findIndex((percent) => attended * 100 >= percent * possible);
  return {
    attended,
    possible,
    authorised,
    unauthorised: missing.length,
    penaltyDay: penalty === undefined ? -1 : dates.indexOf(penalty.date),
    lately: recently(dates.at(-1) as number),
    lates,
    persistentlyLate: lates >= 5 ? 1 : 0,
    longestAbsence: Math.max(0, ...runs),
    stillAway: runs.at(-1) ?? 0,
    band: possible === 0 ? -1 : row < 0 ? 5 : row,
    persistentlyAbsent: possible === 0 ? -1 : attended * 100 <= possible * 90 ? 1 : 0,
    severelyAbsent: possible === 0 ? -1 : attended * 100 <= possible * 50 ? 1 : 0,
    ...lettersOf(dates, byDate),
  };
}

function lettersOf(
  dates: readonly number[],
  byDate: ReadonlyMap<number, readonly RegisterMark[]>,
): Pick<Answer, "first" | "second" | "third"> {
  const sent: number[] = [];
  let [attended, possible] = [0, 0];
  dates.forEach((date, day) => {
    const marks = byDate.get(date) ?? [];
    attended += marks.filter(wasAttended).length;
    possible += marks.filter(wasPossible).length;
    const limit = [96, 93, 90][sent.length];
    if (limit === undefined || day < FIRST_LETTER_DAY || attended * 100 >= limit * possible) return;
    const last = sent.at(-1);
    if (last === undefined || date >= (dates[last] as number) + 14) sent.push(day);
  });
  const [first = -1, second = -1, third = -1] = sent;
  return { first, second, third };
}

/** How long the absence had lasted, at the end of each day that counts. */
function runsOf(days: readonly (readonly RegisterMark[])[]): readonly number[] {
  const runs: number[] = [];
  for (const marks of days) if (marks.length > 0) runs.push(marks.some(wasAttended) ? 0 : (runs.at(-1) ?? 0) + 1);
  return runs;
}
