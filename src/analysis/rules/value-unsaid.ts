// A figure that the policy speaks of and nowhere gives.

import type { Condition, Origin } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { citedOf } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "value-unsaid": {
    ...advice,
    message:
      "The policy speaks of `{name}` without giving its value ({clauses}), so nothing that rests on it can be decided.",
    hint: "Ask for the value and write it here with its unit.",
  },
});

export const valueUnsaid: Rule = (survey) =>
  [...survey.model.parameters.values()]
    .filter((parameter) => survey.isOwn(parameter) && parameter.history.some(({ value }) => value.kind === "hole"))
    .map(({ name, origin }) => {
      const clauses = citation(citedOf(origin, placesUsing(survey, name)));
      return messages.valueUnsaid({ name, clauses }, headOf(origin));
    });

/** Where the parameter itself cites nothing, the rules that rest on it do. */
function placesUsing({ tests, isOwn }: Survey, parameter: string): readonly Origin[] {
  return tests.flatMap((place) => (isOwn(place) && isComparedIn(place.condition, parameter) ? [place.origin] : []));
}

function isComparedIn(condition: Condition, parameter: string): boolean {
  if (condition.kind !== "compare") return false;
  return [condition.left, condition.right].some((value) => value.kind === "parameter" && value.name === parameter);
}
