// A condition that sets one fixed value against another: the answer is the same for every pupil, on every day.

import { defineMessages } from "../../diagnostics/template.ts";
import { answersInForce } from "../settled.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "settled-beforehand": {
    ...advice,
    message:
      "`{condition}` sets two fixed values against each other and {always} holds ({clauses}): the policy settles it, not what happens in school.",
    hint: "Where the values show a fault of the policy itself, such as a review after its day, mend the policy; else leave the condition out.",
  },
});

export const settledBeforehand: Rule = (survey) =>
  survey.tests
    .filter((place) => survey.isOwn(place))
    .flatMap(({ condition, origin }) => {
      const answers = answersInForce(survey, condition);
      const [answer] = answers;
      if (answer === undefined || answers.some(({ holds }) => holds !== answer.holds)) return [];
      const args = {
        condition: quote(condition.span),
        always: answer.holds ? "always" : "never",
        clauses: citation(origin),
      };
      return [messages.settledBeforehand(args, condition.span)];
    });
