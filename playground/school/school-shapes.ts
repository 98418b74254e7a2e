// A school's pupils → the shapes of its pictures, counted exactly. Knows no colours and no page.

import type { PupilLine, RoleWork, SchoolLimit, SchoolView } from "../worker/school-protocol.ts";

/** Pupils whose attendance is at least `from` per cent and below `from + 1`; the first holds all below, the last is 100% itself. */
export interface Bin {
  readonly title: string;
  readonly from: number;
  readonly pupils: number;
}

/** Per cent below which pupils are told together. */
export const LOWEST = 70;
const WHOLE = 100;

export function attendanceBins(pupils: readonly PupilLine[]): readonly Bin[] {
  const counts = new Map<number, number>();
  for (const { attended, possible } of pupils) {
    if (possible === 0) continue;
    const from = Math.max(LOWEST - 1, Math.floor((attended * WHOLE) / possible));
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return Array.from({ length: WHOLE - LOWEST + 2 }, (_, place) => {
    const from = LOWEST - 1 + place;
    return { title: titleOf(from), from, pupils: counts.get(from) ?? 0 };
  });
}

function titleOf(from: number): string {
  if (from < LOWEST) return `below ${LOWEST}%`;
  return from === WHOLE ? "100%" : `${from}% to below ${from + 1}%`;
}

/** A line in the picture, and all that the policy says at it. */
export interface LimitLine {
  readonly n: number;
  readonly d: number;
  /** How many columns of the picture stand before it; they need not be whole. */
  readonly columns: number;
  readonly titles: readonly string[];
  /** Pupils below it, exactly. */
  readonly below: number;
}

/** One for each figure, lowest first. */
export function limitLines(limits: readonly SchoolLimit[], pupils: readonly PupilLine[]): readonly LimitLine[] {
  const groups = Map.groupBy(limits, ({ n, d }) => (n * 1_000_000) / d);
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, same]) => {
      const [{ n, d } = { n: 0, d: 1 }] = same;
      const percent = (n * WHOLE) / d;
      return [
        {
          n,
          d,
          columns: Math.max(0, percent - LOWEST + 1),
          titles: [...new Set(same.map(({ title }) => title))],
          below: pupils.filter(({ attended, possible }) => attended * d < n * possible).length,
        },
      ];
    });
}

export interface Held {
  readonly title: string;
  readonly pupils: number;
}

/** Of how many pupils each status holds, most first. */
export function statusCounts({ statuses, pupils }: SchoolView): readonly Held[] {
  const counts = statuses.map(() => 0);
  for (const pupil of pupils) for (const place of pupil.statuses) counts[place] = (counts[place] ?? 0) + 1;
  return statuses.map(({ title }, place) => ({ title, pupils: counts[place] ?? 0 }));
}

/** Places of the statuses that hold of every pupil. */
export function ofEverybody({ statuses, pupils }: SchoolView): ReadonlySet<number> {
  const places = statuses.map((_, place) => place);
  return new Set(places.filter((place) => pupils.every((pupil) => pupil.statuses.includes(place))));
}

/** How many pupils stand in each row of each table of bands; a table in which nobody stands is left out. */
export function bandCounts({
  bands,
  pupils,
}: SchoolView): readonly { readonly title: string; readonly rows: readonly Held[] }[] {
  return bands.flatMap(({ title, rows }, place) => {
    const held = rows.map((row, index) => ({
      title: row,
      pupils: pupils.filter((pupil) => pupil.bands[place] === index).length,
    }));
    return held.some((row) => row.pupils > 0) ? [{ title, rows: held }] : [];
  });
}

export interface RoleTotal extends RoleWork {
  readonly total: number;
  /** The most in any one week. */
  readonly most: number;
}

/** Those with most to do first. */
export function roleTotals(workload: readonly RoleWork[]): readonly RoleTotal[] {
  return workload
    .map((role) => ({
      ...role,
      total: role.weeks.reduce((sum, { count }) => sum + count, 0),
      most: role.weeks.reduce((most, { count }) => Math.max(most, count), 0),
    }))
    .toSorted((a, b) => b.total - a.total);
}

/** Attended and possible sessions of all together. */
export function together(pupils: readonly { readonly attended: number; readonly possible: number }[]): {
  readonly attended: number;
  readonly possible: number;
} {
  return pupils.reduce(
    (sum, { attended, possible }) => ({ attended: sum.attended + attended, possible: sum.possible + possible }),
    { attended: 0, possible: 0 },
  );
}
