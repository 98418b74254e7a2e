// The declarations of a policy as the chosen readings leave them, sorted by kind in the order of the file.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { chosenBody } from "./readings.ts";
import type { Choices } from "./readings.ts";

export interface Declarations {
  readonly parameters: readonly Ast.Parameter[];
  readonly words: readonly Ast.Word[];
  readonly codes: readonly Ast.CodeDeclaration[];
  readonly registers: readonly Ast.Register[];
  readonly codings: readonly Ast.Coding[];
  readonly acts: readonly Ast.Act[];
  readonly measures: readonly Ast.Measure[];
  readonly statuses: readonly Ast.Status[];
  readonly bands: readonly Ast.Bands[];
  readonly procedures: readonly Ast.Procedure[];
  readonly duties: readonly Ast.Duty[];
  readonly decisions: readonly Ast.Decision[];
  readonly documents: readonly Ast.Document[];
  readonly notes: readonly Ast.Note[];
  readonly examples: readonly Ast.Example[];
}

type Sorted = { -readonly [Kind in keyof Declarations]: Declarations[Kind][number][] };

export function sortDeclarations(policy: Ast.Policy, choices: Choices): Declarations {
  const sorted: Sorted = {
    parameters: [],
    words: [],
    codes: [],
    registers: [],
    codings: [],
    acts: [],
    measures: [],
    statuses: [],
    bands: [],
    procedures: [],
    duties: [],
    decisions: [],
    documents: [],
    notes: [],
    examples: [],
  };
  for (const declaration of chosenBody(policy.declarations, choices)) put(sorted, declaration);
  return sorted;
}

function put(sorted: Sorted, declaration: Exclude<Ast.Declaration, { readonly kind: "readings" }>): void {
  switch (declaration.kind) {
    case "parameter":
      sorted.parameters.push(declaration);
      return;
    case "word":
      sorted.words.push(declaration);
      return;
    case "code-declaration":
      sorted.codes.push(declaration);
      return;
    case "register":
      sorted.registers.push(declaration);
      return;
    case "coding":
      sorted.codings.push(declaration);
      return;
    case "act":
      sorted.acts.push(declaration);
      return;
    case "measure":
      sorted.measures.push(declaration);
      return;
    case "status":
      sorted.statuses.push(declaration);
      return;
    case "bands":
      sorted.bands.push(declaration);
      return;
    case "procedure":
      sorted.procedures.push(declaration);
      return;
    case "duty":
      sorted.duties.push(declaration);
      return;
    case "decision":
      sorted.decisions.push(declaration);
      return;
    case "document":
      sorted.documents.push(declaration);
      return;
    case "note":
      sorted.notes.push(declaration);
      return;
    case "example":
      sorted.examples.push(declaration);
      return;
    default:
      assertNever(declaration);
  }
}
