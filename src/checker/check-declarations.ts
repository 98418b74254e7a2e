// All declarations of one policy, family by family → the same as parts of a model, before the layer above is joined on.

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

export function checkDeclarations(scope: Scope, own: Declarations, parent: Model.Model | undefined): OwnParts {
  return {
    parameters: byName(own.parameters, (node) => checkParameter(scope, node, parent?.parameters.get(node.name.text))),
    words: byName(own.words, (node) => checkWord(scope, node)),
    codes: checkCodeDeclarations(scope, own.codes),
    registers: own.registers.map((node) => checkRegister(scope, node)).filter((node) => node !== undefined),
    codings: own.codings.map((node) => checkCoding(scope, node)),
    acts: byName(own.acts, (node) => checkActDeclaration(scope, node)),
    measures: byName(own.measures, (node) => checkMeasure(scope, node)),
    statuses: byName(own.statuses, (node) => checkStatus(scope, node)),
    bands: byName(own.bands, (node) => checkBands(scope, node)),
    procedures: byName(own.procedures, (node) => checkProcedure(scope, node)),
    duties: byName(own.duties, (node) => checkDuty(scope, node)),
    decisions: byName(own.decisions, (node) => checkDecision(scope, node)),
    documents: byName(own.documents, (node) => checkDocumentDeclaration(scope, node)),
    notes: own.notes.map((node) => checkNote(scope, node)),
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
