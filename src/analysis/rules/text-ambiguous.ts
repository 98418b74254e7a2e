// One clause that can be read in several ways.

import { defineMessages } from "../../diagnostics/template.ts";
import { openReadings } from "../reading-clauses.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "text-ambiguous": {
    ...advice,
    message: "The policy leaves open {question}: it can be read as {answers} ({clauses}). Here {chosen} stands.",
    hint: "Ask the school which is meant and have the policy say so, then replace these readings by that rule.",
  },
});

export const textAmbiguous: Rule = (survey) =>
  openReadings(survey, "unclear").map(({ args, origin }) => messages.textAmbiguous(args, headOf(origin)));
