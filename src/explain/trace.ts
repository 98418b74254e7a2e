// One condition or figure of a policy that is at hand, read at a moment: sketched, and the sketch read by the functions that decide.

import { interpretCalls } from "../backends/interpreter/interpret.ts";
import type * as Model from "../checker/model.ts";
import type { Lowering } from "../ir/lower-expressions.ts";
import { sketchCondition, sketchFigure } from "../ir/sketches.ts";
import type { Context } from "../runtime/context.ts";
import type { ConditionSketch, FigureSketch } from "../runtime/sketch.ts";
import { figureFound, traceOf } from "../runtime/trace.ts";
import type { FigureFound, Trace } from "../runtime/trace.ts";

export function traceCondition(lowering: Lowering, condition: Model.Condition, context: Context): Trace {
  return traceOf(interpretCalls(sketchCondition(lowering, condition)) as ConditionSketch, context);
}

export function findFigure(lowering: Lowering, value: Model.Value, context: Context): FigureFound {
  return figureFound(interpretCalls(sketchFigure(lowering, value)) as FigureSketch, context);
}
