// Something that must be done, without a day by which it must.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { deadlineMoments } from "../walk.ts";
import { citation, headOf, shortListOf } from "../wording.ts";

export const messages = defineMessages({
  "deadline-unsaid": {
    ...advice,
    message:
      "In {place} the policy does not say by when {acts} must be done ({clauses}): once begun it stays open, and is never overdue.",
    hint: "Ask by when, and write it after the sentence, such as `within 5 school days`.",
  },
});

/** One finding for each declaration, however many of its sentences are open. */
export const deadlineUnsaid: Rule = (survey) => {
  const open = survey.sentences.filter((place) => survey.isOwn(place.sentence) && isOpen(place));
  return [...Map.groupBy(open, ({ declaration }) => declaration).values()].flatMap((group): readonly Diagnostic[] => {
    const [first] = group;
    if (first === undefined) return [];
    const acts = shortListOf([...new Set(group.map(({ sentence }) => sentence.act))]);
    const clauses = citation(...group.map(({ sentence }) => sentence.origin));
    const labels = group.slice(1).map(({ sentence }) => ({ span: headOf(sentence.origin), text: "nor this" }));
    return [messages.deadlineUnsaid({ place: first.words, acts, clauses }, headOf(first.sentence.origin), { labels })];
  });
};

/** A step that opens on a moment ends with its day, and a duty with its period; any other `must` needs a day of its own. */
function isOpen({ sentence, step }: PlacedSentence): boolean {
  if (sentence.modal !== "must") return false;
  if (sentence.deadline !== undefined) return deadlineMoments(sentence.deadline).some(({ kind }) => kind === "hole");
  return step !== undefined && (step.trigger.kind === "when" || step.trigger.kind === "after");
}
