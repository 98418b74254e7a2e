// A policy whose day of review has passed.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { ownHead } from "../policy-head.ts";
import { plural } from "../wording.ts";

export const messages = defineMessages({
  "review-overdue": {
    ...advice,
    message: "The policy was to be reviewed by {review}, which is {days} ago.",
    hint: "Review it, then set the next date.",
  },
});

export const reviewOverdue: Rule = ({ model, today }) => {
  const { reviewBy, inForce } = model;
  if (reviewBy === undefined || today === undefined || today <= reviewBy) return [];
  // A policy that has ended waits for no review.
  if (inForce?.until !== undefined && inForce.until < today) return [];
  return [
    messages.reviewOverdue({ review: formatDay(reviewBy), days: plural(today - reviewBy, "day") }, ownHead(model)),
  ];
};
