// A school's policy that nobody is bound to look at again.

import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { ownHead } from "../policy-head.ts";

export const messages = defineMessages({
  "review-unsaid": {
    ...advice,
    message: 'Nothing says when "{title}" is to be reviewed.',
    hint: "Write `review by` with a date at the head of the policy.",
  },
});

export const reviewUnsaid: Rule = ({ model }) => {
  const reviewed = model.level === "nation" || model.reviewBy !== undefined;
  return reviewed ? [] : [messages.reviewUnsaid({ title: model.title }, ownHead(model))];
};
