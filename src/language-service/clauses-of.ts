// A policy → what the clauses say that it and the layers above it have a file for, its own first.

import type { Layer } from "../draft.ts";
import type { Clause } from "../yaml/clause-file.ts";
import { chainOf } from "./references.ts";

export function clausesOf(layer: Layer): readonly Clause[] {
  return chainOf(layer).flatMap(({ clauses }) => [...(clauses?.clauses.values() ?? [])]);
}

export function clauseOf(layer: Layer, id: string): Clause | undefined {
  for (const { clauses } of chainOf(layer)) {
    const found = clauses?.clauses.get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}
