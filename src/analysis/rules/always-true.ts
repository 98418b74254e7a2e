// A condition that every pupil always meets, so that it decides nothing.

import type { Condition } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { truthOf } from "../truth.ts";
import type { Knowledge } from "../formula.ts";
import { quote } from "../wording.ts";
import { fixOf, joinedOtherwise } from "../edits.ts";

export const messages = defineMessages({
  "always-true": {
    ...warning,
    message: "`{condition}` always holds, whoever the pupil is, so {words} decides nothing by it.",
    hint: "Look at the edges and at `or`: often `and` is meant. If it is meant for everyone, take the condition away.",
  },
});

export const alwaysTrue: Rule = (survey) =>
  survey.conditions
    .filter((place) => survey.isOwn(place) && place.condition.kind !== "always")
    .filter(({ condition }) => truthOf(survey, condition)?.always === true)
    .map(({ condition, words }) =>
      messages.alwaysTrue({ condition: quote(condition.span), words }, condition.span, {
        fixes: joined(survey, condition),
      }),
    );

/** Only where the other word leaves something to decide. */
function joined(known: Knowledge, condition: Condition): readonly Fix[] {
  if (condition.kind !== "or") return [];
  const truth = truthOf(known, { ...condition, kind: "and" });
  if (truth === undefined || truth.always || !truth.sometimes) return [];
  return fixOf("write `and` instead of `or`", ...joinedOtherwise(condition));
}
