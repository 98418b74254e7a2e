// A condition of the model and the expression it became → every condition inside it with its own expression, whatever is put
// in place between them. Follows how conditions are lowered (src/ir/lower-expressions.ts), part by part.

import type * as Model from "../checker/model.ts";
import { isCall } from "../ir/ir.ts";
import type { Call } from "../ir/ir.ts";
import type { Span } from "../source/text.ts";

export interface ConditionPlace {
  readonly kind: "condition" | "edge" | "row";
  readonly span: Span;
  readonly call: Call;
}

/** The condition itself first. */
export function conditionPlaces(model: Model.Model, condition: Model.Condition, call: Call): readonly ConditionPlace[] {
  const args = call.args as readonly unknown[];
  const inside = (parts: readonly Model.Condition[], from = 0): readonly ConditionPlace[] =>
    parts.flatMap((part, index) => placesOfArgument(model, part, args[index + from]));
  const own: ConditionPlace = { kind: "condition", span: condition.span, call };
  switch (condition.kind) {
    case "and":
    case "or":
      return [own, ...inside(condition.parts)];
    case "at-least-of":
      return [own, ...inside(condition.parts, 1)];
    case "not":
      return [own, ...inside([condition.part])];
    case "status": {
      const rule = model.statuses.get(condition.name)?.rule;
      return rule?.kind === "when" ? [own, ...conditionPlaces(model, rule.condition, call)] : [own];
    }
    case "flag": {
      const means = model.words.get(condition.name)?.means;
      return means === undefined ? [own] : [own, ...conditionPlaces(model, means, call)];
    }
    case "in-band": {
      const row = model.bands.get(condition.bands)?.rows.find(({ title }) => title === condition.title);
      return row === undefined ? [own] : [own, { kind: "row", span: row.origin.span, call }];
    }
    case "compare":
      // What the policy leaves unsaid is never known: no example can stand on either side of it.
      if (condition.left.kind === "hole" || condition.right.kind === "hole") return [];
      return [
        { ...own, kind: "edge" },
        ...valuePlaces(model, condition.left, args[0]),
        ...valuePlaces(model, condition.right, args[2]),
      ];
    case "moments":
    case "arrived":
      return [{ ...own, kind: condition.edge === undefined ? "condition" : "edge" }];
    case "hole":
      return [];
    default:
      return [own];
  }
}

function placesOfArgument(model: Model.Model, condition: Model.Condition, arg: unknown): readonly ConditionPlace[] {
  return isCall(arg) ? conditionPlaces(model, condition, arg) : [];
}

/** A measure of several rows is a choice, and each row's condition a place. */
function valuePlaces(model: Model.Model, value: Model.Value, arg: unknown): readonly ConditionPlace[] {
  if (value.kind !== "measure" || !isCall(arg)) return [];
  if (value.at !== undefined) {
    const { at: _, ...now } = value;
    return valuePlaces(model, now, (arg.args as readonly unknown[])[0]);
  }
  return measurePlaces(model, model.measures.get(value.name), arg);
}

export function measurePlaces(
  model: Model.Model,
  measure: Model.Measure | undefined,
  call: Call,
): readonly ConditionPlace[] {
  if (measure === undefined) return [];
  const [only] = measure.rows;
  if (measure.rows.length === 1 && only !== undefined && only.when === undefined)
    return valuePlaces(model, only.value, call);
  if (call.call !== "choose") return [];
  return measure.rows.flatMap(({ when, value }, index) => {
    const row = call.args[0][index];
    if (row === undefined) return [];
    const tested = when === undefined || row.when === undefined ? [] : conditionPlaces(model, when, row.when);
    return [...tested, ...valuePlaces(model, value, row.value)];
  });
}
