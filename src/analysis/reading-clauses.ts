// The questions that a policy's text answers in several ways, apart by whether several clauses quarrel or one is unclear.

import type { Origin, ReadingChoice } from "../checker/model.ts";
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

function kindOf({ grounds }: ReadingChoice): OpenKind {
  const cited = new Set(grounds.filter(({ clauses }) => clauses.length > 0).map(({ clauses }) => clauses.join()));
  return cited.size > 1 ? "quarrel" : "unclear";
}

function wordsOf({ question, chosen, alternatives, grounds, origin }: ReadingChoice): OpenReading["args"] {
  const clauses = [...origin.clauses, ...grounds.flatMap((ground) => ground.clauses)];
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
