// Two clauses that answer one question differently: one answer was chosen, the text still says both.

import { defineMessages } from "../../diagnostics/template.ts";
import { openReadings } from "../reading-clauses.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "clauses-disagree": {
    ...warning,
    message:
      "The policy gives several answers to the question {question}: {answers} ({clauses}). Here {chosen} stands.",
    hint: "Mend the policy's own text so that it says one thing, then replace these readings by that rule.",
  },
});

export const clausesDisagree: Rule = (survey) =>
  openReadings(survey, "quarrel").map(({ args, origin }) => messages.clausesDisagree(args, headOf(origin)));
