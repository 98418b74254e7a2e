// A rule that starts by a figure of last year, which a pupil who has just joined does not have.

import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { PlacedThreshold, Survey } from "../survey.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "newcomer-left-out": {
    ...advice,
    message:
      "`{condition}` ({clauses}) looks at the {period} before: for a pupil who joined since, the figure is not known, so {words} can neither hold nor fail.",
    hint: "Say what counts for a pupil without such a figure, such as the time since the first day on roll.",
  },
});

/** Not where another way to the same end stands beside it. */
export const newcomerLeftOut: Rule = (survey) =>
  survey.thresholds
    .filter((place) => survey.isOwn(place) && isOfBefore(place) && isOnlyWay(survey, place))
    .map(({ condition, origin, words, threshold }) => {
      const window = threshold.figure.window;
      const period = window?.kind === "previous" ? (window.period === "school-year" ? "year" : window.period) : "";
      const args = { condition: quote(condition.span), clauses: citation(origin), period, words };
      return messages.newcomerLeftOut(args, condition.span);
    });

/** Terms and years: within a week or half-term nobody is new for long. */
function isOfBefore({ threshold: { figure }, part }: PlacedThreshold): boolean {
  const { window, value } = figure;
  const ofPupil = value.kind === "rate" && value.population.kind === "pupil";
  const long = window?.kind === "previous" && (window.period === "school-year" || window.period === "term");
  return ofPupil && long && (part === "starts" || part === "trigger" || part === "status");
}

function isOnlyWay({ conditions }: Survey, { condition, declaration }: PlacedThreshold): boolean {
  return conditions.some((whole) => whole.declaration === declaration && whole.condition === condition);
}
