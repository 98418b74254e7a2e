// A week that is long enough counted from one start of the day, and a different length counted from another.

import type { Register } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf, lengthOfTime } from "../wording.ts";
import { startsOnOpening } from "../register-edits.ts";

export const messages = defineMessages({
  "day-length-undecided": {
    ...advice,
    message:
      "Counted from {starts} to {ends} the school week is {longer}, counted from {opens} it is {shorter}; the policy does not say which start is the official one, so it cannot be held against the 32 hours 30 minutes that guidance expects.",
    hint: "Say which of the two times begins the compulsory day, or let them be the same.",
  },
});

const DAYS_IN_WEEK = 5;

export const dayLengthUndecided: Rule = ({ model, isOwn }) =>
  model.registers.filter(isOwn).flatMap((register) => {
    const ends = secondsOf(model.registers.find(({ dayEnds }) => secondsOf(dayEnds) !== undefined)?.dayEnds);
    const [starts, opens] = [possibleStart(register), secondsOf(register.opens)];
    if (starts === undefined || opens === undefined || ends === undefined || starts === opens) return [];
    const args = {
      starts: formatTime(starts),
      opens: formatTime(opens),
      ends: formatTime(ends),
      longer: lengthOfTime((ends - starts) * DAYS_IN_WEEK),
      shorter: lengthOfTime((ends - opens) * DAYS_IN_WEEK),
    };
    return [
      messages.dayLengthUndecided(args, register.dayStarts?.origin.span ?? headOf(register.origin), {
        fixes: startsOnOpening(register),
      }),
    ];
  });

/** Where the start of the day is left open, the gates are what a family sees. */
function possibleStart({ dayStarts, gatesOpen }: Register): number | undefined {
  return dayStarts?.kind === "hole" ? secondsOf(gatesOpen) : secondsOf(dayStarts);
}
