// A policy in force before those who must approve it have done so.

import type { Parameter } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { numberOf, standingValue } from "../figures.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";
import { inForceDate } from "../policy-head.ts";

export const messages = defineMessages({
  "approved-after-in-force": {
    ...warning,
    message:
      "The policy is in force from {from}, but `{name}` is {approved} ({clauses}): for {days} days it applied without approval.",
    hint: "Let it come into force on the day it is approved, or correct the date.",
  },
});

const approval = /^(?:approved|ratified|adopted|signed)\b|-(?:approved|ratified|adopted)\b/;

export const approvedAfterInForce: Rule = ({ model, day, isOwn }) => {
  const from = model.inForce?.from;
  if (from === undefined) return [];
  return [...model.parameters.values()]
    .filter((parameter) => isOwn(parameter) && isApproval(parameter))
    .flatMap((parameter) => {
      const { name, origin } = parameter;
      const value = standingValue(model, day, name);
      const approved = value === undefined ? undefined : numberOf(model, day, value)?.n;
      if (approved === undefined || approved <= from) return [];
      const args = {
        from: formatDay(from),
        name,
        approved: formatDay(approved),
        days: approved - from,
        clauses: citation(origin),
      };
      return [
        messages.approvedAfterInForce(args, headOf(origin), {
          fixes: fixOf(
            "let the policy come into force on the day it is approved",
            replaced(inForceDate(model), formatDay(approved)),
          ),
        }),
      ];
    });
};

function isApproval({ name, type }: Parameter): boolean {
  return type.kind === "date" && approval.test(name);
}
