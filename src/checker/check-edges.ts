// Edges go with what stands beside them: `below` with amounts, `before` with moments (S2). Offers the edge that means the same.

import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import { edgeWords } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { unitMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { typeWords } from "./value-types.ts";

export interface EdgeUse {
  readonly edge: Edge;
  readonly span: Span;
  /** What stands on the near side, as written. */
  readonly left: string;
}

const amountEdge: ReadonlyMap<Edge, Edge> = new Map<Edge, Edge>([
  ["before", "below"],
  ["after", "above"],
  ["by", "at-most"],
  ["until", "at-most"],
]);

const momentEdge: ReadonlyMap<Edge, Edge> = new Map<Edge, Edge>([
  ["below", "before"],
  ["fewer-than", "before"],
  ["above", "after"],
  ["more-than", "after"],
  ["at-least", "from"],
  ["at-most", "by"],
]);

/** `from` may open a stretch of amounts or of moments; `exactly` is itself anywhere. */
export function checkEdge(scope: Scope, use: EdgeUse, type: Model.ValueType | undefined): boolean {
  if (type === undefined) return true;
  if (type.kind === "time" || type.kind === "date") return checkMomentEdge(scope, use, typeWords(type));
  // One text is another or it is not: there is no more and no less of it.
  if (type.kind === "text")
    return fits(scope, use, "figures", typeWords(type), use.edge === "exactly" ? undefined : "exactly");
  return fits(scope, use, "moments", typeWords(type), amountEdge.get(use.edge));
}

export function checkMomentEdge(scope: Scope, use: EdgeUse, leftType = "a moment"): boolean {
  return fits(scope, use, "amounts", leftType, momentEdge.get(use.edge));
}

function fits(scope: Scope, use: EdgeUse, edgeFor: string, leftType: string, better: Edge | undefined): boolean {
  if (better === undefined) return true;
  const words = edgeWords(better);
  const fixes = [{ title: `write ${words}`, edits: [{ span: use.span, text: words }] }];
  const args = { edge: edgeWords(use.edge), edgeFor, left: use.left, leftType, better: words };
  scope.report(unitMessages.edgeDoesNotFit(args, use.span, { fixes }));
  return false;
}

/** The edge alone, out of a span that holds the edge and its limit. */
export function edgeUse(edge: Edge, whole: Span, limit: Span, left: string): EdgeUse {
  const before = spanText({ ...whole, to: limit.from }).trimEnd();
  return { edge, span: { ...whole, to: whole.from + before.length }, left };
}
