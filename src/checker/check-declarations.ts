// All declarations of one policy, family by family → the same as parts of a model, before the layer above is joined on.

import type * as Ast from "../syntax/ast.ts";
import type { Declarations } from "./declarations.ts";
import { checkActDeclaration } from "./check-acts.ts";
import { checkBands } from "./check-bands.ts";
import { checkCodeDeclarations } from "./check-code-declarations.ts";
import { checkCoding } from "./check-codings.ts";
import { checkDecision } from "./check-decisions.ts";
import { checkDocumentDeclaration } from "./check-documents.ts";
import { checkDuty } from "./check-duties.ts";
import { checkMeasure } from "./check-measures.ts";
import { checkNote } from "./check-notes.ts";
import { checkParameter } from "./check-parameters.ts";
import { checkProcedure } from "./check-procedures.ts";
import { checkRegister } from "./check-registers.ts";
import { checkStatus } from "./check-statuses.ts";
import { checkWord } from "./check-words.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";

/** The parts of a model that one layer declares. */
export type OwnParts = Pick<
  Model.Model,
  | "parameters"
  | "words"
  | "codes"
  | "registers"
  | "codings"
  | "acts"
  | "measures"
  | "statuses"
  | "bands"
  | "procedures"
  | "duties"
  | "decisions"
  | "documents"
  | "notes"
>;

type Parent = Model.Model | undefined;

/** One declaration by itself, whatever stands around it; codes alone are checked together. */
export const checkersByKind = {
  parameter: (scope: Scope, node: Ast.Parameter, parent: Parent) =>
    checkParameter(scope, node, parent?.parameters.get(node.name.text)),
  word: checkWord,
  register: checkRegister,
  coding: checkCoding,
  act: checkActDeclaration,
  measure: checkMeasure,
  status: checkStatus,
  bands: checkBands,
  procedure: checkProcedure,
  duty: checkDuty,
  decision: checkDecision,
  document: checkDocumentDeclaration,
  note: checkNote,
} as const;

export function checkDeclarations(scope: Scope, own: Declarations, parent: Parent): OwnParts {
  const check = checkersByKind;
  return {
    parameters: byName(own.parameters, (node) => check.parameter(scope, node, parent)),
    words: byName(own.words, (node) => check.word(scope, node)),
    codes: checkCodeDeclarations(scope, own.codes),
    registers: own.registers.map((node) => check.register(scope, node)).filter((node) => node !== undefined),
    codings: own.codings.map((node) => check.coding(scope, node)),
    acts: byName(own.acts, (node) => check.act(scope, node)),
    measures: byName(own.measures, (node) => check.measure(scope, node)),
    statuses: byName(own.statuses, (node) => check.status(scope, node)),
    bands: byName(own.bands, (node) => check.bands(scope, node)),
    procedures: byName(own.procedures, (node) => check.procedure(scope, node)),
    duties: byName(own.duties, (node) => check.duty(scope, node)),
    decisions: byName(own.decisions, (node) => check.decision(scope, node)),
    documents: byName(own.documents, (node) => check.document(scope, node)),
    notes: own.notes.map((node) => check.note(scope, node)),
  };
}

/** Of two with one name, which is reported elsewhere, the first stands; both are checked. */
function byName<T, N extends Model.Named>(
  nodes: readonly T[],
  check: (node: T) => N | undefined,
): ReadonlyMap<string, N> {
  const checked = new Map<string, N>();
  for (const node of nodes) {
    const result = check(node);
    if (result !== undefined && !checked.has(result.name)) checked.set(result.name, result);
  }
  return checked;
}
