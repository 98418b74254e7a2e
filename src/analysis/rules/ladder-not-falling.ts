// A graver step with a gentler limit than the step before it, so that whoever got the first gets the second as well.

import type { Procedure, Step } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import { thresholdOf } from "../figures.ts";
import type { Threshold } from "../figures.ts";
import { intersection, rangeOf, without } from "../interval.ts";
import type { Interval } from "../interval.ts";
import { citedStep } from "../places.ts";
import { pupilAt } from "../pupil-words.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { simplestWitness } from "../witness.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "ladder-not-falling": {
    ...warning,
    message:
      '{pupil} meets the limit of the later step "{later}" ({laterClause}) but not that of "{earlier}" ({earlierClause}) before it: whoever has come to "{earlier}" comes to "{later}" the next school day.',
    hint: "Exchange the limits, or give the later step one of its own, such as attendance since the earlier one.",
  },
});

export const ladderNotFalling: Rule = (survey) =>
  [...survey.model.procedures.values()].filter(survey.isOwn).flatMap((procedure) => risingSteps(survey, procedure));

function risingSteps(survey: Survey, { anyOrder, steps }: Procedure): readonly Diagnostic[] {
  if (anyOrder) return [];
  return steps.slice(1).flatMap((later, index) => {
    const earlier = steps[index];
    const [before, after] = [earlier === undefined ? undefined : limitOf(survey, earlier), limitOf(survey, later)];
    if (earlier === undefined || before === undefined || after === undefined) return [];
    if (before.figure.key !== after.figure.key) return [];
    const [reached, wider] = [possible(before), possible(after)];
    if (reached === undefined || wider === undefined || without(reached, after.interval).length > 0) return [];
    const [more] = without(wider, before.interval);
    const witness = more === undefined ? undefined : simplestWitness(after.figure.kind, more);
    if (witness === undefined) return [];
    const args = {
      pupil: pupilAt(after.figure, witness),
      later: later.title,
      laterClause: citation(citedStep(later)),
      earlier: earlier.title,
      earlierClause: citation(citedStep(earlier)),
    };
    const labels = [{ span: headOf(earlier.origin), text: "the step before" }];
    return [
      messages.ladderNotFalling(args, headOf(later.origin), { labels, witness, fixes: limitsExchanged(before, after) }),
    ];
  });
}

function limitsExchanged({ comparison: one }: Threshold, { comparison: other }: Threshold): readonly Fix[] {
  return fixOf(
    "exchange the two limits",
    replaced(one.span, oneLine(other.span)),
    replaced(other.span, oneLine(one.span)),
  );
}

/** What of the stretch somebody can stand in at all. Undefined where nobody can, which is told of the condition itself. */
function possible({ figure, interval }: Threshold): Interval | undefined {
  return intersection(interval, rangeOf(figure.kind));
}

function limitOf({ model, day }: Survey, { trigger }: Step): Threshold | undefined {
  return trigger.kind === "when" ? thresholdOf(model, day, trigger.condition) : undefined;
}
