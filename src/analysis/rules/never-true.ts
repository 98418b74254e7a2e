// A condition that no pupil can ever meet.

import type { Condition } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isNever, truthOf } from "../truth.ts";
import type { Knowledge } from "../formula.ts";
import { quote } from "../wording.ts";
import { fixOf, joinedOtherwise } from "../edits.ts";

export const messages = defineMessages({
  "never-true": {
    ...warning,
    message: "`{condition}` can never hold: its parts rule each other out, so {words} never acts on it.",
    hint: "Look at the edges and at `and`: often `or` is meant, or two limits are the wrong way round.",
  },
});

export const neverTrue: Rule = (survey) =>
  survey.conditions
    .filter((place) => survey.isOwn(place))
    .filter(({ condition }) => isNever(survey, condition))
    .map(({ condition, words }) =>
      messages.neverTrue({ condition: quote(condition.span), words }, condition.span, {
        fixes: joined(survey, condition),
      }),
    );

/** Only where the other word leaves something to decide. */
function joined(known: Knowledge, condition: Condition): readonly Fix[] {
  if (condition.kind !== "and") return [];
  const truth = truthOf(known, { ...condition, kind: "or" });
  if (truth === undefined || truth.always || !truth.sometimes) return [];
  return fixOf("write `or` instead of `and`", ...joinedOtherwise(condition));
}
