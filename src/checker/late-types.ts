// The unit of a named value, found by reading what it is said to be, without a word about faults: those are reported where it is
// declared. Undefined where nothing is known of it yet.

import type * as Ast from "../syntax/ast.ts";
import { checkAnchor } from "./check-anchors.ts";
import { checkValue } from "./check-values.ts";
import { checkLiteral } from "./literals.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";

const nowhere = { part: "value", what: "" } as const;

/** The first value that says one. */
export function parameterType(quiet: Scope, parameter: Ast.Parameter): Model.ValueType | undefined {
  for (const { value } of parameter.values) {
    const type = checkValue(quiet, value, nowhere)?.type;
    if (type !== undefined) return type;
  }
  return undefined;
}

export function measureType(quiet: Scope, measure: Ast.Measure): Model.ValueType | undefined {
  const anchor = measure.anchor === undefined ? undefined : checkAnchor(quiet, measure.anchor);
  const inside = anchor === undefined ? quiet : { ...quiet, anchor };
  for (const { value } of measure.rows) {
    const type = checkValue(inside, value, nowhere)?.type;
    if (type !== undefined) return type;
  }
  return undefined;
}

export function worthType(quiet: Scope, bands: Ast.Bands): Model.ValueType | undefined {
  const worth = bands.rows.find((row) => row.worth !== undefined)?.worth;
  return worth === undefined ? undefined : checkLiteral(quiet, worth)?.type;
}
