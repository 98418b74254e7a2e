// Exact rational numbers on safe integers: how every share, rate and percentage is held, compared and written.
// Knows nothing of registers; refuses floating point, so 342 of 380 is 90% and not a hair beside it.

import { Bug } from "../support/bug.ts";

/** `n / d` with `d > 0`; both safe integers, not necessarily in lowest terms (342/380 keeps its own base visible). */
export interface Ratio {
  readonly n: number;
  readonly d: number;
}

export type Comparison = -1 | 0 | 1;

/** A ratio of two safe integers. A base of nought has no ratio: callers answer "not known" before they get here. */
export function ratio(n: number, d: number): Ratio {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d <= 0) throw new Bug(`not an exact ratio: ${n}/${d}`);
  return { n, d };
}

/** Sign of `a - b`, exactly: cross multiplication, in BigInt when a product leaves the safe integers. */
export function compareRatio(a: Ratio, b: Ratio): Comparison {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : left > right ? 1 : 0;
  const exactLeft = BigInt(a.n) * BigInt(b.d);
  const exactRight = BigInt(b.n) * BigInt(a.d);
  return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0;
}

/** `a - b` in lowest terms, for the change between two figures. Throws `Bug` if the answer leaves the safe integers. */
export function subtractRatio(a: Ratio, b: Ratio): Ratio {
  const n = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d);
  const d = BigInt(a.d) * BigInt(b.d);
  const common = greatestCommonDivisor(n < 0n ? -n : n, d);
  return ratio(Number(n / common), Number(d / common));
}

/**
 * A ratio as a percentage with a fixed number of decimal places, such as `95.5%`. Rounds half up, exactly (a figure
 * below nought rounds half away from it, so that a rise and a fall of one size read alike). For reading only: nothing
 * is ever decided on the rounded text.
 */
export function formatPercent(value: Ratio, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = BigInt(value.n < 0 ? -value.n : value.n) * 100n * scale;
  const base = BigInt(value.d);
  const rounded = (2n * size + base) / (2n * base);
  const sign = value.n < 0 && rounded > 0n ? "-" : "";
  const whole = rounded / scale;
  if (places === 0) return `${sign}${whole}%`;
  return `${sign}${whole}.${String(rounded % scale).padStart(places, "0")}%`;
}

/** Reads `95`, `95.5` or `95.5%` exactly (955/1000); undefined for anything else, or more than six decimal places. */
export function parsePercent(text: string): Ratio | undefined {
  const match = /^(\d{1,7})(?:\.(\d{1,6}))?%?$/.exec(text.trim());
  if (match === null) return undefined;
  const decimals = match[2] ?? "";
  return ratio(Number(`${match[1]}${decimals}`), 100 * 10 ** decimals.length);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [b, a];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
