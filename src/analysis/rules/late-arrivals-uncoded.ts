// Arrivals between the opening of the register and its close for which no zone has a code.

import type { Model, Register, Zone } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { ratio } from "../../units/ratio.ts";
import { gapsBetween } from "../interval.ts";
import type { Interval } from "../interval.ts";
import { arrivalsOf, closingTime, isAfterClose, secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { simplestWitness } from "../witness.ts";
import { headOf } from "../wording.ts";
import { fixOf, statementBefore } from "../edits.ts";

export const messages = defineMessages({
  "late-arrivals-uncoded": {
    ...advice,
    message:
      "No line of the {register} register says what becomes of a pupil who comes at {arrives}, while the register is open: late, or simply present.",
    hint: "Add a line for these arrivals, such as `L after {opens} until {closes}`.",
  },
});

export const lateArrivalsUncoded: Rule = ({ model, isOwn }) =>
  model.registers.filter(isOwn).flatMap((register): readonly Diagnostic[] => {
    const [opens, closes] = [secondsOf(register.opens), closingTime(register)];
    if (opens === undefined || closes === undefined || !register.zones.some(isAfterClose)) return [];
    const gap = uncoded(register, opens, closes);
    const witness = gap === undefined ? undefined : simplestWitness("count", gap, closes);
    if (witness?.kind !== "count") return [];
    const arrives = formatTime(Math.min(closes, Math.ceil(witness.count / 60) * 60));
    const args = { register: register.name, arrives, opens: formatTime(opens), closes: formatTime(closes) };
    return [
      messages.lateArrivalsUncoded(args, headOf(register.origin), {
        witness: { arrives },
        fixes: fixesFor(model, register, gap),
      }),
    ];
  });

/** A line of their own, above that of those who come too late. */
function fixesFor({ codes }: Model, { zones }: Register, gap: Interval | undefined): readonly Fix[] {
  const tooLate = zones.find(isAfterClose);
  if (gap?.low === undefined || gap.high === undefined || tooLate === undefined) return [];
  const from = `${gap.low.included ? "from" : "after"} ${formatTime(gap.low.at.n)}`;
  const until = `${gap.high.included ? "until" : "before"} ${formatTime(gap.high.at.n)}`;
  const line = (becomes: string) =>
    statementBefore(tooLate.origin.span, {
      text: [`${becomes} ${from} ${until}`],
      yaml: [`- {arrival: ${from} ${until}, becomes: ${becomes}}`],
    });
  const hasLate = codes.some(({ name }) => name === "L");
  return [
    ...(hasLate ? fixOf("let them be late, code L", line("L")) : []),
    ...fixOf("let them count as present", line("present")),
  ];
}

/** Who is there when the register opens is present; what becomes of the next ones has to be said. */
function uncoded({ zones }: Register, opens: number, closes: number): Interval | undefined {
  const within = { low: { at: ratio(opens, 1), included: false }, high: { at: ratio(closes, 1), included: true } };
  const coded = zones.filter(({ becomes }) => becomes.kind !== "act").flatMap(arrivals);
  return gapsBetween(coded, within)[0];
}

function arrivals(zone: Zone): readonly Interval[] {
  const interval = arrivalsOf(zone);
  return interval === undefined ? [] : [interval];
}
