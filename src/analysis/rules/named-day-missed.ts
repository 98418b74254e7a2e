// A step on a named day that the waits before it cannot meet.

import type { Procedure, Step } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { earliestDays } from "../days.ts";
import type { StepDays } from "../days.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { momentParts } from "../walk.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

export const messages = defineMessages({
  "named-day-missed": {
    ...warning,
    message:
      'In "{procedure}" the step "{step}" comes on day {named} ({clauses}), but by the waits before it the step "{before}" is over on day {over} at the earliest, even if everybody acts at once and no day falls out.',
    hint: "Shorten the waits, or name a later day.",
  },
});

export const namedDayMissed: Rule = (survey) =>
  [...survey.model.procedures.values()].filter(survey.isOwn).flatMap((procedure) => missedIn(survey, procedure));

function missedIn(survey: Survey, procedure: Procedure): readonly Diagnostic[] {
  const days = earliestDays(survey, procedure);
  return days.flatMap(({ step }, index): readonly Diagnostic[] => {
    const named = namedDay(days[index]);
    const before = latest(days.slice(0, index));
    if (named === undefined || before?.over === undefined || before.over <= named) return [];
    const args = {
      procedure: procedure.title,
      step: step.title,
      named,
      before: before.step.title,
      over: before.over,
      clauses: citation(step.origin, before.step.origin),
    };
    const labels = [{ span: headOf(before.step.origin), text: `over on day ${before.over} at the earliest` }];
    const witness = { named, over: before.over };
    return [messages.namedDayMissed(args, headOf(step.origin), { labels, witness, fixes: onDay(step, before.over) })];
  });
}

function onDay({ trigger }: Step, day: number): readonly Fix[] {
  const named = trigger.kind === "on" ? momentParts(trigger.moment).find(({ kind }) => kind === "day-of") : undefined;
  return named === undefined ? [] : fixOf(`let it come on day ${day}`, reworded(named.span, /\d+/, String(day)));
}

/** The day that the step itself names: `day 10 of absence`, alone or as one of two moments. */
function namedDay(days: StepDays | undefined): number | undefined {
  if (days?.step.trigger.kind !== "on") return undefined;
  const named = momentParts(days.step.trigger.moment).find(({ kind }) => kind === "day-of");
  return named?.kind === "day-of" ? named.n : undefined;
}

/** Of the steps before, the one that is over last; a step that only opens and waits for nothing holds nobody up. */
function latest(before: readonly StepDays[]): StepDays | undefined {
  const waiting = before.filter(({ opens, over }) => opens !== undefined && over !== undefined && over > opens);
  return waiting.toSorted((a, b) => (b.over ?? 0) - (a.over ?? 0))[0];
}
