// A step that no pupil can come to: its own conditions rule each other out, or the procedure ends whenever they hold.

import type { Condition, Procedure, Step } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { isNever } from "../truth.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "step-unreachable": {
    ...warning,
    message: 'No pupil can come to the step "{step}" of "{procedure}": {why}.',
    hint: "Look at the figures and edges of the step and of `ends when`; often two of them are exchanged.",
  },
});

export const stepUnreachable: Rule = (survey) =>
  [...survey.model.procedures.values()].filter(survey.isOwn).flatMap((procedure) =>
    procedure.steps.flatMap((step, index) => {
      const why = whyUnreachable(survey, procedure, index);
      if (why === undefined) return [];
      return [messages.stepUnreachable({ step: step.title, procedure: procedure.title, why }, headOf(step.origin))];
    }),
  );

function whyUnreachable(survey: Survey, procedure: Procedure, index: number): string | undefined {
  const step = procedure.steps[index];
  if (step === undefined || step.trigger.kind !== "when" || isNever(survey, step.trigger.condition)) return undefined;
  const opening = openingOf(step);
  if (opening.length > 1 && cannotHold(survey, opening)) return "what opens it and what guards it rule each other out";
  const going = procedure.ends.map(({ condition }): Condition => ({
    kind: "not",
    part: condition,
    span: condition.span,
  }));
  const ended = going.length > 0 && cannotHold(survey, [step.trigger.condition, ...going]);
  return ended ? "whenever what opens it holds, the procedure ends first" : undefined;
}

function openingOf({ trigger, guard }: Step): readonly Condition[] {
  const opening = trigger.kind === "when" ? [trigger.condition] : [];
  return guard === undefined ? opening : [...opening, guard];
}

function cannotHold(survey: Survey, parts: readonly Condition[]): boolean {
  const [first] = parts;
  return first !== undefined && isNever(survey, { kind: "and", parts, span: first.span });
}
