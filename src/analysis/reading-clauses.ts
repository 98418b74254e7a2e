// The questions that a policy's text answers in several ways, apart by whether several clauses quarrel or one is unclear.

import type { Origin, ReadingChoice } from "../checker/model.ts";
import { wordList } from "../support/word-list.ts";
import type { Survey } from "./survey.ts";
import { citation } from "./wording.ts";

export interface OpenReading {
  readonly args: {
    readonly question: string;
    readonly answers: string;
    readonly clauses: string;
    readonly chosen: string;
  };
  readonly origin: Origin;
}

export function readingsAcross(
  { model, isOwn }: Survey,
  which: "several clauses" | "one clause",
): readonly OpenReading[] {
  return model.readings
    .filter(isOwn)
    .filter(({ origin }) => new Set(origin.clauses).size > 1 === (which === "several clauses"))
    .map((choice) => ({ args: wordsOf(choice), origin: choice.origin }));
}

function wordsOf({ question, chosen, alternatives, origin }: ReadingChoice): OpenReading["args"] {
  return {
    question: `"${question}"`,
    answers: wordList(
      alternatives.map((label) => `"${label}"`),
      "or",
    ),
    clauses: citation(origin),
    chosen: chosen === undefined ? "none" : `"${chosen}"`,
  };
}
