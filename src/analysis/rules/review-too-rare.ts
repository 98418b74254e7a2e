// A policy that is looked at again after the guidance it follows has been renewed.

import { defineMessages } from "../../diagnostics/template.ts";
import { addMonths, formatDay } from "../../school/day.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { ownHead, reviewDate } from "../policy-head.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "review-too-rare": {
    ...advice,
    message:
      "The policy is in force from {from} and looked at again only by {review}: the national guidance is renewed yearly, so it may be out of date for long.",
    hint: "Review it every year, or whenever the guidance changes.",
  },
});

/** A year, and the month in which governors meet. */
const MONTHS = 13;

export const reviewTooRare: Rule = ({ model }) => {
  const { inForce, reviewBy } = model;
  if (inForce === undefined || reviewBy === undefined || reviewBy <= addMonths(inForce.from, MONTHS)) return [];
  const args = { from: formatDay(inForce.from), review: formatDay(reviewBy) };
  const yearOn = formatDay(addMonths(inForce.from, 12));
  const fixes = fixOf(`review it by ${yearOn}, a year after it comes into force`, replaced(reviewDate(model), yearOn));
  return [messages.reviewTooRare(args, ownHead(model), { fixes })];
};
