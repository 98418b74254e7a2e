// A figure printed in the policy that equals the law's when the policy begins, and no longer does when the law's changes.

import type { Condition } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { answersInForce } from "../settled.ts";
import type { Settled } from "../settled.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "figure-outlived": {
    ...warning,
    message:
      "`{condition}` holds when the policy comes into force, and no longer from {turns} on ({clauses}): one of its figures is out of date from that day.",
    hint: "Bring the figure up to date, or let the policy end before that day.",
  },
});

export const figureOutlived: Rule = (survey) =>
  survey.tests
    .filter((place) => survey.isOwn(place) && isEquation(place.condition))
    .flatMap(({ condition, origin }) => {
      const answers = answersInForce(survey, condition);
      const turn = firstTurn(answers);
      if (turn?.from === undefined || turn.holds) return [];
      const args = {
        condition: quote(condition.span),
        turns: formatDay(turn.from),
        clauses: citation(origin),
      };
      return [messages.figureOutlived(args, condition.span, { witness: { day: args.turns } })];
    });

/** What is set against a limit may rightly pass it one day; what was equal was copied. */
function isEquation(condition: Condition): boolean {
  return condition.kind === "compare" && condition.edge === "exactly";
}

function firstTurn(answers: readonly Settled[]): Settled | undefined {
  return answers.find(({ holds }) => holds !== answers[0]?.holds);
}
