// A figure that the policy speaks of and nowhere gives.

import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "value-unsaid": {
    ...advice,
    message:
      "The policy speaks of `{name}` without giving its value ({clauses}), so nothing that rests on it can be decided.",
    hint: "Ask for the value and write it here with its unit.",
  },
});

export const valueUnsaid: Rule = ({ model, isOwn }) =>
  [...model.parameters.values()]
    .filter((parameter) => isOwn(parameter) && parameter.history.some(({ value }) => value.kind === "hole"))
    .map(({ name, origin }) => messages.valueUnsaid({ name, clauses: citation(origin) }, headOf(origin)));
