// A limit that the policy speaks of ("persistent", "poor", "causing concern") and does not put in figures.

import type { Condition } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "threshold-unsaid": {
    ...advice,
    message: "The limit in `{condition}` is nowhere given ({clauses}), so {words} can neither begin nor be ruled out.",
    hint: "Ask for the figure, its edge and the time over which it is counted, such as `at least 5 sessions this half-term`.",
  },
});

export const thresholdUnsaid: Rule = (survey) =>
  survey.tests
    .filter((place) => survey.isOwn(place) && hasOpenLimit(place.condition))
    .map(({ condition, origin, words }) =>
      messages.thresholdUnsaid({ condition: quote(condition.span), clauses: citation(origin), words }, condition.span),
    );

/** A limit kept in a parameter without a value is told of that parameter, once (value-unsaid). */
function hasOpenLimit(condition: Condition): boolean {
  if (condition.kind === "hole") return true;
  if (condition.kind !== "compare") return false;
  return [condition.left, condition.right].some(({ kind }) => kind === "hole");
}
