// Formulas and a wish about their results → the cases that fulfil it: for each, the fewest answers that settle it. All answers
// that any test tells apart are tried, so that where the search was whole and found nothing, there is nothing.

import { assertNever } from "../support/assert-never.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { compareRatio } from "../units/ratio.ts";
import { possibleAnswers } from "../analysis/answers.ts";
import type { Answer } from "../analysis/answers.ts";
import { questionsIn } from "../analysis/formula.ts";
import type { Formula, Question } from "../analysis/formula.ts";
import { contains } from "../analysis/interval.ts";
import type { Interval } from "../analysis/interval.ts";

export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
  /** For a share: all figures that no test tells from this one, of which the answer is an example. */
  readonly cell?: Interval;
}

/** What is not among the answers may be anything. */
export interface FoundCase {
  readonly answers: readonly Answered[];
  readonly results: readonly boolean[];
}

export interface Cases {
  readonly found: readonly FoundCase[];
  /** Every combination was tried: what is not found does not exist, as far as questions are independent. */
  readonly whole: boolean;
}

type Result = boolean | undefined;

export interface Asked {
  readonly key: string;
  readonly question: Question;
  readonly answers: readonly Answered[];
}

/** More are not tried, and nothing is claimed. */
const mostSteps = 20_000;

/** How much of a search is enough. */
export interface Effort {
  /** So many cases are kept. */
  readonly most: number;
  /** The search goes on after that, so that it can be whole; otherwise it is over once it has found enough. */
  readonly toTheEnd: boolean;
}

const aProof: Effort = { most: 400, toTheEnd: true };

export function casesWhere(
  formulas: readonly Formula[],
  wanted: (results: readonly boolean[]) => boolean,
  { most, toTheEnd }: Effort = aProof,
): Cases {
  const asked = askedIn(formulas);
  const given = new Map<string, Answered>();
  const found: FoundCase[] = [];
  let steps = 0;
  const search = (place: number): void => {
    if (steps > mostSteps || (!toTheEnd && found.length >= most)) return;
    steps++;
    const results = formulas.map((formula) => resultOf(formula, given));
    const settled = results.every((result) => result !== undefined);
    if (settled) {
      if (wanted(results) && found.length < most) found.push({ answers: [...given.values()], results });
      return;
    }
    const next = asked[place];
    if (next === undefined) return;
    if (!formulas.some((formula) => matters(formula, next.key, given))) return search(place + 1);
    for (const answer of next.answers) {
      given.set(next.key, answer);
      search(place + 1);
    }
    given.delete(next.key);
  };
  search(0);
  return { found, whole: steps <= mostSteps && (toTheEnd || found.length < most) };
}

export function askedIn(formulas: readonly Formula[]): readonly Asked[] {
  const groups = Map.groupBy(formulas.flatMap(questionsIn), ({ key }) => key);
  return [...groups].flatMap(([key, questions]) => {
    const question = questions[0];
    return question === undefined ? [] : [{ key, question, answers: answersTo(question, questions) }];
  });
}

/** The plain answer first: not so, the largest share, the smallest count. */
function answersTo(question: Question, asked: readonly Question[]): readonly Answered[] {
  const answers = possibleAnswers(asked);
  const told = (answer: Answer): Answered => ({ question, answer });
  if (question.kind === "yes" || question.kind === "answer") return answers.toReversed().map(told);
  if (question.kind === "sign" || question.threshold.figure.kind !== "share") return answers.map(told);
  const edges = asked.flatMap((each) => (each.kind === "figure" ? edgesOf(each.threshold.interval) : []));
  return (answers as readonly Ratio[])
    .map((answer) => ({ question, answer, cell: cellAround(answer, edges) }))
    .toReversed();
}

function edgesOf({ low, high }: Interval): readonly Ratio[] {
  return [low?.at, high?.at].filter((at) => at !== undefined);
}

/** The edge alone, or everything between the edges on either side. */
function cellAround(figure: Ratio, edges: readonly Ratio[]): Interval {
  const sorted = edges.toSorted(compareRatio);
  if (sorted.some((edge) => compareRatio(edge, figure) === 0)) {
    const at = { at: figure, included: true };
    return { low: at, high: at };
  }
  const below = sorted.findLast((edge) => compareRatio(edge, figure) < 0);
  const above = sorted.find((edge) => compareRatio(edge, figure) > 0);
  return {
    ...(below === undefined ? {} : { low: { at: below, included: false } }),
    ...(above === undefined ? {} : { high: { at: above, included: false } }),
  };
}

/** What the answers so far settle, or undefined. */
function resultOf(formula: Formula, given: ReadonlyMap<string, Answered>): Result {
  switch (formula.kind) {
    case "at-least": {
      let [holding, open] = [0, 0];
      for (const part of formula.parts) {
        const result = resultOf(part, given);
        if (result === true) holding++;
        else if (result === undefined) open++;
      }
      if (holding >= formula.n) return true;
      return holding + open < formula.n ? false : undefined;
    }
    case "not": {
      const result = resultOf(formula.part, given);
      return result === undefined ? undefined : !result;
    }
    case "known":
      return formula.value;
    case "yes":
    case "answer":
    case "sign":
    case "figure": {
      const answered = given.get(formula.key);
      return answered === undefined ? undefined : holds(formula, answered.answer);
    }
    default:
      return assertNever(formula);
  }
}

export function holds(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case "yes":
      return answer === true;
    case "answer":
      return answer === question.answer;
    case "sign":
      return question.holds(answer as Comparison);
    case "figure":
      return contains(question.threshold.interval, answer as Ratio);
    default:
      return assertNever(question);
  }
}

/** Whether the question stands in a part that is still open. */
function matters(formula: Formula, key: string, given: ReadonlyMap<string, Answered>): boolean {
  if (resultOf(formula, given) !== undefined) return false;
  switch (formula.kind) {
    case "at-least":
      return formula.parts.some((part) => matters(part, key, given));
    case "not":
      return matters(formula.part, key, given);
    case "known":
      return false;
    case "yes":
    case "answer":
    case "sign":
    case "figure":
      return formula.key === key;
    default:
      return assertNever(formula);
  }
}
