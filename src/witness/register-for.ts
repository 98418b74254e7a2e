// Wishes about a register → the shortest register that fulfils them: so many sessions of a kind, in so many spells, and so
// large a share of all. Exact: shares are compared as ratios, and sessions are whole.

import { codesOfSet, isInForce } from "../analysis/session-codes.ts";
import { contains } from "../analysis/interval.ts";
import type { Interval } from "../analysis/interval.ts";
import type { RegisterCode, SessionSet } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { ratio } from "../units/ratio.ts";
import { ATTENDED, UNMARKED } from "./plain-facts.ts";

export interface RegisterWishes {
  readonly shares: readonly { readonly of: SessionSet; readonly cell: Interval }[];
  /** Exactly so many sessions, in one stretch or, for `spells`, each by itself. */
  readonly counts: readonly { readonly of: SessionSet; readonly sessions: number; readonly apart: boolean }[];
}

/** Sessions of a school year of 190 days. */
const mostSessions = 380;

/** One code a session, an even number of them; undefined where no register of one year fulfils all wishes. */
export function registerFor(
  codes: readonly RegisterCode[],
  day: Day | undefined,
  { shares, counts }: RegisterWishes,
): readonly string[] | undefined {
  const members = (set: SessionSet): ReadonlySet<string> =>
    new Set(
      set.category === "missing"
        ? [UNMARKED]
        : codesOfSet(
            codes.filter((code) => isInForce(code, day)),
            set,
          ),
    );
  const wishes = counts.map((wish) => ({ ...wish, codes: members(wish.of) }));
  const usable = inPreference(codes.filter((code) => isInForce(code, day)).map(({ name }) => name));
  const taken = takeCounts(wishes, usable);
  if (taken === undefined) return undefined;
  const full = new Set(wishes.flatMap((wish) => [...wish.codes]));
  const spread = shares.map(({ of, cell }) => ({ codes: members(of), cell }));
  const possible = members({ category: "possible", codes: [] });
  return spread.length === 0 ? whole(taken) : stretch(taken, { spread, possible, full, usable });
}

/** The plainest codes first: those that a reader knows. */
function inPreference(names: readonly string[]): readonly string[] {
  const known = ["O", "I", "L", "U", "G", "N", "C", "X", "B", UNMARKED];
  return [...new Set([...known.filter((name) => name === UNMARKED || names.includes(name)), ...names])];
}

interface CountWish {
  readonly sessions: number;
  readonly apart: boolean;
  readonly codes: ReadonlySet<string>;
}

interface Taken {
  readonly apart: readonly string[];
  readonly together: readonly string[];
}

/** Smaller sets first: a session coded I is an absence too. Undefined where one wish has more than another allows. */
function takeCounts(wishes: readonly CountWish[], usable: readonly string[]): Taken | undefined {
  const apart: string[] = [];
  const together: string[] = [];
  const countOf = (wish: CountWish): number => [...apart, ...together].filter((code) => wish.codes.has(code)).length;
  for (const wish of wishes.toSorted((a, b) => a.codes.size - b.codes.size)) {
    for (let missing = wish.sessions - countOf(wish); missing > 0; missing--) {
      const others = wishes.filter((other) => other !== wish && countOf(other) >= other.sessions);
      const code = usable.find((name) => wish.codes.has(name) && !others.some((other) => other.codes.has(name)));
      if (code === undefined) return undefined;
      (wish.apart ? apart : together).push(code);
    }
  }
  return wishes.every((wish) => countOf(wish) === wish.sessions) ? { apart, together } : undefined;
}

interface Shares {
  readonly spread: readonly { readonly codes: ReadonlySet<string>; readonly cell: Interval }[];
  readonly possible: ReadonlySet<string>;
  /** Codes of which there may be no more. */
  readonly full: ReadonlySet<string>;
  readonly usable: readonly string[];
}

/** Attended sessions before, and absences that no other wish counts, until every share is met. */
function stretch(taken: Taken, { spread, possible, full, usable }: Shares): readonly string[] | undefined {
  const fixed = [...taken.apart, ...taken.together];
  const counted = fixed.filter((code) => possible.has(code)).length;
  const first = spread[0]?.codes ?? new Set();
  const ofAttended = first.has(PRESENT);
  const more = usable.find((code) => !full.has(code) && possible.has(code) && first.has(code) !== ofAttended);
  const counts = spread.map(({ codes, cell }) => ({
    cell,
    fixed: fixed.filter((code) => codes.has(code)).length,
    ofMore: more !== undefined && codes.has(more) ? 1 : 0,
    ofPresent: codes.has(PRESENT) ? 1 : 0,
  }));
  for (let all = Math.max(1, counted + taken.apart.length); all <= mostSessions; all++) {
    const free = all - counted;
    for (let added = 0; added <= (more === undefined ? 0 : free - taken.apart.length); added++) {
      const met = counts.every(({ cell, fixed: own, ofMore, ofPresent }) =>
        contains(cell, ratio(own + added * ofMore + (free - added) * ofPresent, all)),
      );
      if (!met) continue;
      const rest = repeated(ATTENDED, free - added - taken.apart.length);
      return evenly([...rest, ...apartFrom(taken.apart), ...taken.together, ...repeated(more ?? ATTENDED, added)]);
    }
  }
  return undefined;
}

/** Stands for every code of a session attended as usual. */
const PRESENT = "/";

function repeated(code: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => code);
}

/** Single sessions with an attended one after each, so that each is an absence of its own. */
function apartFrom(codes: readonly string[]): readonly string[] {
  return codes.flatMap((code) => [code, ATTENDED]);
}

function whole({ apart, together }: Taken): readonly string[] {
  return evenly([...apartFrom(apart), ...together]);
}

/** Whole days: an odd session in front has no mark, so that it counts nowhere. */
function evenly(sessions: readonly string[]): readonly string[] {
  return sessions.length % 2 === 0 ? sessions : [UNMARKED, ...sessions];
}
