// What depends on what, name by name: a status that rests on itself, or two procedures that wait for each other (S20), is a fault.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place, Places } from "./dependencies.ts";
import { nameMessages } from "./diagnostics.ts";

/** Each circle once, at a place in this layer if it has one: that is where it can be broken. */
export function reportCircles(places: Places, layer: string, report: (diagnostic: Diagnostic) => void): void {
  const settled = new Set<string>();
  for (const [key, place] of places) {
    if (settled.has(key)) continue;
    const circle = circleThrough(key, places);
    if (circle === undefined) continue;
    circle.forEach((each) => settled.add(each));
    const start = circle.find((each) => places.get(each)?.origin.layer === layer) ?? key;
    reportCircle(start, rotated(circle, start), places, place, report);
  }
}

function reportCircle(
  start: string,
  circle: readonly string[],
  places: Places,
  fallback: Place,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { what, name, origin, rests } = places.get(start) ?? fallback;
  const names = [...circle, start].map((key) => `\`${places.get(key)?.name ?? key}\``);
  const path = names.join(", which rests on ").replace(", which", "");
  const labels = circle.slice(1).flatMap((key, index) => {
    const next = circle[index + 2] ?? start;
    const span = places.get(key)?.rests.get(next)?.span;
    return span === undefined ? [] : [{ span, text: `\`${places.get(key)?.name ?? key}\` rests on this` }];
  });
  const span = rests.get(circle[1] ?? start)?.span ?? origin.span;
  report(nameMessages.dependsOnItself({ what, name, path }, span, { labels }));
}

function rotated(circle: readonly string[], start: string): readonly string[] {
  const index = Math.max(0, circle.indexOf(start));
  return [...circle.slice(index), ...circle.slice(0, index)];
}

/** The shortest way from a place back to itself. */
function circleThrough(key: string, places: Places): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [key];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    for (const next of places.get(current)?.rests.keys() ?? []) {
      if (next === key) return pathTo(current, key, cameFrom);
      if (cameFrom.has(next) || !places.has(next)) continue;
      cameFrom.set(next, current);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [end];
  for (let current = end; current !== start;) {
    current = cameFrom.get(current) ?? start;
    path.unshift(current);
  }
  return path;
}
