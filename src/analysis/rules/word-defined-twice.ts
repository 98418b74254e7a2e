// One word of the policy with two meanings.

import type { Status } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import { isSameTopic, topicOf } from "../topic.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "word-defined-twice": {
    ...warning,
    message:
      '"{first}" ({firstClause}) and "{second}" ({secondClause}) are called alike and mean different things: a letter that uses the word says one of them, and nobody can tell which.',
    hint: "Give one of them another title, or write both as `readings` and choose.",
  },
});

export const wordDefinedTwice: Rule = ({ model, isOwn }) =>
  pairsOf([...model.statuses.values()].filter(isOwn).map(withTopic))
    .filter(([first, second]) => isSameTopic(first.topic, second.topic) && !meanTheSame(first.status, second.status))
    .map(([{ status: first }, { status: second }]) => {
      const args = {
        first: first.title,
        firstClause: citation(first.origin),
        second: second.title,
        secondClause: citation(second.origin),
      };
      const labels = [{ span: headOf(first.origin), text: "the other meaning" }];
      return messages.wordDefinedTwice(args, headOf(second.origin), { labels, fixes: oneMeaning(first, second) });
    });

function withTopic(status: Status): { readonly status: Status; readonly topic: ReadonlySet<string> } {
  return { status, topic: topicOf(status.title) };
}

/** Word for word, or because one is defined by the other. */
function meanTheSame(first: Status, second: Status): boolean {
  return keyOf(first.rule) === keyOf(second.rule) || isDefinedBy(first, second) || isDefinedBy(second, first);
}

function isDefinedBy({ rule }: Status, { name }: Status): boolean {
  return rule.kind === "when" && rule.condition.kind === "status" && rule.condition.name === name;
}

function oneMeaning(first: Status, second: Status): readonly Fix[] {
  return [[first, second] as const, [second, first] as const].flatMap(([kept, other]) =>
    other.rule.kind === "when"
      ? fixOf(`let both mean \`${kept.name}\``, replaced(other.rule.condition.span, kept.name))
      : [],
  );
}
