// A state that begins with an event and ends with nothing: once in it, a pupil stays in it as long as on roll (S29).

import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "ending-unsaid": {
    ...advice,
    message:
      'The policy says when "{title}" begins and not when it ends ({clauses}), so a pupil stays in it for all the time on roll.',
    hint: "Ask what ends it, and write it after `until`: an act, a date, or the end of a period.",
  },
});

export const endingUnsaid: Rule = ({ model, isOwn }) =>
  [...model.statuses.values()]
    .filter((status) => isOwn(status) && status.rule.kind === "switch" && status.rule.until === undefined)
    .map(({ title, origin }) => messages.endingUnsaid({ title, clauses: citation(origin) }, headOf(origin)));
