// Decides by trying: whether a condition can hold, must hold, or stays the same without one of its parts. Questions are
// taken as independent of one another, so `never` and `always` are proved, and anything less is simply not said.

import type { Condition } from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { possibleAnswers } from "./answers.ts";
import type { Answer } from "./answers.ts";
import { formulaOf, questionsIn } from "./formula.ts";
import type { Formula, Knowledge } from "./formula.ts";
import { contains } from "./interval.ts";

/** More combinations than this are not tried, and nothing is claimed. */
const mostCombinations = 5_000;

interface Truth {
  readonly sometimes: boolean;
  readonly always: boolean;
}

/** Undefined where there are too many combinations to try, and where nothing is asked at all. */
export function truthOf(known: Knowledge, condition: Condition): Truth | undefined {
  let [sometimes, always] = [false, true];
  const tried = onEachDay(known, [condition], (formulas) =>
    tryAll(formulas, ([holds]) => {
      if (holds === true) sometimes = true;
      else always = false;
      return sometimes && !always;
    }),
  );
  return tried ? { sometimes, always } : undefined;
}

export function isNever(known: Knowledge, condition: Condition): boolean {
  return truthOf(known, condition)?.sometimes === false;
}

/** Whether two conditions hold and fail together in every case; false where there are too many cases to try. */
export function areEqual(known: Knowledge, first: Condition, second: Condition): boolean {
  let equal = true;
  const tried = onEachDay(known, [first, second], (formulas) =>
    tryAll(formulas, ([one, other]) => {
      equal &&= one === other;
      return !equal;
    }),
  );
  return tried && equal;
}

/** What rests on dated values is tried with those of every day on which one of them changes. */
function onEachDay(
  known: Knowledge,
  conditions: readonly Condition[],
  attempt: (formulas: readonly Formula[]) => boolean,
): boolean {
  const now = conditions.map((condition) => formulaOf(known, condition));
  if (!attempt(now)) return false;
  if (!now.some(restsOnValue)) return true;
  return (known.turns ?? []).every((day) =>
    attempt(conditions.map((condition) => formulaOf({ ...known, day }, condition))),
  );
}

/** Whether a value that may be dated went into it. */
function restsOnValue(formula: Formula): boolean {
  switch (formula.kind) {
    case "at-least":
      return formula.parts.some(restsOnValue);
    case "not":
      return restsOnValue(formula.part);
    case "known":
      return true;
    case "figure":
      return formula.threshold.comparison.right.kind === "parameter";
    case "yes":
    case "answer":
    case "sign":
      return false;
    default:
      return assertNever(formula);
  }
}

type Test = (answers: readonly Answer[]) => boolean;

/**
 * Calls back with what each formula gives, for every combination of answers until it has seen enough. False where there are
 * too many, or none.
 */
function tryAll(formulas: readonly Formula[], hasEnough: (results: readonly boolean[]) => boolean): boolean {
  const asked = Map.groupBy(formulas.flatMap(questionsIn), ({ key }) => key);
  const places = new Map([...asked.keys()].map((key, place) => [key, place]));
  const possible = [...asked.values()].map(possibleAnswers);
  const count = possible.reduce((product, answers) => product * answers.length, 1);
  if (places.size === 0 || count > mostCombinations) return false;
  const tests = formulas.map((formula) => testOf(formula, places));
  const chosen: Answer[] = [];
  const choose = (place: number): boolean => {
    const answers = possible[place];
    if (answers === undefined) return hasEnough(tests.map((test) => test(chosen)));
    return answers.some((answer) => {
      chosen[place] = answer;
      return choose(place + 1);
    });
  };
  choose(0);
  return true;
}

function testOf(formula: Formula, places: ReadonlyMap<string, number>): Test {
  switch (formula.kind) {
    case "at-least": {
      const parts = formula.parts.map((part) => testOf(part, places));
      return atLeast(formula.n, parts);
    }
    case "not": {
      const part = testOf(formula.part, places);
      return (answers) => !part(answers);
    }
    case "known":
      return () => formula.value;
    case "yes":
    case "answer":
    case "sign":
    case "figure":
      return questionTest(formula, places.get(formula.key) ?? 0);
    default:
      return assertNever(formula);
  }
}

function atLeast(n: number, parts: readonly Test[]): Test {
  if (n === parts.length) return (answers) => parts.every((part) => part(answers));
  if (n === 1) return (answers) => parts.some((part) => part(answers));
  return (answers) => parts.filter((part) => part(answers)).length >= n;
}

function questionTest(question: Exclude<Formula, { kind: "at-least" | "not" | "known" }>, place: number): Test {
  switch (question.kind) {
    case "yes":
      return (answers) => answers[place] === true;
    case "answer":
      return (answers) => answers[place] === question.answer;
    case "sign":
      return (answers) => question.holds(answers[place] as Comparison);
    case "figure":
      return (answers) => contains(question.threshold.interval, answers[place] as Ratio);
    default:
      return assertNever(question);
  }
}
