// The plainest pupil who stands in a stretch of figures: the smallest register that shows it, or a whole count.
// A stretch that no pupil can stand in has no witness, and what has no witness is not reported.

import { assertNever } from "../support/assert-never.ts";
import { formatPercent, ratio } from "../units/ratio.ts";
import { contains } from "./interval.ts";
import type { Interval } from "./interval.ts";

/** Sessions in a school year of 190 days: no register of one year is longer. */
export const SESSIONS_IN_YEAR = 380;

/** `share`: a part of the possible sessions. `count`: a whole number. `days`: sessions in pairs, so halves occur. */
export type FigureKind = "share" | "count" | "days";

export type Witness =
  | { readonly kind: "share"; readonly sessions: number; readonly possible: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "days"; readonly sessions: number };

/** The pupil with the smallest register, or the smallest count; undefined where nobody can stand there. */
export function simplestWitness(kind: FigureKind, interval: Interval, most = SESSIONS_IN_YEAR): Witness | undefined {
  switch (kind) {
    case "share":
      return simplestShare(interval, most);
    case "count": {
      const count = smallestOf(interval, 1, most);
      return count === undefined ? undefined : { kind: "count", count };
    }
    case "days": {
      const sessions = smallestOf(interval, 2, most);
      return sessions === undefined ? undefined : { kind: "days", sessions };
    }
    default:
      return assertNever(kind);
  }
}

function simplestShare(interval: Interval, most: number): Witness | undefined {
  for (let possible = 1; possible <= most; possible++) {
    const sessions = smallestOf(interval, possible, possible);
    if (sessions !== undefined) return { kind: "share", sessions, possible };
  }
  return undefined;
}

/** The smallest n of 0 … most with n/d in the interval. */
function smallestOf(interval: Interval, d: number, most: number): number | undefined {
  const { low } = interval;
  const start = low === undefined ? 0 : Math.max(0, Math.floor((low.at.n * d) / low.at.d) - 1);
  for (let n = start; n <= Math.min(most, start + 3); n++) if (contains(interval, ratio(n, d))) return n;
  return undefined;
}

/** `19 of 20 sessions, exactly 95%`, with as few decimal places as tell the truth; `about` where two places do not. */
export function shareWords(sessions: number, possible: number): string {
  const share = ratio(sessions, possible);
  for (const places of [0, 1, 2]) {
    const scale = 100 * 10 ** places;
    const exact = (sessions * scale) % possible === 0;
    if (exact) return `${sessions} of ${possible} sessions, exactly ${formatPercent(share, places)}`;
  }
  return `${sessions} of ${possible} sessions, about ${formatPercent(share, 2)}`;
}
