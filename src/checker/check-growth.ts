// How long it takes to work a named thing out. A figure that others rest on is worked out again wherever it is named; named
// twice at each of fifty levels, that is more often than a school has seconds.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place, Places } from "./dependencies.ts";
import { nameMessages } from "./diagnostics.ts";

/** How many names may be put in place, those named by what is put in place among them. Published policies need ten. */
const MOST = 300;

/** Told where it first grows too much, and not again of everything that rests on it. */
export function reportGrowth(places: Places, layer: string, report: (diagnostic: Diagnostic) => void): void {
  const sizes = sizesOf(places);
  const grows = (key: string): boolean => (sizes.get(key) ?? 0) > MOST;
  const first = [...places].filter(([key, { rests }]) => grows(key) && ![...rests.keys()].some(grows));
  const own = first.filter(([, { origin }]) => origin.layer === layer);
  for (const [, { what, name, origin }] of own.length > 0 ? own : first)
    report(nameMessages.restsOnTooMuch({ what, name, most: MOST }, origin.span));
}

/** How many names are put in place in each, however deep; a circle, which is told elsewhere, is gone round once. */
function sizesOf(places: Places): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const start of places.keys()) {
    // A chain may be longer than the computer can go down into, so it is gone through by a list.
    const open = [start];
    for (let key = open.at(-1); key !== undefined; key = open.at(-1)) {
      const place = places.get(key);
      const waiting = sizes.has(key) ? [] : namedBy(place).filter((each) => places.has(each) && !sizes.has(each));
      if (!sizes.has(key)) sizes.set(key, 0);
      if (waiting.length > 0) {
        open.push(...waiting);
        continue;
      }
      open.pop();
      if (place !== undefined) sizes.set(key, sizeOf(place, sizes));
    }
  }
  return sizes;
}

/** A procedure reads the state of another; it does not work it out. */
function namedBy(place: Place | undefined): readonly string[] {
  return [...(place?.rests.keys() ?? [])].filter((key) => !key.startsWith("procedure "));
}

function sizeOf(place: Place, sizes: ReadonlyMap<string, number>): number {
  return namedBy(place).reduce((sum, key) => sum + (place.rests.get(key)?.times ?? 0) * (1 + (sizes.get(key) ?? 0)), 0);
}
