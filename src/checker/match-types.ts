// Two values that stand against each other → the same two in one unit, or the reason why there is none.
// A bare number, written or on record, takes the unit of a count beside it, because the count says what is counted; of anything
// else it does not.

import type { Label } from "../diagnostics/diagnostic.ts";
import { unitMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { wordsOf } from "./typed.ts";
import type { Typed } from "./typed.ts";
import { mendOf, sameType, typeWords, writtenAs } from "./value-types.ts";

export interface Matched {
  readonly left: Model.Value;
  readonly right: Model.Value;
}

export function matchTypes(scope: Scope, left: Typed, right: Typed): Matched | undefined {
  const type = commonType(left, right);
  if (type === "none") {
    reportMismatch(scope, left, right);
    return undefined;
  }
  return { left: retyped(left.value, type), right: retyped(right.value, type) };
}

/** Undefined where nothing is known of either side: two holes, or parameters that are not said. */
function commonType(left: Typed, right: Typed): Model.ValueType | undefined | "none" {
  if (left.type === undefined) return right.type;
  if (right.type === undefined || sameType(left.type, right.type)) return left.type;
  if (isBareNumber(right) && left.counts) return left.type;
  return isBareNumber(left) && right.counts ? right.type : "none";
}

function isBareNumber(typed: Typed): boolean {
  const { kind } = typed.value;
  return (kind === "constant" || kind === "field") && typed.type?.kind === "number";
}

function retyped(value: Model.Value, type: Model.ValueType | undefined): Model.Value {
  return type !== undefined && "type" in value ? { ...value, type } : value;
}

function reportMismatch(scope: Scope, left: Typed, right: Typed): void {
  if (left.type === undefined || right.type === undefined) return;
  if (isBareNumber(right)) return reportBareNumber(scope, left, left.type, right);
  const args = {
    left: wordsOf(left),
    leftType: typeWords(left.type),
    right: wordsOf(right),
    rightType: typeWords(right.type),
    hint: unitForgotten(right, left.type) ?? unitForgotten(left, right.type) ?? mendOf(left.type, right.type),
  };
  const labels = [
    { span: left.span, text: `this is ${args.leftType}` },
    ...declarationLabel(left, left.type),
    ...declarationLabel(right, right.type),
  ];
  scope.report(unitMessages.unitsDiffer(args, right.span, { labels }));
}

/** A plain number that was given a name stands against something with a unit: it is where the name is declared that it is missing. */
function unitForgotten({ type, declared }: Typed, other: Model.ValueType): string | undefined {
  if (type?.kind !== "number" || declared === undefined) return undefined;
  const example = writtenAs(other, other.kind === "percent" ? "95" : "10");
  return example === undefined
    ? undefined
    : `Write the unit where \`${declared.name}\` is declared, such as ${example}.`;
}

/** Rows of one table, or values of one parameter over time; the first decided what they all are. */
export function reportRowsDiffer(scope: Scope, what: string, expected: Model.ValueType, typed: Typed): void {
  if (typed.type === undefined) return;
  const args = { value: wordsOf(typed), type: typeWords(typed.type), what, expected: typeWords(expected) };
  scope.report(unitMessages.rowsDiffer(args, typed.span));
}

function reportBareNumber(scope: Scope, left: Typed, leftType: Model.ValueType, right: Typed): void {
  const digits = wordsOf(right);
  const example = writtenAs(leftType, digits);
  const fixes =
    example === undefined ? [] : [{ title: `write ${example}`, edits: [{ span: right.span, text: example }] }];
  const args = { digits, left: wordsOf(left), leftType: typeWords(leftType), example: example ?? typeWords(leftType) };
  scope.report(unitMessages.numberWithoutUnit(args, right.span, { labels: declarationLabel(left, leftType), fixes }));
}

function declarationLabel({ declared }: Typed, type: Model.ValueType): readonly Label[] {
  return declared === undefined
    ? []
    : [{ span: declared.span, text: `\`${declared.name}\` is ${typeWords(type)}, as declared here` }];
}
