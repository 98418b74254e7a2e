// A key that two pieces of a model share exactly when they mean the same, wherever they are written and however a number
// is spelled (`95%` and `95.0%`). It knows no kinds of nodes: places and origins fall away, all else counts.

import type { Ratio } from "../units/ratio.ts";
import { lowestTerms } from "./exact.ts";

/** Nodes never change, so that each is read once, however many rules ask for it. */
const known = new WeakMap<object, string>();

/** Equal texts mean equal meanings. Of no use for showing to anyone. */
export function keyOf(node: object): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const key = JSON.stringify(node, withoutPlaces);
  known.set(node, key);
  return key;
}

function withoutPlaces(name: string, value: unknown): unknown {
  if (name === "span" || name === "origin" || name === "replaces") return undefined;
  return isRatio(value) ? lowestTerms(value) : value;
}

export function isRatio(value: unknown): value is Ratio {
  return typeof value === "object" && value !== null && "n" in value && "d" in value;
}
