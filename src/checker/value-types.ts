// Says what a value is in the author's words, and whether two values may be set against each other.
// Units never turn into one another: sessions are not days, and school days are not calendar days.

import { assertNever } from "../support/assert-never.ts";
import { unitFamily, unitWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import type * as Model from "./model.ts";

export const PERCENT: Model.ValueType = { kind: "percent" };
export const NUMBER: Model.ValueType = { kind: "number" };

export function quantityOf(unit: Unit): Model.ValueType {
  return { kind: "quantity", unit };
}

export function sameType(a: Model.ValueType, b: Model.ValueType): boolean {
  if (a.kind === "quantity" && b.kind === "quantity") return a.unit === b.unit;
  return a.kind === b.kind;
}

/** `a percentage`, `a number of school days`: completes "This is …". */
export function typeWords(type: Model.ValueType): string {
  switch (type.kind) {
    case "percent":
      return "a percentage";
    case "money":
      return "an amount of money";
    case "time":
      return "a time of day";
    case "date":
      return "a date";
    case "number":
      return "a plain number";
    case "text":
      return "a text";
    case "quantity":
      return `a number of ${unitWords(type.unit, 2)}`;
    default:
      return assertNever(type);
  }
}

/** How an author writes such a value with these digits: `95%`, `£95`, `95 sessions`; undefined for times, dates and texts. */
export function writtenAs(type: Model.ValueType, digits: string): string | undefined {
  switch (type.kind) {
    case "percent":
      return `${digits}%`;
    case "money":
      return `£${digits}`;
    case "number":
      return digits;
    case "quantity":
      return `${digits} ${unitWords(type.unit, digits === "1" ? 1 : 2)}`;
    case "time":
    case "date":
    case "text":
      return undefined;
    default:
      return assertNever(type);
  }
}

/** Why two values do not fit, and what to do: it depends on how far apart they are. */
export function mendOf(left: Model.ValueType, right: Model.ValueType): string {
  if (left.kind === "quantity" && right.kind === "quantity") {
    const related = unitFamily(left.unit) === unitFamily(right.unit);
    if (related)
      return `Count both in ${unitWords(left.unit, 2)}, or both in ${unitWords(right.unit, 2)}: one is never turned into the other.`;
  }
  const example = writtenAs(left, left.kind === "percent" ? "95" : "10");
  return example === undefined
    ? `Set it against ${typeWords(left)}.`
    : `Set it against ${typeWords(left)}, such as ${example}.`;
}
