// A policy → every way of taking one cited rule away, of moving one of its edges and figures, and of reading it otherwise.

import type * as Ast from "../syntax/ast.ts";
import type { Span } from "../source/text.ts";
import { positionOf } from "../source/text.ts";
import { citingStatements } from "./citations.ts";
import type { Citing } from "./citations.ts";
import { movesIn } from "./moves.ts";
import { at, removeAt, replaceAt } from "./tree.ts";
import type { Path } from "./tree.ts";

export interface Mutant {
  /**
   * `remove` takes the rule away, `move` changes an edge or figure, `read` takes another reading than the chosen one;
   * `condition`, `actor`, `modal` and `deadline` change that part of a rule.
   */
  readonly kind: "remove" | "move" | "read" | "condition" | "actor" | "modal" | "deadline";
  /** What was done, in words: `without it`, `95% becomes 94.9%`. */
  readonly says: string;
  readonly clauses: readonly string[];
  readonly span: Span;
  readonly ast: Ast.Policy;
  /** Where the tree was changed; of a reading, where the question stands. */
  readonly path: Path;
  /** Readings to take instead of the chosen ones. */
  readonly choose: ReadonlyMap<string, string>;
}

/** Rules stand in the order of the file; each rule's mutants together, its removal first. */
export function mutantsOf(policy: Ast.Policy): readonly Mutant[] {
  return citingStatements(policy)
    .filter(({ node }) => node.kind !== "note")
    .flatMap((citing) => mutantsOfRule(policy, citing));
}

function mutantsOfRule(policy: Ast.Policy, citing: Citing): readonly Mutant[] {
  const { node, path, clauses, within } = citing;
  const aside = within.find(({ chosen }) => !chosen);
  // What stands in a reading that was not chosen decides nothing until it is: taking that reading is what must be noticed.
  if (aside !== undefined) return [reading(policy, citing, aside.question, aside.label)];
  const moves = movesIn(node, path).map((move): Mutant => {
    const ast = replaceAt(policy, move.path, move.value);
    return { kind: "move", says: move.says, clauses, span: node.span, choose: new Map(), ast, path: move.path };
  });
  if (node.kind === "readings") return [...otherReadings(policy, citing), ...moves];
  if (node.kind === "reading") return [...otherReadings(policy, { ...citing, path: path.slice(0, -2) }), ...moves];
  const removed = removeAt(policy, path);
  if (removed === undefined) return moves;
  const removal: Mutant = {
    kind: "remove",
    says: "without it",
    clauses,
    span: node.span,
    choose: new Map(),
    ast: removed,
    path,
  };
  return [removal, ...moves];
}

function otherReadings(policy: Ast.Policy, citing: Citing): readonly Mutant[] {
  const { question, alternatives } = at(policy, citing.path) as Ast.Readings<unknown>;
  return alternatives
    .filter(({ chosen }) => !chosen)
    .map(({ label }) => reading(policy, citing, question.text, label.text));
}

function reading(policy: Ast.Policy, { clauses, node, path }: Citing, question: string, label: string): Mutant {
  return {
    kind: "read",
    says: `read as “${label}”`,
    clauses,
    span: node.span,
    ast: policy,
    path,
    choose: new Map([[question, label]]),
  };
}

/** Where the rule stands, as `file:line`. */
export function placeOf({ span }: { readonly span: Span }): string {
  return `${span.source.name}:${positionOf(span).line}`;
}
