// A part of a condition that changes nothing, because the rest already says it.

import type { Condition } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Knowledge } from "../formula.ts";
import { areEqual, truthOf } from "../truth.ts";
import { quote } from "../wording.ts";
import { fixOf, partRemoved } from "../edits.ts";

export const messages = defineMessages({
  "part-without-effect": {
    ...advice,
    message: "`{part}` changes nothing here: whenever the rest of `{condition}` holds or fails, so does the whole.",
    hint: "Take it away, or correct the figure that makes it idle.",
  },
});

export const partWithoutEffect: Rule = (survey) =>
  survey.tests
    .filter((place) => survey.isOwn(place))
    .flatMap(({ condition }): readonly Diagnostic[] => {
      const part = idlePart(survey, condition);
      if (part === undefined) return [];
      const args = { part: quote(part.span), condition: quote(condition.span) };
      const fixes = fixOf(`take \`${args.part}\` away`, partRemoved(condition, part));
      return [messages.partWithoutEffect(args, part.span, { fixes })];
    });

/** The last part that could go: what was written later is usually what was meant to narrow. */
function idlePart(known: Knowledge, condition: Condition): Condition | undefined {
  if (condition.kind !== "and" && condition.kind !== "or") return undefined;
  const truth = truthOf(known, condition);
  if (truth === undefined || truth.always || !truth.sometimes) return undefined;
  return condition.parts.findLast((part) => {
    const rest: Condition = { ...condition, parts: condition.parts.filter((other) => other !== part) };
    return areEqual(known, condition, rest);
  });
}
