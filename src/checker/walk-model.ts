// Walks the rules of a model: every condition, value, moment and event in a part of it, for whoever looks for one kind of thing.

import type * as Model from "./model.ts";

export type Node =
  Model.Condition | Model.Value | Model.MomentExpression | Model.Event | Model.Sentence | { readonly kind: string };

/** Calls `visit` for every node with a kind, from the outside in. Spans and origins hold no rules and are passed over. */
export function walk(part: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(part)) {
    for (const each of part) walk(each, visit);
  } else if (part instanceof Map) {
    for (const each of part.values()) walk(each, visit);
  } else if (typeof part === "object" && part !== null) {
    if ("kind" in part && typeof part.kind === "string") visit(part as Node);
    for (const key of Object.keys(part)) {
      const value = part[key as keyof typeof part] as unknown;
      if (typeof value === "object" && !besideRules.has(key)) walk(value, visit);
    }
  }
}

/** The paragraphs of a letter decide nothing. */
const besideRules: ReadonlySet<string> = new Set([
  "span",
  "origin",
  "type",
  "layers",
  "replaces",
  "lockBreaches",
  "texts",
]);
