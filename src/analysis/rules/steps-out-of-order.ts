// Steps told in another order than the days on which they come.

import type { Procedure, Step } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { earliestDays } from "../days.ts";
import type { StepDays } from "../days.ts";
import { pairsOf } from "../pairs.ts";
import { citedStep } from "../places.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";
import { exchanged, fixOf } from "../edits.ts";

export const messages = defineMessages({
  "steps-out-of-order": {
    ...warning,
    message:
      '"{procedure}" tells the step "{later}" ({laterClause}) after "{earlier}" ({earlierClause}), but it comes on day {laterDay}, before the other on day {earlierDay}.',
    hint: "Correct the days, or tell the steps in the order in which they come.",
  },
});

export const stepsOutOfOrder: Rule = (survey) =>
  [...survey.model.procedures.values()].filter(survey.isOwn).flatMap((procedure) =>
    pairsOf(datedSteps(survey, procedure))
      .filter(([earlier, later]) => later.opens < earlier.opens)
      .slice(0, 1)
      .map(([earlier, later]) => {
        const args = {
          procedure: procedure.title,
          earlier: earlier.step.title,
          earlierClause: citation(citedStep(earlier.step)),
          earlierDay: earlier.opens,
          later: later.step.title,
          laterClause: citation(citedStep(later.step)),
          laterDay: later.opens,
        };
        const labels = [{ span: headOf(earlier.step.origin), text: `on day ${earlier.opens}` }];
        return messages.stepsOutOfOrder(args, headOf(later.step.origin), {
          labels,
          fixes: inOrder(procedure, earlier.step, later.step),
        });
      }),
  );

/** Not where a step in between follows on one of them. */
function inOrder({ steps }: Procedure, earlier: Step, later: Step): readonly Fix[] {
  const between = steps.slice(steps.indexOf(earlier), steps.indexOf(later) + 1);
  if (between.some(({ trigger }) => trigger.kind !== "on")) return [];
  return fixOf("let the two steps change places", ...exchanged(earlier.origin, later.origin));
}

type DatedStep = StepDays & { readonly opens: number };

/** Only steps with a day of their own: one that follows another comes when that one is done. */
function datedSteps(survey: Survey, procedure: Procedure): readonly DatedStep[] {
  return earliestDays(survey, procedure).flatMap(({ step, opens, over }) =>
    step.trigger.kind === "on" && opens !== undefined ? [{ step, opens, over }] : [],
  );
}
