// One thing that is to be told, and different people to whom.

import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import type { PlacedSentence } from "../places.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citedSentence, disagreements, namesOf, partyWords } from "../said-of.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";
import { recipientsSpan } from "../sentence-words.ts";

export const messages = defineMessages({
  "recipients-differ": {
    ...warning,
    message:
      "`{act}` goes to {first} in {firstPlace} ({firstClause}), but to {second} in {secondPlace} ({secondClause}).",
    hint: "Say to whom it goes. If both names mean the same people, declare one `same as` the other.",
  },
});

export const recipientsDiffer: Rule = (survey) =>
  disagreements(survey, areApart).map(({ words, first, second }) => {
    const args = {
      act: words,
      first: partyWords(first.sentence.to),
      firstPlace: first.words,
      firstClause: citation(citedSentence(first)),
      second: partyWords(second.sentence.to),
      secondPlace: second.words,
      secondClause: citation(citedSentence(second)),
    };
    const labels = [{ span: headOf(first.sentence.origin), text: `to ${args.first} here` }];
    const [one, other] = [recipientsSpan(first.sentence), recipientsSpan(second.sentence)];
    const fixes = [
      ...fixOf(`let it go to ${args.first} in both places`, replaced(other, one === undefined ? "" : oneLine(one))),
      ...fixOf(`let it go to ${args.second} in both places`, replaced(one, other === undefined ? "" : oneLine(other))),
    ];
    return messages.recipientsDiffer(args, headOf(second.sentence.origin), { labels, fixes });
  });

function areApart({ sentence: one }: PlacedSentence, { sentence: other }: PlacedSentence): boolean {
  const [first, second] = [namesOf(one.to), namesOf(other.to)];
  return first.length > 0 && second.length > 0 && !first.some((name) => second.includes(name));
}
