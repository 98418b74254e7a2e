// Sums with exact ratios that a proof needs beside comparing them: halves, parts of a whole, lowest terms.
// All in safe integers; what would leave them is a Bug, for thresholds in policies are small.

import { ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";

export const nought: Ratio = ratio(0, 1);
export const whole: Ratio = ratio(1, 1);

export function lowestTerms({ n, d }: Ratio): Ratio {
  const common = greatestCommonDivisor(Math.abs(n), d);
  return ratio(n / common, d / common);
}

/** What is missing to the whole: 5% of 95%. */
export function remainder({ n, d }: Ratio): Ratio {
  return lowestTerms(ratio(d - n, d));
}

/** A figure strictly between two different ones. */
export function between(a: Ratio, b: Ratio): Ratio {
  return lowestTerms(ratio(a.n * b.d + b.n * a.d, 2 * a.d * b.d));
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
