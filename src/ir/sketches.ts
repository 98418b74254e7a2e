// What was written → sketches: the words of a condition beside the calls that decide it, for whoever explains.

import type * as Model from "../checker/model.ts";
import type { ActsSketchOf, ConditionSketchOf, FigureSketchOf, RuleSketchOf } from "../runtime/sketch.ts";
import { oneLine } from "../source/one-line.ts";
import { positionOf } from "../source/text.ts";
import type { Call, Called } from "./ir.ts";
import { lowerCondition, lowerValue, lowerWindow } from "./lower-expressions.ts";
import type { Lowering } from "./lower-expressions.ts";
import type { Rule } from "./rules.ts";

export interface CalledSketch extends Called {
  readonly window: Call;
}

type ConditionSketch = ConditionSketchOf<CalledSketch>;
type FigureSketch = FigureSketchOf<CalledSketch>;

/** A rule of the book, as an explanation speaks of it. */
export function sketchRule(
  lowering: Lowering,
  { rule, title, origin, condition, guard, bands: table }: Rule,
): RuleSketchOf<CalledSketch> {
  const bands = table === undefined ? undefined : lowering.model.bands.get(table);
  return {
    rule,
    title,
    clauses: origin.clauses,
    file: origin.span.source.name,
    line: positionOf(origin.span).line,
    ...(condition === undefined ? {} : { condition: sketchCondition(lowering, condition) }),
    ...(guard === undefined ? {} : { guard: sketchCondition(lowering, guard) }),
    ...(bands === undefined ? {} : { figure: sketchFigure(lowering, bands.of) }),
  };
}

export function sketchCondition(lowering: Lowering, condition: Model.Condition): ConditionSketch {
  const acts = actsFor(lowering, condition);
  return {
    kind: condition.kind,
    text: oneLine(condition.span),
    test: lowerCondition(lowering, condition),
    ...(acts === undefined ? {} : { acts }),
    ...(condition.kind === "judged" ? { judgement: { question: condition.question, answer: condition.answer } } : {}),
    ...(condition.kind === "compare"
      ? { left: sketchFigure(lowering, condition.left), right: sketchFigure(lowering, condition.right) }
      : {}),
    parts: partsOf(lowering, condition).map((part) => sketchCondition(lowering, part)),
  };
}

export function sketchFigure(lowering: Lowering, value: Model.Value): FigureSketch {
  const figure = { text: oneLine(value.span), type: typeOf(value), read: lowerValue(lowering, value) };
  if (value.kind === "acts") return { ...figure, acts: actsSketch(lowering, value.act, value.object, value.window) };
  if (value.kind === "measure") {
    const inside = insideMeasure(lowering, value.name);
    return { ...figure, ...(inside === undefined ? {} : { inside }) };
  }
  if (value.kind !== "rate" && value.kind !== "sessions" && value.kind !== "days") return figure;
  const event = value.kind === "days" ? undefined : value.at;
  return {
    ...figure,
    marks: {
      set: setShown(lowering, value.of),
      window: lowerWindow(lowering, value.window),
      ...(event === undefined ? {} : { at: lowerWindow(lowering, { kind: "since", start: event }) }),
    },
  };
}

function actsFor(lowering: Lowering, condition: Model.Condition): ActsSketchOf<CalledSketch> | undefined {
  switch (condition.kind) {
    case "done":
      return actsSketch(lowering, condition.act, condition.object, condition.window);
    case "during":
      return actsSketch(lowering, condition.act, condition.object, { kind: "ever" });
    case "judged":
      return actsSketch(lowering, "decide", condition.decision, undefined);
    default:
      return undefined;
  }
}

function actsSketch(
  lowering: Lowering,
  act: string,
  object: string | undefined,
  window: Model.Window | undefined,
): ActsSketchOf<CalledSketch> {
  return {
    act,
    ...(object === undefined ? {} : { object }),
    ...(window === undefined ? {} : { window: lowerWindow(lowering, window) }),
  };
}

function partsOf(lowering: Lowering, condition: Model.Condition): readonly Model.Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return condition.parts;
    case "not":
      return [condition.part];
    case "status": {
      const rule = lowering.model.statuses.get(condition.name)?.rule;
      return rule?.kind === "when" && !lowering.within.includes(condition.name) ? [rule.condition] : [];
    }
    default:
      return [];
  }
}

/** A measure of one row is explained by what it counts. */
function insideMeasure(lowering: Lowering, name: string): FigureSketch | undefined {
  const rows = lowering.model.measures.get(name)?.rows ?? [];
  const only = rows.length === 1 ? rows[0] : undefined;
  return only === undefined || only.value.kind === "measure" ? undefined : sketchFigure(lowering, only.value);
}

/** Of a share of attendance, the sessions missed, since those are what an office asks about. */
function setShown({ sets }: Lowering, set: Model.SessionSet): number {
  const isAttendance = set.category === "attended" && set.codes.length === 0;
  return sets.indexOf(isAttendance ? { category: "absent", codes: [] } : set);
}

function typeOf(value: Model.Value): Model.ValueType {
  switch (value.kind) {
    case "constant":
    case "parameter":
    case "field":
    case "measure":
    case "worth":
      return value.type;
    case "rate":
      return { kind: "percent" };
    case "sessions":
      return { kind: "quantity", unit: "session" };
    case "days":
      return { kind: "quantity", unit: "school-day" };
    case "run":
      return { kind: "quantity", unit: value.unit };
    case "occasions":
    case "acts":
      return { kind: "quantity", unit: "occasion" };
    case "elapsed":
      return { kind: "quantity", unit: value.unit };
    case "attribute":
    case "ordinal":
    case "hole":
      return { kind: "number" };
  }
}
