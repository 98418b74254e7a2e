// A time by which a pupil must have come, earlier than any at which the school is open to them.

import type { Condition, Register } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { isLowerBound } from "../../units/edge.ts";
import { fixOf, reworded } from "../edits.ts";
import { numberOf } from "../figures.ts";
import { secondsOf } from "../registers.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "asked-in-before-opening": {
    ...warning,
    message:
      "`{condition}` ({clauses}) counts a pupil as late who comes after {asked}, but the school opens only at {opens}: to be in time the child has to wait outside.",
    hint: "Let the time be no earlier than the doors, or say who lets the child in before.",
  },
});

/** A limit that nobody could keep is one on coming later than it. */
export const askedInBeforeOpening: Rule = (survey) => {
  const opens = earliest(survey.model.registers.filter(({ half }) => half === "AM"));
  if (opens === undefined) return [];
  return survey.tests
    .filter((place) => survey.isOwn(place))
    .flatMap(({ condition, origin }) => {
      const asked = latestAllowed(survey, condition);
      if (asked === undefined || asked >= opens) return [];
      const times = { asked: formatTime(asked), opens: formatTime(opens) };
      const args = { condition: quote(condition.span), clauses: citation(origin), ...times };
      const fixes = fixOf(`let the time be ${times.opens}`, reworded(condition.span, /\d{1,2}:\d{2}/, times.opens));
      return [messages.askedInBeforeOpening(args, condition.span, { witness: { arrives: times.opens }, fixes })];
    });
};

function latestAllowed({ model, day }: Survey, condition: Condition): number | undefined {
  if (condition.kind !== "arrived" || condition.edge === undefined || !isLowerBound(condition.edge)) return undefined;
  return condition.moment?.kind === "clock" ? numberOf(model, day, condition.moment.time)?.n : undefined;
}

/** Whatever comes first: gates, the day, the register. */
function earliest(registers: readonly Register[]): number | undefined {
  const times = registers.flatMap(({ gatesOpen, dayStarts, opens }) =>
    [gatesOpen, dayStarts, opens].flatMap((time) => secondsOf(time) ?? []),
  );
  return times.length === 0 ? undefined : Math.min(...times);
}
