// A school's policy that nobody is bound to look at again.

import type { Model } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { inForceLine, ownHead } from "../policy-head.ts";
import { fixOf, statementBefore } from "../edits.ts";
import { addMonths, formatDay } from "../../school/day.ts";

export const messages = defineMessages({
  "review-unsaid": {
    ...advice,
    message: 'Nothing says when "{title}" is to be reviewed.',
    hint: "Write `review by` with a date at the head of the policy.",
  },
});

export const reviewUnsaid: Rule = ({ model }) => {
  const reviewed = model.level === "nation" || model.reviewBy !== undefined;
  return reviewed ? [] : [messages.reviewUnsaid({ title: model.title }, ownHead(model), { fixes: yearOn(model) })];
};

function yearOn(model: Model): readonly Fix[] {
  const line = inForceLine(model);
  if (model.inForce === undefined || line === undefined) return [];
  const date = formatDay(addMonths(model.inForce.from, 12));
  const header = statementBefore(line, { text: [`review by ${date}`], yaml: [`review-by: ${date}`] });
  return fixOf(`review it by ${date}, a year after it comes into force`, header);
}
