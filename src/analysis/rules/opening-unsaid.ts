// A step that comes at a moment which the policy does not name.

import type { MomentExpression } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { momentParts } from "../walk.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "opening-unsaid": {
    ...advice,
    message: 'The policy does not say when the step "{step}" of "{procedure}" comes ({clauses}), so it never does.',
    hint: "Ask for the day or the time, and write it after `on`, such as `on day 3 of absence`.",
  },
});

export const openingUnsaid: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()].filter(isOwn).flatMap((procedure) =>
    procedure.steps.flatMap(({ title, trigger, origin }) => {
      if (trigger.kind !== "on" || !isOpen(trigger.moment)) return [];
      const args = { step: title, procedure: procedure.title, clauses: citation(origin, procedure.origin) };
      return [messages.openingUnsaid(args, headOf(origin))];
    }),
  );

function isOpen(moment: MomentExpression): boolean {
  return momentParts(moment).some(({ kind }) => kind === "hole");
}
