// Somebody who is to tell himself: mostly two posts that one person holds, in a rule that was written for two.

import type { Sentence } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { citedSentence, namesOf } from "../said-of.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "told-to-oneself": {
    ...advice,
    message:
      "`{role}` is to `{act}` to `{role}` here ({clauses}): where one person holds both posts, nobody else hears of it.",
    hint: "Name who is told instead, or say that the step falls away where one person holds both posts.",
  },
});

export const toldToOneself: Rule = ({ sentences, isOwn }) =>
  sentences
    .filter(({ sentence }) => isOwn(sentence) && isToOneself(sentence))
    .map((place) => {
      const { sentence } = place;
      const role = namesOf(sentence.actors)[0] ?? "";
      const args = { role, act: sentence.act, clauses: citation(citedSentence(place)) };
      return messages.toldToOneself(args, headOf(sentence.origin));
    });

function isToOneself({ actors, to, modal }: Sentence): boolean {
  const [doing, told] = [new Set(namesOf(actors)), new Set(namesOf(to))];
  return modal !== "must not" && doing.size === 1 && told.size === 1 && [...told].every((name) => doing.has(name));
}
