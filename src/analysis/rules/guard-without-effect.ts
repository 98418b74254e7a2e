// A guard that what opens the step has settled already: it always holds there, or it never does.

import type { Condition, Step } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { fixOf, guardRemoved } from "../edits.ts";
import type { Knowledge } from "../formula.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isNever, truthOf } from "../truth.ts";
import { quote } from "../wording.ts";

export const messages = defineMessages({
  "guard-without-effect": {
    ...advice,
    message:
      '`{guard}` changes nothing in the step "{step}": it holds whenever `{trigger}` does, which opens the step.',
    hint: "Take it away, or correct the figure that makes it idle.",
  },
});

/** Only guards of the step itself, which are asked in the moment in which it opens. */
export const guardWithoutEffect: Rule = (survey) =>
  [...survey.model.procedures.values()]
    .filter(survey.isOwn)
    .flatMap(({ steps }) => steps.flatMap((step) => idleGuard(survey, step)));

function idleGuard(known: Knowledge, { trigger, guard, title }: Step): readonly Diagnostic[] {
  if (trigger.kind !== "when" || guard === undefined || isSettled(known, guard)) return [];
  const parts: readonly Condition[] = [trigger.condition, { kind: "not", part: guard, span: guard.span }];
  if (isNever(known, trigger.condition) || !isNever(known, { kind: "and", parts, span: guard.span })) return [];
  const args = { guard: quote(guard.span), step: title, trigger: quote(trigger.condition.span) };
  const fixes = fixOf("take the guard away", guardRemoved(guard.span));
  return [messages.guardWithoutEffect(args, guard.span, { fixes })];
}

/** What always or never holds by itself is told of it alone. */
function isSettled(known: Knowledge, guard: Condition): boolean {
  const truth = truthOf(known, guard);
  return truth !== undefined && (truth.always || !truth.sometimes);
}
