// One thing that is to be done, and different people who are to do it.

import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citedSentence, disagreements, namesOf, partyWords } from "../said-of.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";
import { actorsSpan } from "../sentence-words.ts";

export const messages = defineMessages({
  "actors-differ": {
    ...advice,
    message:
      "`{act}` is for {first} in {firstPlace} ({firstClause}), but for {second} in {secondPlace} ({secondClause}): each may wait for the other.",
    hint: "Say who does it. If both names mean the same person, declare one `same as` the other; if either may, write `or`.",
  },
});

export const actorsDiffer: Rule = (survey) =>
  disagreements(survey, areApart).map(({ words, first, second }) => {
    const args = {
      act: words,
      first: partyWords(first.sentence.actors),
      firstPlace: first.words,
      firstClause: citation(citedSentence(first)),
      second: partyWords(second.sentence.actors),
      secondPlace: second.words,
      secondClause: citation(citedSentence(second)),
    };
    const labels = [{ span: headOf(first.sentence.origin), text: `for ${args.first} here` }];
    const [one, other] = [actorsSpan(first.sentence), actorsSpan(second.sentence)];
    const fixes = [
      ...fixOf(`let it be for ${args.first} in both places`, replaced(other, one === undefined ? "" : oneLine(one))),
      ...fixOf(`let it be for ${args.second} in both places`, replaced(one, other === undefined ? "" : oneLine(other))),
    ];
    return messages.actorsDiffer(args, headOf(second.sentence.origin), { labels, fixes });
  });

function areApart({ sentence: one }: PlacedSentence, { sentence: other }: PlacedSentence): boolean {
  const second = namesOf(other.actors);
  return !namesOf(one.actors).some((name) => second.includes(name));
}
