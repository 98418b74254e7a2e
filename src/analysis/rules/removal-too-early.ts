// A pupil taken off the register before the law has a ground for it.

import { defineMessages } from "../../diagnostics/template.ts";
import { earliestDays } from "../days.ts";
import { national, nationalNumber } from "../nation.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { itemsWithin } from "../walk.ts";
import { citation, headOf, plural } from "../wording.ts";

export const messages = defineMessages({
  "removal-too-early": {
    ...warning,
    message:
      "A pupil can be taken off the register on day {opens} of an absence here ({clauses}); by law that needs {needed} of unbroken unauthorised absence and a search by school and authority.",
    hint: "Wait until the ground is met in full, and do not remove a pupil while enquiries are going on.",
  },
});

export const removalTooEarly: Rule = (survey) => {
  const needed = nationalNumber(survey, national.removalAfterAbsence)?.n;
  if (needed === undefined) return [];
  return [...survey.model.procedures.values()]
    .filter((procedure) => survey.isOwn(procedure) && procedure.anchor.kind === "absence")
    .flatMap((procedure) => earliestDays(survey, procedure))
    .flatMap(({ step, opens }) =>
      itemsWithin(step.items).flatMap((item) => {
        const removes =
          item.kind === "sentence" && item.act === national.removeFromRegister && item.modal !== "must not";
        if (!removes || opens === undefined || opens >= needed) return [];
        const args = { opens, needed: plural(needed, "school day"), clauses: citation(item.origin, step.origin) };
        return [messages.removalTooEarly(args, headOf(item.origin), { witness: { day: opens, needed } })];
      }),
    );
};
