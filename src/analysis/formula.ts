// A condition as a function of answers: condition → questions that the pupil's record answers, joined by and, or, not.
// Names are followed, so that a status stands for its condition; what cannot be followed is a question of its own.

import type { Condition, Model, Value } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { assertNever } from "../support/assert-never.ts";
import { holdsAt } from "../units/edge.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { figureOfValue, numberOf, thresholdOf } from "./figures.ts";
import type { Threshold } from "./figures.ts";
import { keyOf } from "./same.ts";

export type Formula =
  | { readonly kind: "at-least"; readonly n: number; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula }
  | { readonly kind: "known"; readonly value: boolean }
  | Question;

/** Two questions are one when their keys are equal. */
export type Question =
  | { readonly kind: "yes"; readonly key: string }
  | { readonly kind: "answer"; readonly key: string; readonly answer: string }
  | { readonly kind: "sign"; readonly key: string; readonly holds: (sign: Comparison) => boolean }
  | { readonly kind: "figure"; readonly key: string; readonly threshold: Threshold };

export interface Knowledge {
  readonly model: Model;
  readonly day: Day | undefined;
  /** Later days on which a dated value changes: what is claimed of a condition has to hold on each of them. */
  readonly turns?: readonly Day[];
}

export function formulaOf(known: Knowledge, condition: Condition, within: readonly string[] = []): Formula {
  const follow = (part: Condition): Formula => formulaOf(known, part, within);
  switch (condition.kind) {
    case "and":
      return { kind: "at-least", n: condition.parts.length, parts: condition.parts.map(follow) };
    case "or":
      return { kind: "at-least", n: 1, parts: condition.parts.map(follow) };
    case "at-least-of":
      return { kind: "at-least", n: condition.n, parts: condition.parts.map(follow) };
    case "not":
      return { kind: "not", part: follow(condition.part) };
    case "always":
      return { kind: "known", value: true };
    case "compare":
      return comparisonFormula(known, condition);
    case "field-is":
      return { kind: "answer", key: `field ${condition.field}`, answer: condition.value };
    case "in-band":
      return { kind: "answer", key: `bands ${condition.bands}`, answer: condition.title };
    case "judged":
      return { kind: "answer", key: `judged ${condition.decision}`, answer: condition.answer };
    case "status":
      return named(known, condition, statusCondition(known.model, condition.name), within);
    case "flag":
      return named(known, condition, known.model.words.get(condition.name)?.means, within);
    case "session-now":
    case "during":
    case "done":
    case "step":
    case "arrived":
    case "moments":
    case "hole":
      return { kind: "yes", key: keyOf(condition) };
    default:
      return assertNever(condition);
  }
}

export function questionsIn(formula: Formula): readonly Question[] {
  switch (formula.kind) {
    case "at-least":
      return formula.parts.flatMap(questionsIn);
    case "not":
      return questionsIn(formula.part);
    case "known":
      return [];
    case "yes":
    case "answer":
    case "sign":
    case "figure":
      return [formula];
    default:
      return assertNever(formula);
  }
}

function statusCondition(model: Model, name: string): Condition | undefined {
  const rule = model.statuses.get(name)?.rule;
  return rule?.kind === "when" ? rule.condition : undefined;
}

function named(
  known: Knowledge,
  condition: Condition,
  meaning: Condition | undefined,
  within: readonly string[],
): Formula {
  const key = keyOf(condition);
  if (meaning === undefined || within.includes(key)) return { kind: "yes", key };
  return formulaOf(known, meaning, [...within, key]);
}

function comparisonFormula(known: Knowledge, condition: Extract<Condition, { kind: "compare" }>): Formula {
  const { model, day } = known;
  const threshold = thresholdOf(model, day, condition);
  if (threshold !== undefined) return { kind: "figure", key: threshold.figure.key, threshold };
  const [left, right] = [fixedNumber(known, condition.left), fixedNumber(known, condition.right)];
  if (left !== undefined && right !== undefined) {
    return { kind: "known", value: holdsAt(condition.edge, compareRatio(left, right)) };
  }
  const key = `${keyOf(condition.left)} against ${keyOf(condition.right)}`;
  return { kind: "sign", key, holds: (sign) => holdsAt(condition.edge, sign) };
}

function fixedNumber({ model, day }: Knowledge, value: Value): Ratio | undefined {
  return figureOfValue(model, value) === undefined ? numberOf(model, day, value) : undefined;
}
