// Collects what the text does not say, each under a name of its own, beside the holes of the layers above.

import type { Span } from "../source/text.ts";
import type * as Model from "./model.ts";

export interface Holes {
  readonly add: (wished: string, what: string, origin: Model.Origin) => string;
  /** All holes, without those above that lie in declarations said anew here. */
  readonly list: (replaced: readonly Span[]) => readonly Model.Hole[];
}

export function makeHoles(above: readonly Model.Hole[]): Holes {
  const own: Model.Hole[] = [];
  const taken = new Set(above.map((hole) => hole.name));
  return {
    add: (wished, what, origin) => {
      const name = unlikeOthers(wished, taken);
      taken.add(name);
      own.push({ name, what, origin });
      return name;
    },
    list: (replaced) => [...above.filter((hole) => !replaced.some((span) => contains(span, hole.origin.span))), ...own],
  };
}

function unlikeOthers(wished: string, taken: ReadonlySet<string>): string {
  let name = wished;
  for (let count = 2; taken.has(name); count++) name = `${wished}-${count}`;
  return name;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.source === inner.source && outer.from <= inner.from && inner.to <= outer.to;
}
