// Something that is due on a day before the step that asks for it can come.

import type { Procedure, Sentence } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { dayOfMoment, earliestDays } from "../days.ts";
import type { StepDays } from "../days.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { itemsWithin } from "../walk.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

export const messages = defineMessages({
  "deadline-before-start": {
    ...warning,
    message:
      'In "{procedure}" the step "{step}" comes on day {opens} at the earliest, but `{act}` is due on day {due} ({clauses}): it is overdue before anyone is asked.',
    hint: "Move the deadline after the step, or the step before the deadline.",
  },
});

export const deadlineBeforeStart: Rule = (survey) =>
  [...survey.model.procedures.values()].filter(survey.isOwn).flatMap((procedure) => {
    const days = earliestDays(survey, procedure);
    return days.flatMap((each, index) => lateSentences(survey, procedure, each, days.slice(0, index + 1)));
  });

function lateSentences(
  survey: Survey,
  procedure: Procedure,
  { step, opens }: StepDays,
  known: readonly StepDays[],
): readonly Diagnostic[] {
  return itemsWithin(step.items).flatMap((item) => {
    const due = item.kind === "sentence" ? dueDay(survey, item, known) : undefined;
    if (item.kind !== "sentence" || due === undefined || opens === undefined || due >= opens) return [];
    const clauses = citation(item.origin, step.origin);
    const args = { procedure: procedure.title, step: step.title, opens, act: item.act, due, clauses };
    return [
      messages.deadlineBeforeStart(args, headOf(item.origin), {
        witness: { opens, due },
        fixes: dueOn(item, opens, due),
      }),
    ];
  });
}

function dueOn({ deadline }: Sentence, opens: number, due: number): readonly Fix[] {
  if (deadline?.kind !== "by" || deadline.moment.kind !== "day-of") return [];
  const { n, span } = deadline.moment;
  const later = n + opens - due;
  return fixOf(`let it be due on day ${later}`, reworded(span, /\d+/, String(later)));
}

function dueDay(survey: Survey, { deadline }: Sentence, known: readonly StepDays[]): number | undefined {
  if (deadline?.kind !== "by" || deadline.moment.kind !== "day-of") return undefined;
  return dayOfMoment(survey, known, deadline.moment);
}
