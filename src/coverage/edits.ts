// A policy → every small edit that would make another policy of it: each statement taken away, each edge and figure moved by
// a step, each condition loosened, each sentence given to another, made optional, or without its deadline.
// Cited or not: whoever edits a policy by mistake does not look for clauses.

import { positionOf } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { skipped } from "./citations.ts";
import { conditionEdits } from "./condition-edits.ts";
import { movesOf } from "./moves.ts";
import type { Mutant } from "./mutants.ts";
import { sentenceEdits } from "./sentence-edits.ts";
import { at, removeAt, replaceAt } from "./tree.ts";
import type { Path } from "./tree.ts";
import { isSetAside, withinStatement } from "./within-statement.ts";

/** What changes, and how that is said; `span` is the smallest place around it. */
export interface Edit {
  readonly kind: Mutant["kind"];
  readonly path: Path;
  /** Undefined takes away what stands at the path. */
  readonly value: unknown;
  readonly says: string;
}

type Statement = Ast.Tail & { readonly kind: string; readonly span: Span };

interface Placed {
  readonly statement: Statement;
  readonly path: Path;
}

/** In the order of the file; of one statement, its removal first. */
export function editsOf(policy: Ast.Policy): readonly Mutant[] {
  const actors = actorsOf(policy);
  return decidingStatements(policy).flatMap(({ statement, path }) => {
    if (statement.kind === "readings") return otherReadings(policy, statement as Ast.Readings<unknown>, path);
    const parts = withinStatement(statement, path, isStatement);
    const within = parts.flatMap(({ node, path: place }): readonly Edit[] => [
      ...movesOf(node, place).map((move): Edit => ({ kind: "move", ...move })),
      ...conditionEdits(node, place),
      ...(statement === node ? sentenceEdits(statement, place, actors) : []),
    ]);
    return [...removal(policy, statement, path), ...within.map((edit) => carryOut(policy, statement, edit))];
  });
}

/** Statements that decide something: no notes, no examples, nothing in a reading that was not chosen. */
function decidingStatements(policy: Ast.Policy): readonly Placed[] {
  const found: Placed[] = [];
  const look = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) return node.forEach((each, index) => look(each, [...path, index]));
    if (typeof node !== "object" || node === null || isSetAside(node)) return;
    if ("kind" in node && (node.kind === "note" || node.kind === "example" || node.kind === "unreadable")) return;
    if (isStatement(node) && path.length > 0 && node.kind !== "reading" && !namesFile(node))
      found.push({ statement: node, path });
    for (const [key, child] of Object.entries(node)) if (!skipped.has(key)) look(child, [...path, key]);
  };
  look(policy, []);
  return found;
}

function isStatement(node: object): node is Statement {
  return "kind" in node && "clauses" in node && "comments" in node;
}

/** Which files and layers a policy stands on is no rule of its own. */
function namesFile(node: Statement): boolean {
  return node.kind === "header" && (node as Ast.Header).entry.kind !== "in-force";
}

function removal(policy: Ast.Policy, statement: Statement, path: Path): readonly Mutant[] {
  const ast = statement.kind === "header" ? undefined : removeAt(policy, path);
  return ast === undefined ? [] : [mutant("remove", "without it", statement, statement.span, ast, path)];
}

function carryOut(policy: Ast.Policy, statement: Statement, { kind, path, value, says }: Edit): Mutant {
  const ast = value === undefined ? (removeAt(policy, path) ?? policy) : replaceAt(policy, path, value);
  return mutant(kind, says, statement, smallestSpan(policy, path, statement.span), ast, path);
}

function otherReadings(policy: Ast.Policy, readings: Ast.Readings<unknown>, path: Path): readonly Mutant[] {
  return readings.alternatives
    .filter(({ chosen }) => !chosen)
    .map(({ label }) => ({
      ...mutant("read", `read as “${label.text}”`, readings, readings.question.span, policy, path),
      choose: new Map([[readings.question.text, label.text]]),
    }));
}

function mutant(kind: Mutant["kind"], says: string, of: Statement, span: Span, ast: Ast.Policy, path: Path): Mutant {
  return { kind, says, clauses: of.clauses.map(({ text }) => text), span, ast, choose: new Map(), path };
}

/** The place of the innermost part around the path that has one, so that an edit is shown where it is made. */
function smallestSpan(policy: Ast.Policy, path: Path, around: Span): Span {
  for (let length = path.length; length > 0; length--) {
    const node = at(policy, path.slice(0, length));
    if (typeof node === "object" && node !== null && "span" in node) return node.span as Span;
  }
  return around;
}

/** Everyone a sentence of the policy makes act, in alphabetical order. */
function actorsOf(policy: Ast.Policy): readonly string[] {
  const names = new Set<string>();
  for (const { statement } of decidingStatements(policy))
    if (statement.kind === "sentence")
      for (const { name } of (statement as Ast.Sentence).actors.members) names.add(name.text);
  return [...names].toSorted();
}

/** Orders edits as a reader meets them. */
export function lineOf({ span }: Mutant): number {
  return positionOf(span).line;
}
