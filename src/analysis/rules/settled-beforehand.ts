// A condition that sets one fixed value against another: the answer is the same for every pupil, on every day.

import type { Condition, MomentExpression, Value } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { numberOf } from "../figures.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { holdsAt } from "../../units/edge.ts";
import type { Edge } from "../../units/edge.ts";
import { compareRatio, ratio } from "../../units/ratio.ts";
import type { Ratio } from "../../units/ratio.ts";
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
      const answer = settled(survey, condition);
      if (answer === undefined) return [];
      const args = { condition: quote(condition.span), always: answer ? "always" : "never", clauses: citation(origin) };
      return [messages.settledBeforehand(args, condition.span)];
    });

function settled(survey: Survey, condition: Condition): boolean | undefined {
  const sides = sidesOf(survey, condition);
  return sides === undefined ? undefined : holdsAt(sides.edge, compareRatio(sides.left, sides.right));
}

function sidesOf(survey: Survey, condition: Condition): Sides | undefined {
  if (condition.kind === "compare") {
    return bothKnown(condition.edge, fixed(survey, condition.left), fixed(survey, condition.right));
  }
  if (condition.kind === "moments")
    return bothKnown(condition.edge, fixedDay(condition.left), fixedDay(condition.right));
  return undefined;
}

interface Sides {
  readonly edge: Edge;
  readonly left: Ratio;
  readonly right: Ratio;
}

function bothKnown(edge: Edge, left: Ratio | undefined, right: Ratio | undefined): Sides | undefined {
  return left === undefined || right === undefined ? undefined : { edge, left, right };
}

function fixed({ model, day }: Survey, value: Value): Ratio | undefined {
  return numberOf(model, day, value);
}

function fixedDay(moment: MomentExpression): Ratio | undefined {
  return moment.kind === "event" && moment.event.kind === "date" ? ratio(moment.event.day, 1) : undefined;
}
