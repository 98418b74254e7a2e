// The questions that a policy's text answers in several ways, apart by whether several clauses quarrel or one is unclear.
// The model keeps what the chosen reading says; which clauses the others rest on is read off the text they stand in.

import type { Origin, ReadingChoice } from "../checker/model.ts";
import { spanText } from "../source/text.ts";
import { wordList } from "../support/word-list.ts";
import type { Survey } from "./survey.ts";
import { citation } from "./wording.ts";

interface OpenReading {
  readonly args: {
    readonly question: string;
    readonly answers: string;
    readonly clauses: string;
    readonly chosen: string;
  };
  readonly origin: Origin;
}

/** `quarrel`: the answers rest on different clauses. `unclear`: on the same ones, or nobody says on which. */
type OpenKind = "quarrel" | "unclear";

export function openReadings({ model, isOwn }: Survey, kind: OpenKind): readonly OpenReading[] {
  return model.readings
    .filter((choice) => isOwn(choice) && kindOf(choice) === kind)
    .map((choice) => ({ args: wordsOf(choice), origin: choice.origin }));
}

function kindOf(choice: ReadingChoice): OpenKind {
  const cited = textsOfAnswers(choice).map((text) => clausesIn(text).join());
  const grounds = new Set(cited.filter((clauses) => clauses !== ""));
  return grounds.size > 1 ? "quarrel" : "unclear";
}

/** What stands between one answer's label and the next. */
function textsOfAnswers({ alternatives, origin }: ReadingChoice): readonly string[] {
  const text = spanText(origin.span);
  const starts: number[] = [];
  for (const label of alternatives) starts.push(Math.max(text.indexOf(label, starts.at(-1) ?? 0), 0));
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

function clausesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{2,}-\d+\b/g))].toSorted();
}

function wordsOf({ question, chosen, alternatives, origin }: ReadingChoice): OpenReading["args"] {
  const clauses = clausesIn(spanText(origin.span));
  return {
    question: `"${question}"`,
    answers: wordList(
      alternatives.map((label) => `"${label}"`),
      "or",
    ),
    clauses: citation({ ...origin, clauses }),
    chosen: chosen === undefined ? "no answer" : `"${chosen}"`,
  };
}
