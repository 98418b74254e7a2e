// One word of the policy with two meanings.

import type { Status } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import { isSameTopic, topicOf } from "../topic.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "word-defined-twice": {
    ...warning,
    message:
      '"{first}" ({firstClause}) and "{second}" ({secondClause}) are called alike and mean different things: a letter that uses the word says one of them, and nobody can tell which.',
    hint: "Give one of them another title, or write both as `readings` and choose.",
  },
});

export const wordDefinedTwice: Rule = ({ model, isOwn }) =>
  pairsOf([...model.statuses.values()].filter(isOwn))
    .filter(([first, second]) => areCalledAlike(first, second) && keyOf(first.rule) !== keyOf(second.rule))
    .map(([first, second]) => {
      const args = {
        first: first.title,
        firstClause: citation(first.origin),
        second: second.title,
        secondClause: citation(second.origin),
      };
      const labels = [{ span: headOf(first.origin), text: "the other meaning" }];
      return messages.wordDefinedTwice(args, headOf(second.origin), { labels });
    });

function areCalledAlike(first: Status, second: Status): boolean {
  return isSameTopic(topicOf(first.title), topicOf(second.title));
}
