// What a word of a policy can name, told apart so that equal targets are one thing: `letter` of one procedure is not `letter` of
// another. It knows no text.

export type TargetTable =
  | "layer"
  | "parameter"
  | "word"
  | "code"
  | "register"
  | "coding"
  | "act"
  | "field"
  | "measure"
  | "status"
  | "bands"
  | "band"
  | "procedure"
  | "step"
  | "duty"
  | "decision"
  | "answer"
  /** Documents, and what else sentences speak of. */
  | "object"
  | "clause";

export interface Target {
  readonly table: TargetTable;
  readonly name: string;
  /** The procedure of a step, the decision of an answer, the table of a band; empty where a name stands alone. */
  readonly of: string;
}

export function target(table: TargetTable, name: string, of = ""): Target {
  return { table, name, of };
}

export function isSameTarget(a: Target, b: Target): boolean {
  return a.table === b.table && a.name === b.name && a.of === b.of;
}

/** Completes "`target` is …". */
export const targetWords: Readonly<Record<TargetTable, string>> = {
  layer: "a policy",
  parameter: "a parameter",
  word: "a word of the school",
  code: "a register code",
  register: "a register",
  coding: "a coding",
  act: "an act",
  field: "a field",
  measure: "a measure",
  status: "a status",
  bands: "a table of bands",
  band: "a band",
  procedure: "a procedure",
  step: "a step",
  duty: "a duty",
  decision: "a decision",
  answer: "an answer",
  object: "a document or a thing that rules speak of",
  clause: "a clause",
};
