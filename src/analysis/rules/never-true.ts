// A condition that no pupil can ever meet.

import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isNever } from "../truth.ts";
import { quote } from "../wording.ts";

export const messages = defineMessages({
  "never-true": {
    ...warning,
    message: "`{condition}` can never hold: its parts rule each other out, so {words} never acts on it.",
    hint: "Look at the edges and at `and`: often `or` is meant, or two limits are the wrong way round.",
  },
});

export const neverTrue: Rule = (survey) =>
  survey.conditions
    .filter((place) => survey.isOwn(place))
    .filter(({ condition }) => isNever(survey, condition))
    .map(({ condition, words }) => messages.neverTrue({ condition: quote(condition.span), words }, condition.span));
