// Something to be done "regularly", with no period in which it could be looked for.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { allItems } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "cadence-unsaid": {
    ...advice,
    message:
      "{what} is to be done again and again, but the policy does not say how often ({clauses}), so it can never be due and never be late.",
    hint: "Ask for a period and write it here, such as `every half-term`.",
  },
});

export const cadenceUnsaid: Rule = (survey) => [...duties(survey), ...repeats(survey)];

function duties({ model, isOwn }: Survey): readonly Diagnostic[] {
  return [...model.duties.values()]
    .filter((duty) => isOwn(duty) && duty.every.kind === "hole")
    .map(({ title, origin, items }) => {
      const clauses = citation(origin, ...items.map((item) => item.origin));
      return messages.cadenceUnsaid({ what: `"${title}"`, clauses }, headOf(origin));
    });
}

function repeats({ model, isOwn }: Survey): readonly Diagnostic[] {
  return [...model.procedures.values()].filter(isOwn).flatMap((procedure) =>
    allItems(procedure).flatMap((item) => {
      const unsaid = item.kind === "repeat" && item.cadence.kind === "every" && item.cadence.n.kind === "hole";
      if (!unsaid) return [];
      const what = `What "${procedure.title}" repeats`;
      return [messages.cadenceUnsaid({ what, clauses: citation(item.origin, procedure.origin) }, headOf(item.origin))];
    }),
  );
}
