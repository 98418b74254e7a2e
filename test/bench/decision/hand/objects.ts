// Over objects that somebody has already numbered and classified: one plain loop, and the same loop with care taken of what
// the machine likes.

import { ATTENDED, AUTHORISED, FIRST_LETTER_DAY, LATE, UNAUTHORISED } from "../year.ts";
import type { Year } from "../year.ts";
import { WIDTH } from "../answers.ts";
import { writeSums } from "./finish.ts";
import type { Answer } from "./naive.ts";

export type Kind = "attended" | "authorised" | "unauthorised" | "not-possible";

export interface KnownMark {
  readonly day: number;
  readonly week: number;
  readonly kind: Kind;
  readonly late: boolean;
}

export function knownMarks({ slots, kinds, weekOf }: Year, bytes: Uint8Array, offset: number): readonly KnownMark[] {
  return Array.from({ length: slots }, (_, slot) => {
    const bits = kinds[bytes[offset + slot] as number] as number;
    const kind: Kind =
      (bits & ATTENDED) !== 0
        ? "attended"
        : (bits & AUTHORISED) !== 0
          ? "authorised"
          : (bits & UNAUTHORISED) !== 0
            ? "unauthorised"
            : "not-possible";
    return { day: slot >> 1, week: weekOf[slot >> 1] as number, kind, late: (bits & LATE) !== 0 };
  });
}

const LIMITS = [96, 93, 90] as const;

/** One pass that keeps counts, and a list of the weeks in which unauthorised sessions fell. */
export function decideIdiomatically(year: Year, marks: readonly KnownMark[]): Answer {
  const counts: Record<Kind, number> = { attended: 0, authorised: 0, unauthorised: 0, "not-possible": 0 };
  const weeks: number[] = [];
  const letters: number[] = [];
  const halfTermDay = year.halfTermFrom >> 1;
  let [lates, longest, run, penaltyDay, letterFrom] = [0, 0, 0, -1, FIRST_LETTER_DAY];
  for (let day = 0; day < year.days; day++) {
    const today = [marks[2 * day] as KnownMark, marks[2 * day + 1] as KnownMark];
    for (const { kind, late, week } of today) {
      counts[kind] += 1;
      if (late && day >= halfTermDay) lates += 1;
      if (kind === "unauthorised") weeks.push(week);
    }
    const { week } = today[0] as KnownMark;
    while (weeks.length > 0 && (weeks[0] as number) <= week - 10) weeks.shift();
    if (penaltyDay < 0 && weeks.length >= 10) penaltyDay = day;
    if (today.some(({ kind }) => kind === "attended")) run = 0;
    else if (today.some(({ kind }) => kind !== "not-possible")) longest = Math.max(longest, ++run);
    const possible = counts.attended + counts.authorised + counts.unauthorised;
    const limit = LIMITS[letters.length];
    if (limit !== undefined && day >= letterFrom && counts.attended * 100 < limit * possible) {
      letters.push(day);
      letterFrom = year.afterWait[day] as number;
    }
  }
  const { attended, authorised, unauthorised } = counts;
  const possible = attended + authorised + unauthorised;
  const row = [99, 96, 91, 87, 86].findIndex((percent) => attended * 100 >= percent * possible);
  const [first = -1, second = -1, third = -1] = letters;
  return {
    attended,
    possible,
    authorised,
    unauthorised,
    penaltyDay,
    lately: weeks.length,
    lates,
    persistentlyLate: lates >= 5 ? 1 : 0,
    longestAbsence: longest,
    band: possible === 0 ? -1 : row < 0 ? 5 : row,
    persistentlyAbsent: possible === 0 ? -1 : attended * 100 <= possible * 90 ? 1 : 0,
    severelyAbsent: possible === 0 ? -1 : attended * 100 <= possible * 50 ? 1 : 0,
    first,
    second,
    third,
    stillAway: run,
  };
}

const hits = new Int16Array(1024);

/** The same without an allocation: a ring of hits, numbers for kinds of mark, answers into a typed array. */
export function decideTuned(year: Year, marks: readonly KnownMark[], out: Int32Array, pupil: number): void {
  let [attended, authorised, unauthorised, lates, longest, run] = [0, 0, 0, 0, 0, 0];
  let [penaltyDay, tail, letter, letterFrom, limit] = [-1, 0, 0, FIRST_LETTER_DAY, 96];
  const halfTermDay = year.halfTermFrom >> 1;
  const at = pupil * WIDTH;
  out[at + 12] = out[at + 13] = out[at + 14] = -1;
  for (let day = 0; day < year.days; day++) {
    let [there, away] = [0, 0];
    for (let slot = 2 * day; slot < 2 * day + 2; slot++) {
      const { kind, late, week } = marks[slot] as KnownMark;
      if (kind === "attended") there++;
      else if (kind === "authorised") {
        authorised++;
        away++;
      } else if (kind === "unauthorised") {
        hits[unauthorised++] = week;
        away++;
      }
      if (late && day >= halfTermDay) lates++;
    }
    attended += there;
    if (there > 0) run = 0;
    else if (away > 0 && ++run > longest) longest = run;
    if (away > 0 && penaltyDay < 0 && unauthorised >= 10) {
      const oldest = (year.weekOf[day] as number) - 10;
      while ((hits[tail] as number) <= oldest && tail < unauthorised) tail++;
      if (unauthorised - tail >= 10) penaltyDay = day;
    }
    if (day >= letterFrom && attended * 100 < limit * (attended + authorised + unauthorised)) {
      out[at + 12 + letter++] = day;
      limit -= 3;
      letterFrom = letter === 3 ? year.days : (year.afterWait[day] as number);
    }
  }
  const oldest = (year.weekOf[year.days - 1] as number) - 10;
  while (tail < unauthorised && (hits[tail] as number) <= oldest) tail++;
  out[at + 4] = penaltyDay;
  out[at + 5] = unauthorised - tail;
  writeSums(out, pupil, attended, authorised, unauthorised, lates, longest, run);
}
