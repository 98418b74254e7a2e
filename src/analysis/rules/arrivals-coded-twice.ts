// Two lines of a register that both claim the same arrivals with different codes.

import type { Zone } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { intersection } from "../interval.ts";
import { pairsOf } from "../pairs.ts";
import { arrivalsOf } from "../registers.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { simplestWitness } from "../witness.ts";
import { quote } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

export const messages = defineMessages({
  "arrivals-coded-twice": {
    ...warning,
    message: "A pupil who comes at {arrives} fits two lines of the {register} register: `{first}` and `{second}`.",
    hint: "Let one of them end where the other begins: `until` includes its minute, `after` does not.",
  },
});

const LAST_SECOND = 86_399;

export const arrivalsCodedTwice: Rule = ({ model, isOwn }) =>
  model.registers.filter(isOwn).flatMap((register): readonly Diagnostic[] =>
    pairsOf(register.zones.filter(({ becomes }) => becomes.kind !== "act")).flatMap(([first, second]) => {
      const count = firstArrivalOfBoth(first, second);
      if (count === undefined) return [];
      const arrives = formatTime(count);
      const args = {
        arrives,
        register: register.name,
        first: quote(first.origin.span),
        second: quote(second.origin.span),
      };
      const labels = [{ span: first.origin.span, text: "the other line" }];
      return [
        messages.arrivalsCodedTwice(args, second.origin.span, {
          labels,
          witness: { arrives },
          fixes: parted(first, second),
        }),
      ];
    }),
  );

/** The later of the two begins where the earlier ends. */
function parted(first: Zone, second: Zone): readonly Fix[] {
  const [early, late] = startOf(first) <= startOf(second) ? [first, second] : [second, first];
  const end = arrivalsOf(early)?.high;
  if (end === undefined || startOf(early) === startOf(late)) return [];
  const begins = `${end.included ? "after" : "from"} ${formatTime(end.at.n)}`;
  const lower = /\b(?:from|after)\s+\d{1,2}:\d{2}/;
  return fixOf(`let the later line begin ${begins}`, reworded(late.origin.span, lower, begins));
}

function startOf(zone: Zone): number {
  return arrivalsOf(zone)?.low?.at.n ?? -1;
}

function firstArrivalOfBoth(first: Zone, second: Zone): number | undefined {
  const [a, b] = [arrivalsOf(first), arrivalsOf(second)];
  const both = a === undefined || b === undefined ? undefined : intersection(a, b);
  const witness = both === undefined ? undefined : simplestWitness("count", both, LAST_SECOND);
  return witness?.kind === "count" ? witness.count : undefined;
}
