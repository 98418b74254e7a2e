// Decides by trying whether a condition can hold, must hold, or does not change when a part of it goes. Each thing that a
// condition asks about is a question with finitely many answers that differ: a figure's edges and what lies between
// them, an answer of a record, yes or no. What depends on one another beyond that is taken as independent, so that
// `never` and `always` are proved, and anything less is simply not said.

import type { Condition, Model, Value } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { assertNever } from "../support/assert-never.ts";
import { holdsAt } from "../units/edge.ts";
import { compareRatio, ratio } from "../units/ratio.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { between, nought, whole } from "./exact.ts";
import { figureOfValue, numberOf, thresholdOf } from "./figures.ts";
import type { Threshold } from "./figures.ts";
import { contains } from "./interval.ts";
import { keyOf } from "./same.ts";

/** The condition as a function of answers: true, or not. */
export type Formula =
  | { readonly kind: "all"; readonly parts: readonly Formula[] }
  | { readonly kind: "some"; readonly atLeast: number; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula }
  | { readonly kind: "known"; readonly value: boolean }
  | { readonly kind: "yes"; readonly question: string }
  | { readonly kind: "answer"; readonly question: string; readonly answer: string }
  | { readonly kind: "sign"; readonly question: string; readonly holds: (sign: Comparison) => boolean }
  | { readonly kind: "figure"; readonly question: string; readonly threshold: Threshold };

type Answer = boolean | string | Comparison | Ratio;

/** More combinations than this are not tried, and nothing is claimed. */
const mostCombinations = 20_000;

export interface Truth {
  readonly sometimes: boolean;
  readonly always: boolean;
}

export interface Knowledge {
  readonly model: Model;
  readonly day: Day | undefined;
}

/** Undefined where there are too many combinations to try, and where nothing is asked at all. */
export function truthOf(formula: Formula): Truth | undefined {
  if (leavesOf(formula).length === 0) return undefined;
  let [sometimes, always] = [false, true];
  const tried = forEachCombination([formula], (answers) => {
    if (evaluate(formula, answers)) sometimes = true;
    else always = false;
  });
  return tried ? { sometimes, always } : undefined;
}

/** Whether two formulas give the same answer in every case; undefined where there are too many to try. */
export function areEqual(first: Formula, second: Formula): boolean | undefined {
  let equal = true;
  const tried = forEachCombination([first, second], (answers) => {
    equal &&= evaluate(first, answers) === evaluate(second, answers);
  });
  return tried ? equal : undefined;
}

