// What a rule can see while it is checked: the names there are, the procedure it stands in, and where to put what is found.
// It is passed along, never reached for; a narrower scope is a copy.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import type * as Model from "./model.ts";
import type { Names, ProcedureName } from "./names.ts";
import { chosenBody } from "./readings.ts";
import type { Choices } from "./readings.ts";

/** What the rule belongs to: a short name for its holes, and words for the reader. */
export interface Subject {
  readonly key: string;
  readonly words: string;
  readonly clauses: readonly string[];
}

export interface Scope {
  readonly layer: string;
  readonly names: Names;
  readonly choices: Choices;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Records something the text does not say; the answer is the hole's name, unlike any other. */
  readonly hole: (wished: string, what: string, origin: Model.Origin) => string;
  readonly subject: Subject;
  readonly procedure?: ProcedureName;
  readonly anchor?: Model.Anchor;
}

/** The same scope, saying nothing and keeping nothing: for a look ahead. */
export function quietly(scope: Scope): Scope {
  return { ...scope, report: () => {}, hole: (wished) => wished };
}

export function about(scope: Scope, key: string, words: string, node: Ast.Tail): Scope {
  return { ...scope, subject: { key, words, clauses: clausesOf(node) } };
}

/** A part of the present subject, such as a step of a procedure. */
export function aboutPart(scope: Scope, key: string, words: string, node: Ast.Tail): Scope {
  return about(scope, `${scope.subject.key}-${key}`, `${words} of ${scope.subject.words}`, node);
}

/** The list as the chosen readings leave it. */
export function chosenIn<T extends { readonly kind: string }>(
  scope: Scope,
  list: readonly T[],
): readonly Exclude<T, { readonly kind: "readings" }>[] {
  return chosenBody(list, scope.choices);
}

export function originOf(scope: Scope, node: Ast.Tail & { readonly span: Span }): Model.Origin {
  return { span: node.span, clauses: clausesOf(node), layer: scope.layer };
}

/** A hole in a rule of the present subject. */
export function holeAt(scope: Scope, part: string, what: string, span: Span): string {
  const { key, clauses } = scope.subject;
  return scope.hole(`${key}-${part}`, what, { span, clauses, layer: scope.layer });
}

export function clausesOf(node: Ast.Tail): readonly string[] {
  return node.clauses.map((clause) => clause.text);
}
