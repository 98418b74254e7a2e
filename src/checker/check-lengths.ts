// Lengths as written, or by the name of a parameter that holds one → a value and the unit it is counted in.

import type * as Ast from "../syntax/ast.ts";
import { unitFamily, unitWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import { unitMessages } from "./diagnostics.ts";
import { checkQuantity } from "./literals.ts";
import type * as Model from "./model.ts";
import { holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkCountingUnit, isCountable } from "./units.ts";
import { reportUnknownName } from "./unknown-names.ts";
import { quantityOf, typeWords } from "./value-types.ts";

export interface Length {
  readonly n: Model.Value;
  readonly unit: Unit;
}

const countedOff = {
  wanted: "a length of time is wanted",
  isFit: isCountable,
  hint: "Give it a length such as `5 school days`.",
};

/** A length of time; an unspecified one is a hole counted in school days, the unit in which schools wait. */
export function checkLength(
  scope: Scope,
  length: Ast.Length | Ast.Unspecified,
  part: string,
  what: string,
): Length | undefined {
  if (length.kind !== "unspecified") return checkExtent(scope, length);
  const name = holeAt(scope, part, what, length.span);
  return { n: { kind: "hole", name, span: length.span }, unit: "school-day" };
}

/** How often something repeats. It comes round as the first register opens, so that within a day there is nothing to count. */
export function checkRepetition(
  scope: Scope,
  length: Ast.Length | Ast.Unspecified,
  part: string,
  what: string,
): Length | undefined {
  const checked = checkLength(scope, length, part, what);
  if (checked === undefined || unitFamily(checked.unit) !== "clock") return checked;
  const args = {
    unit: `\`${unitWords(checked.unit, 2)}\``,
    use: "what repeats comes round in the morning",
    hint: "Count in days or weeks, or write a sentence for each time of the day.",
  };
  scope.report(unitMessages.unitDoesNotFit(args, length.span));
  return undefined;
}

export function checkExtent(scope: Scope, length: Ast.Length): Length | undefined {
  if (length.kind === "name") return namedLength(scope, length, countedOff);
  const unit = checkCountingUnit(scope, length.unit, countedOff.wanted);
  const n = unit === undefined ? undefined : checkQuantity(scope, length);
  return unit === undefined || n === undefined ? undefined : { n: { ...n, type: quantityOf(unit) }, unit };
}

interface Wanted {
  /** Completes "… cannot stand here:". */
  readonly wanted: string;
  readonly isFit: (unit: Unit) => boolean;
  readonly hint: string;
}

/** A parameter that nothing is said of yet counts in school days, as a hole does. */
export function namedLength(
  scope: Scope,
  { text, span }: Ast.Name,
  { wanted, isFit, hint }: Wanted,
): Length | undefined {
  const parameter = scope.names.parameters.get(text);
  if (parameter === undefined) {
    return reportUnknownName(scope, "length", { text, span }, scope.names.parameters.keys());
  }
  const type = parameter.type() ?? quantityOf("school-day");
  if (type.kind === "quantity" && isFit(type.unit)) {
    return { n: { kind: "parameter", name: text, type, span }, unit: type.unit };
  }
  const held = type.kind === "quantity" ? unitWords(type.unit, 2) : typeWords(type);
  const labels = [{ span: parameter.span, text: "declared here" }];
  scope.report(unitMessages.unitDoesNotFit({ unit: `\`${text}\` (${held})`, use: wanted, hint }, span, { labels }));
  return undefined;
}
