// Every statement of a policy, the policy itself included: whatever can bear a lock or cite a clause. Statements stand in
// statements alone, so conditions, values and words are never looked through: they are nine tenths of a tree.

import type * as Ast from "../syntax/ast.ts";
import type { Node } from "../syntax/walk.ts";

export type Statement = Extract<Node, Ast.Tail>;

type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { readonly kind: Kind }>;

const none: readonly Statement[] = [];

/** A new kind of statement breaks the build here until it is said what stands in it. */
const partsOf: { readonly [Kind in Statement["kind"]]: (node: StatementOf<Kind>) => readonly Statement[] } = {
  policy: ({ headers, declarations }) => [...headers, ...declarations],
  header: () => none,
  readings: ({ alternatives }) => alternatives,
  reading: ({ body }) => body,
  parameter: () => none,
  word: () => none,
  "code-declaration": () => none,
  register: ({ items }) => items,
  "register-moment": () => none,
  "register-zone": () => none,
  coding: ({ rows }) => rows,
  "coding-row": () => none,
  act: ({ allowedWhen }) => allowedWhen,
  allowed: () => none,
  measure: ({ rows }) => rows,
  "measure-row": () => none,
  status: () => none,
  bands: ({ rows }) => rows,
  band: () => none,
  procedure: ({ items }) => items,
  transition: () => none,
  step: ({ items }) => items,
  duty: ({ items }) => items,
  decision: ({ tests }) => tests,
  "decision-test": () => none,
  document: ({ lines }) => lines,
  "document-field": () => none,
  "document-text": () => none,
  note: () => none,
  sentence: () => none,
  wait: () => none,
  branch: (branch) => [...branch.then, ...branch.otherwise],
  repeat: ({ body }) => body,
  example: ({ items }) => items,
  "example-pupil": () => none,
  "example-staff": () => none,
  "example-marks": () => none,
  "example-record": () => none,
  "example-arrival": () => none,
  "example-assumption": () => none,
  "example-expectation": ({ expectation }) => (expectation.kind === "obligation" ? [expectation.sentence] : none),
};

/** Those directly inside, in the order of the text. */
export function statementsWithin(node: Statement): readonly Statement[] {
  const list = partsOf[node.kind] as (node: Statement) => readonly Statement[];
  return list(node);
}

/** The statement, and all that stand in it however deep, in the order of the text. */
export function statementsIn(node: Statement): readonly Statement[] {
  return statementsUpTo(node, () => false);
}

/** All but the examples and what stands in them. */
export function statementsOfRules(policy: Ast.Policy): readonly Statement[] {
  return statementsUpTo(policy, ({ kind }) => kind === "example");
}

export function statementsOfExamples({ declarations }: Ast.Policy): readonly Statement[] {
  return declarations.flatMap(examplesIn).flatMap(statementsIn);
}

function examplesIn(declaration: Ast.Declaration): readonly Ast.Example[] {
  if (declaration.kind === "example") return [declaration];
  if (declaration.kind !== "readings") return [];
  return declaration.alternatives.flatMap(({ body }) => body.flatMap(examplesIn));
}

function statementsUpTo(node: Statement, isLeftOut: (statement: Statement) => boolean): readonly Statement[] {
  const found: Statement[] = [];
  const visit = (statement: Statement): void => {
    if (isLeftOut(statement)) return;
    found.push(statement);
    for (const inner of statementsWithin(statement)) visit(inner);
  };
  visit(node);
  return found;
}
