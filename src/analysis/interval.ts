// Stretches of figures with exact ends, each end belonging or not: what an edge such as `below 95%` lets through.
// Knows numbers alone; whether only whole counts or only shares of sessions can lie in a stretch is for witness.ts.

import type { Edge } from "../units/edge.ts";
import { includesEdge, isLowerBound, isUpperBound } from "../units/edge.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { nought, remainder, whole } from "./exact.ts";

export interface Bound {
  readonly at: Ratio;
  readonly included: boolean;
}

/** Without an end it runs on for ever in that direction. */
export interface Interval {
  readonly low?: Bound;
  readonly high?: Bound;
}

export const everything: Interval = {};

/** What a share, or a count of anything, can be at all. */
export function rangeOf(kind: "share" | "count" | "days"): Interval {
  const low = { at: nought, included: true };
  return kind === "share" ? { low, high: { at: whole, included: true } } : { low };
}

export function intervalOf(edge: Edge, limit: Ratio): Interval {
  const bound = { at: limit, included: includesEdge(edge) };
  if (isLowerBound(edge)) return { low: bound };
  return isUpperBound(edge) ? { high: bound } : { low: bound, high: bound };
}

/** The figures in both; undefined where there are none. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const low = stricter(a.low, b.low, 1);
  const high = stricter(a.high, b.high, -1);
  const both = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  return isEmpty(both) ? undefined : both;
}

export function contains({ low, high }: Interval, figure: Ratio): boolean {
  return clears(figure, low, 1) && clears(figure, high, -1);
}

/** What lies in `within` and in none of the intervals, from low to high. */
export function gapsBetween(intervals: readonly Interval[], within: Interval): readonly Interval[] {
  return intervals.reduce<readonly Interval[]>((left, taken) => left.flatMap((part) => without(part, taken)), [within]);
}

/** The same figures seen from the other end: attendance of at most 90% is absence of at least 10%. */
export function mirrored({ low, high }: Interval): Interval {
  return {
    ...(high === undefined ? {} : { low: flipped(high) }),
    ...(low === undefined ? {} : { high: flipped(low) }),
  };
}

export function without(part: Interval, taken: Interval): readonly Interval[] {
  const below = taken.low === undefined ? undefined : intersection(part, { high: turned(taken.low) });
  const above = taken.high === undefined ? undefined : intersection(part, { low: turned(taken.high) });
  return [below, above].filter((each) => each !== undefined);
}

function flipped({ at, included }: Bound): Bound {
  return { at: remainder(at), included };
}

function turned({ at, included }: Bound): Bound {
  return { at, included: !included };
}

function clears(figure: Ratio, bound: Bound | undefined, direction: 1 | -1): boolean {
  if (bound === undefined) return true;
  const comparison = compareRatio(figure, bound.at);
  return comparison === 0 ? bound.included : comparison === direction;
}

function stricter(a: Bound | undefined, b: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const comparison = compareRatio(a.at, b.at);
  if (comparison === 0) return a.included ? b : a;
  return comparison === direction ? a : b;
}

function isEmpty({ low, high }: Interval): boolean {
  if (low === undefined || high === undefined) return false;
  const comparison = compareRatio(low.at, high.at);
  return comparison === 0 ? !(low.included && high.included) : comparison > 0;
}
