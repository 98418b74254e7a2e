// A condition that sets one fixed value against another → how it comes out, on each day on which that may change.

import type { Condition, Model, MomentExpression, Value } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { holdsAt } from "../units/edge.ts";
import { compareRatio, ratio } from "../units/ratio.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { numberOf } from "./figures.ts";
import type { Survey } from "./survey.ts";

export interface Settled {
  /** The first day on which it comes out so; undefined where the policy names no day. */
  readonly from: Day | undefined;
  readonly holds: boolean;
}

/** In the order of the days; empty where the values differ between pupils, or are not known on every day. */
export function answersInForce({ model, day, turns }: Survey, condition: Condition): readonly Settled[] {
  if (!isOfFixedValues(condition)) return [];
  const days = day === undefined ? [undefined] : [day, ...turns];
  const answers = days.flatMap((from) => {
    const holds = answerOn(model, from, condition);
    return holds === undefined ? [] : [{ from, holds }];
  });
  return answers.length === days.length ? answers : [];
}

function isOfFixedValues(condition: Condition): boolean {
  if (condition.kind === "moments") return true;
  const isFixed = ({ kind }: Value): boolean => kind === "constant" || kind === "parameter";
  return condition.kind === "compare" && isFixed(condition.left) && isFixed(condition.right);
}

function answerOn(model: Model, day: Day | undefined, condition: Condition): boolean | undefined {
  if (condition.kind === "compare") {
    const sign = signOf(numberOf(model, day, condition.left), numberOf(model, day, condition.right));
    return sign === undefined ? undefined : holdsAt(condition.edge, sign);
  }
  if (condition.kind !== "moments") return undefined;
  const sign = signOf(fixedDay(condition.left), fixedDay(condition.right));
  return sign === undefined ? undefined : holdsAt(condition.edge, sign);
}

function signOf(left: Ratio | undefined, right: Ratio | undefined): Comparison | undefined {
  return left === undefined || right === undefined ? undefined : compareRatio(left, right);
}

function fixedDay(moment: MomentExpression): Ratio | undefined {
  return moment.kind === "event" && moment.event.kind === "date" ? ratio(moment.event.day, 1) : undefined;
}
