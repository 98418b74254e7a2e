// What depends on what, name by name: a status that rests on itself, or two procedures that wait for each other (S20), is a fault.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { walk } from "./walk-model.ts";
import type { Node } from "./walk-model.ts";

interface Place {
  readonly what: string;
  readonly name: string;
  readonly origin: Model.Origin;
  /** Key of what it rests on → where it says so. */
  readonly rests: ReadonlyMap<string, Span>;
}

/** Each circle once, at a place in this layer if it has one: that is where it can be broken. */
export function reportCircles(model: Model.Model, layer: string, report: (diagnostic: Diagnostic) => void): void {
  const places = placesOf(model);
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
  places: ReadonlyMap<string, Place>,
  fallback: Place,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { what, name, origin, rests } = places.get(start) ?? fallback;
  const names = [...circle, start].map((key) => `\`${places.get(key)?.name ?? key}\``);
  const path = names.join(", which rests on ").replace(", which", "");
  const labels = circle.slice(1).flatMap((key, index) => {
    const next = circle[index + 2] ?? start;
    const span = places.get(key)?.rests.get(next);
    return span === undefined ? [] : [{ span, text: `\`${places.get(key)?.name ?? key}\` rests on this` }];
  });
  const span = rests.get(circle[1] ?? start) ?? origin.span;
  report(nameMessages.dependsOnItself({ what, name, path }, span, { labels }));
}

function rotated(circle: readonly string[], start: string): readonly string[] {
  const index = Math.max(0, circle.indexOf(start));
  return [...circle.slice(index), ...circle.slice(0, index)];
}

/** The shortest way from a place back to itself. */
function circleThrough(key: string, places: ReadonlyMap<string, Place>): readonly string[] | undefined {
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

function placesOf(model: Model.Model): ReadonlyMap<string, Place> {
  const groups = [...model.words.values()].filter(({ means }) => means !== undefined);
  const tables: readonly (readonly [string, Iterable<Model.Named>])[] = [
    ["parameter", model.parameters.values()],
    ["flag", groups],
    ["measure", model.measures.values()],
    ["status", model.statuses.values()],
    ["bands", model.bands.values()],
    ["procedure", model.procedures.values()],
  ];
  return new Map(
    tables.flatMap(([what, nodes]) =>
      [...nodes].map((node) => {
        const { name, origin } = node;
        return [`${what} ${name}`, { what: kindWords(what), name, origin, rests: restsOf(what, node) }] as const;
      }),
    ),
  );
}

function kindWords(what: string): string {
  return what === "bands" ? "table of bands" : what;
}

function restsOf(what: string, node: Model.Named): ReadonlyMap<string, Span> {
  const rests = new Map<string, Span>();
  walk(node, (part) => {
    const key = dependency(part);
    const ownStep = what === "procedure" && key === `procedure ${node.name}`;
    if (key !== undefined && "span" in part && !ownStep && !rests.has(key)) rests.set(key, part.span);
  });
  return rests;
}

/** Reading a procedure's step is resting on it; so is any figure or state with a name. */
function dependency(node: Node): string | undefined {
  if (node.kind === "step" && "procedure" in node) return `procedure ${node.procedure}`;
  if ((node.kind === "worth" || node.kind === "in-band") && "bands" in node) return `bands ${node.bands}`;
  return namedKinds.has(node.kind) && "name" in node ? `${node.kind} ${node.name}` : undefined;
}

const namedKinds: ReadonlySet<string> = new Set(["parameter", "measure", "status", "flag"]);