/** Names are followed: a status stands for its condition, a band for its stretch. */
export function formulaOf(known: Knowledge, condition: Condition, within: readonly string[] = []): Formula {
  const follow = (part: Condition): Formula => formulaOf(known, part, within);
  switch (condition.kind) {
    case "and":
      return { kind: "all", parts: condition.parts.map(follow) };
    case "or":
      return { kind: "some", atLeast: 1, parts: condition.parts.map(follow) };
    case "at-least-of":
      return { kind: "some", atLeast: condition.n, parts: condition.parts.map(follow) };
    case "not":
      return { kind: "not", part: follow(condition.part) };
    case "always":
      return { kind: "known", value: true };
    case "compare":
      return comparisonFormula(known, condition);
    case "field-is":
      return { kind: "answer", question: `field ${condition.field}`, answer: condition.value };
    case "in-band":
      return { kind: "answer", question: `bands ${condition.bands}`, answer: condition.title };
    case "judged":
      return { kind: "answer", question: `judged ${condition.decision}`, answer: condition.answer };
    case "status":
      return named(known, condition, statusCondition(known.model, condition.name), within);
    case "flag":
      return named(known, condition, known.model.words.get(condition.name)?.means, within);
    case "session-now":
    case "done":
    case "step":
    case "arrived":
    case "moments":
    case "hole":
      return { kind: "yes", question: keyOf(condition) };
    default:
      return assertNever(condition);
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
  const question = keyOf(condition);
  if (meaning === undefined || within.includes(question)) return { kind: "yes", question };
  return formulaOf(known, meaning, [...within, question]);
}

function comparisonFormula(known: Knowledge, condition: Extract<Condition, { kind: "compare" }>): Formula {
  const { model, day } = known;
  const threshold = thresholdOf(model, day, condition);
  if (threshold !== undefined) return { kind: "figure", question: threshold.figure.key, threshold };
  const [left, right] = [constantOf(known, condition.left), constantOf(known, condition.right)];
  if (left !== undefined && right !== undefined) {
    return { kind: "known", value: holdsAt(condition.edge, compareRatio(left, right)) };
  }
  const question = `${keyOf(condition.left)} against ${keyOf(condition.right)}`;
  return { kind: "sign", question, holds: (sign) => holdsAt(condition.edge, sign) };
}

function constantOf({ model, day }: Knowledge, value: Value): Ratio | undefined {
  return figureOfValue(model, value) === undefined ? numberOf(model, day, value) : undefined;
}

function evaluate(formula: Formula, answers: ReadonlyMap<string, Answer>): boolean {
  switch (formula.kind) {
    case "all":
      return formula.parts.every((part) => evaluate(part, answers));
    case "some":
      return formula.parts.filter((part) => evaluate(part, answers)).length >= formula.atLeast;
    case "not":
      return !evaluate(formula.part, answers);
    case "known":
      return formula.value;
    case "yes":
      return answers.get(formula.question) === true;
    case "answer":
      return answers.get(formula.question) === formula.answer;
    case "sign":
      return formula.holds(answers.get(formula.question) as Comparison);
    case "figure":
      return contains(formula.threshold.interval, answers.get(formula.question) as Ratio);
    default:
      return assertNever(formula);
  }
}

/** False where there would be too many. */
function forEachCombination(
  formulas: readonly Formula[],
  visit: (answers: ReadonlyMap<string, Answer>) => void,
): boolean {
  const questions = [...answersTo(formulas.flatMap(leavesOf))];
  const count = questions.reduce((product, [, answers]) => product * answers.length, 1);
  if (count > mostCombinations) return false;
  const chosen = new Map<string, Answer>();
  const choose = (place: number): void => {
    const next = questions[place];
    if (next === undefined) return visit(chosen);
    for (const answer of next[1]) {
      chosen.set(next[0], answer);
      choose(place + 1);
    }
  };
  choose(0);
  return true;
}

type Leaf = Exclude<Formula, { kind: "all" | "some" | "not" | "known" }>;

function leavesOf(formula: Formula): readonly Leaf[] {
  switch (formula.kind) {
    case "all":
    case "some":
      return formula.parts.flatMap(leavesOf);
    case "not":
      return leavesOf(formula.part);
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

function answersTo(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Answer[]> {
  const answers = new Map<string, readonly Answer[]>();
  for (const [question, asked] of Map.groupBy(leaves, (leaf) => leaf.question)) {
    answers.set(question, possibleAnswers(asked));
  }
  return answers;
}

/** Enough answers that any two which some test tells apart are both among them. */
function possibleAnswers(asked: readonly Leaf[]): readonly Answer[] {
  const [first] = asked;
  if (first?.kind === "sign") return [-1, 0, 1];
  if (first?.kind === "figure")
    return figures(asked.flatMap((leaf) => (leaf.kind === "figure" ? [leaf.threshold] : [])));
  if (first?.kind === "answer") {
    const given = new Set(asked.flatMap((leaf) => (leaf.kind === "answer" ? [leaf.answer] : [])));
    return [...given, "any other"];
  }
  return [true, false];
}

/** The edges themselves, and between and beyond them every kind of figure that can occur. */
function figures(thresholds: readonly Threshold[]): readonly Ratio[] {
  const [first] = thresholds;
  const edges = thresholds
    .flatMap(({ interval: { low, high } }) => [low?.at, high?.at])
    .filter((at) => at !== undefined);
  const share = first?.figure.kind === "share";
  const ends = share ? [nought, whole] : [nought, ...(first === undefined ? [] : mostPossible(first))];
  const sorted = [...edges, ...ends].toSorted(compareRatio).filter((edge, at, all) => {
    const before = all[at - 1];
    return before === undefined || compareRatio(before, edge) !== 0;
  });
  const inside = sorted.filter((edge) => compareRatio(edge, nought) >= 0 && (!share || compareRatio(edge, whole) <= 0));
  const step = first?.figure.kind === "days" ? ratio(1, 2) : share ? undefined : ratio(1, 1);
  return step === undefined ? withBetween(inside) : withNeighbours(inside, step, first);
}

function withBetween(sorted: readonly Ratio[]): readonly Ratio[] {
  return sorted.flatMap((edge, at) => {
    const next = sorted[at + 1];
    return next === undefined ? [edge] : [edge, between(edge, next)];
  });
}

/** Whole numbers (or half days) at each edge and one step to either side. */
function withNeighbours(edges: readonly Ratio[], step: Ratio, threshold: Threshold | undefined): readonly Ratio[] {
  const [most] = threshold === undefined ? [] : mostPossible(threshold);
  const around = edges.flatMap(({ n, d }) => {
    const steps = Math.floor((n * step.d) / (d * step.n));
    return [steps - 1, steps, steps + 1].map((count) => ratio(Math.max(0, count) * step.n, step.d));
  });
  return around.filter((each) => most === undefined || compareRatio(each, most) <= 0);
}

const SESSIONS_IN_WEEK = 10;

/** The most that can be counted, where the window itself bounds it: ten sessions to a school week. */
function mostPossible({ figure: { kind, value, window } }: Threshold): readonly Ratio[] {
  if (value.kind !== "sessions" && value.kind !== "days") return [];
  if (value.kind === "sessions" && value.population.kind !== "pupil") return [];
  const weeks =
    window?.kind === "school-weeks" ? window.n : window?.kind === "this" && window.period === "week" ? 1 : 0;
  const sessions = weeks * SESSIONS_IN_WEEK;
  return sessions === 0 ? [] : [kind === "days" ? ratio(sessions, 2) : ratio(sessions, 1)];
}
