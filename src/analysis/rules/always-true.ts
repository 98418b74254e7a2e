// A condition that every pupil always meets, so that it decides nothing.

import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { truthOf } from "../truth.ts";
import { quote } from "../wording.ts";

export const messages = defineMessages({
  "always-true": {
    ...warning,
    message: "`{condition}` always holds, whoever the pupil is, so {words} decides nothing by it.",
    hint: "Look at the edges and at `or`: often `and` is meant. If it is meant for everyone, take the condition away.",
  },
});

export const alwaysTrue: Rule = (survey) =>
  survey.conditions
    .filter((place) => survey.isOwn(place) && place.condition.kind !== "always")
    .filter(({ condition }) => truthOf(survey, condition)?.always === true)
    .map(({ condition, words }) => messages.alwaysTrue({ condition: quote(condition.span), words }, condition.span));
