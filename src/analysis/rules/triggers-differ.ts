// One weighty thing that several rules lead to, each by a way of its own.

import { defineMessages } from "../../diagnostics/template.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citedSentence, disagreements } from "../said-of.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "triggers-differ": {
    ...advice,
    message:
      "Several rules lead to `{act}`: {first} ({firstClause}) and {second} ({secondClause}). Where their clocks differ, it is not said which one counts.",
    hint: "Join them into one rule, or say in the policy which of them goes before the other.",
  },
});

export const triggersDiffer: Rule = (survey) =>
  disagreements(survey, areSteps).map(({ words, first, second }) => {
    const args = {
      act: words,
      first: whereabouts(first),
      firstClause: citation(citedSentence(first)),
      second: whereabouts(second),
      secondClause: citation(citedSentence(second)),
    };
    const labels = [{ span: headOf(first.sentence.origin), text: "one way" }];
    return messages.triggersDiffer(args, headOf(second.sentence.origin), { labels });
  });

/** A duty comes with its period; only steps have triggers of their own. */
function areSteps(first: PlacedSentence, second: PlacedSentence): boolean {
  return first.step !== undefined && second.step !== undefined;
}

function whereabouts({ words, step }: PlacedSentence): string {
  return step === undefined ? words : `the step "${step.title}" of ${words}`;
}
