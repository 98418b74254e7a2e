// A school day with a start and no end, so that nobody can say how long the school week is, or when "by end of day" has passed.

import { defineMessages } from "../../diagnostics/template.ts";
import { secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const messages = defineMessages({
  "day-end-unsaid": {
    ...advice,
    message:
      "Nobody says when the school day ends, so the length of the school week cannot be known, and whatever is due by the end of a day is due at a time that was only assumed.",
    hint: "Ask the school for the time and write it here, such as `day ends 15:20`.",
  },
});

/** Only where the policy leaves it open in so many words, and no other register says it. */
export const dayEndUnsaid: Rule = ({ model, isOwn }) => {
  if (model.registers.some(({ dayEnds }) => secondsOf(dayEnds) !== undefined)) return [];
  const open = model.registers.filter(isOwn).flatMap(({ dayEnds }) => (dayEnds?.kind === "hole" ? [dayEnds] : []));
  return open.slice(0, 1).map(({ origin }) => messages.dayEndUnsaid({}, origin.span));
};
