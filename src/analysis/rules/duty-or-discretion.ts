// One weighty thing that must be done by one rule and may be left undone by another.

import { defineMessages } from "../../diagnostics/template.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citedSentence, disagreements, isWeighty } from "../said-of.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";
import { modalSpan } from "../sentence-words.ts";

export const messages = defineMessages({
  "duty-or-discretion": {
    ...advice,
    message: "`{act}` must be done in {mustPlace} ({mustClause}), but only may be done in {mayPlace} ({mayClause}).",
    hint: "Say whether it is a duty or a choice; if it depends, say on what.",
  },
});

export const dutyOrDiscretion: Rule = (survey) =>
  disagreements(survey, (first, second) => isWeighty(survey, first.sentence) && areMustAndMay(first, second)).map(
    ({ words, first, second }) => {
      const [must, may] = first.sentence.modal === "must" ? [first, second] : [second, first];
      const args = {
        act: words,
        mustPlace: must.words,
        mustClause: citation(citedSentence(must)),
        mayPlace: may.words,
        mayClause: citation(citedSentence(may)),
      };
      const fixes = [
        ...fixOf("make it a duty in both places", replaced(modalSpan(may.sentence), "must")),
        ...fixOf("leave it to choice in both places", replaced(modalSpan(must.sentence), "may")),
      ];
      const labels = [{ span: headOf(must.sentence.origin), text: "a duty here" }];
      return messages.dutyOrDiscretion(args, headOf(may.sentence.origin), { labels, fixes });
    },
  );

function areMustAndMay({ sentence: one }: PlacedSentence, { sentence: other }: PlacedSentence): boolean {
  const modals = [one.modal, other.modal];
  return modals.includes("must") && modals.includes("may");
}
