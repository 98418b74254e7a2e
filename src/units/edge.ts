// The words that say on which side of a limit a value must stand, and whether the limit itself belongs (S2).
// Knows only the sign of a comparison; what is compared is somebody else's business.

import type { Comparison } from "./ratio.ts";

interface EdgeEntry {
  readonly words: string;
  /** `lower`: the value stands above the limit; `upper`: below it; `both`: on it. */
  readonly side: "lower" | "upper" | "both";
  readonly included: boolean;
}

export type Edge =
  | "below"
  | "above"
  | "at-least"
  | "at-most"
  | "more-than"
  | "fewer-than"
  | "exactly"
  | "before"
  | "after"
  | "by"
  | "from"
  | "until";

const edges: Readonly<Record<Edge, EdgeEntry>> = {
  below: { words: "below", side: "upper", included: false },
  above: { words: "above", side: "lower", included: false },
  "at-least": { words: "at least", side: "lower", included: true },
  "at-most": { words: "at most", side: "upper", included: true },
  "more-than": { words: "more than", side: "lower", included: false },
  "fewer-than": { words: "fewer than", side: "upper", included: false },
  exactly: { words: "exactly", side: "both", included: true },
  before: { words: "before", side: "upper", included: false },
  after: { words: "after", side: "lower", included: false },
  by: { words: "by", side: "upper", included: true },
  from: { words: "from", side: "lower", included: true },
  until: { words: "until", side: "upper", included: true },
};

export const allEdges: readonly Edge[] = Object.keys(edges) as Edge[];

const edgeByWords: ReadonlyMap<string, Edge> = new Map(allEdges.map((edge) => [edges[edge].words, edge]));

/** Whether a value stands rightly to its limit; `comparison` is the sign of value minus limit. */
export function holdsAt(edge: Edge, comparison: Comparison): boolean {
  if (comparison === 0) return edges[edge].included;
  return edges[edge].side === (comparison < 0 ? "upper" : "lower");
}

/** Whether the limit itself passes: `at least 95%` includes 95%, `above 95%` does not. */
export function includesEdge(edge: Edge): boolean {
  return edges[edge].included;
}

/** True for `above`, `at least`, `more than`, `after`, `from`: values run upwards from the limit. `exactly` bounds both ways and is neither. */
export function isLowerBound(edge: Edge): boolean {
  return edges[edge].side === "lower";
}

/** True for `below`, `at most`, `fewer than`, `before`, `by`, `until`: values run up to the limit. */
export function isUpperBound(edge: Edge): boolean {
  return edges[edge].side === "upper";
}

/** Reads `at least` or `at-least`; undefined for any other words. */
export function edgeFromWords(words: string): Edge | undefined {
  return edgeByWords.get(words.trim().replace(/[\s-]+/g, " "));
}

export function edgeWords(edge: Edge): string {
  return edges[edge].words;
}
