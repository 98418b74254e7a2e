// Every arrival after the close coded as an unauthorised absence, whatever the reason for it.

import type { Model, Zone } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { arrivalsOf, isAfterClose } from "../registers.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { addedTo, fixOf } from "../edits.ts";

export const messages = defineMessages({
  "late-code-without-exception": {
    ...warning,
    message:
      "Everyone who comes after the register closes gets the code U here, even a pupil who comes at {arrives} from a hospital appointment; by law U is for those whom no other code fits.",
    hint: "Name the exception, such as `unless appointment shown`.",
  },
});

const QUARTER_OF_AN_HOUR = 15 * 60;

export const lateCodeWithoutException: Rule = ({ model, isOwn, tests }) => {
  const arrivalsAreCoded = tests.some(({ part, condition }) => part === "coding" && condition.kind === "arrived");
  if (arrivalsAreCoded) return [];
  return model.registers.filter(isOwn).flatMap(({ zones }) =>
    zones
      .filter((zone) => isAfterClose(zone) && zone.unless === undefined)
      .map((zone) => {
        const arrives = formatTime((arrivalsOf(zone)?.low?.at.n ?? 0) + QUARTER_OF_AN_HOUR);
        const witness = { arrives, reason: "medical appointment", code: "U" };
        return messages.lateCodeWithoutException({ arrives }, zone.origin.span, {
          witness,
          fixes: exceptions(model, zone),
        });
      }),
  );
};

/** What the policy's own records can tell of an appointment. */
function exceptions({ acts }: Model, { origin }: Zone): readonly Fix[] {
  return [...acts.values()]
    .filter(({ saying }) => /\bappointment\b/.test(saying))
    .flatMap(({ saying }) => {
      const exception = { text: `unless ${saying}`, key: "unless", value: saying };
      return fixOf(`except those with an appointment: \`unless ${saying}\``, addedTo(origin.span, exception));
    });
}
