// Several starts of one day, none of which says who is late.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { arrivalsOf, isLate, secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";
import { startsOnOpening } from "../register-edits.ts";

export const messages = defineMessages({
  "day-starts-differ": {
    ...advice,
    message:
      "The day starts at {starts}, the register opens at {opens}, and pupils are late after {late}: a family cannot tell from this by when a child must be there.",
    hint: "Settle on one time by which pupils must be in, and let the others follow from it.",
  },
});

export const dayStartsDiffer: Rule = ({ model, isOwn }) =>
  model.registers.filter(isOwn).flatMap((register) => {
    const [starts, opens] = [secondsOf(register.dayStarts), secondsOf(register.opens)];
    const zone = register.zones.find(isLate);
    const late = zone === undefined ? undefined : arrivalsOf(zone)?.low?.at.n;
    if (starts === undefined || opens === undefined || late === undefined) return [];
    if (new Set([starts, opens, late]).size < 3) return [];
    const args = { starts: formatTime(starts), opens: formatTime(opens), late: formatTime(late) };
    return [
      messages.dayStartsDiffer(args, register.dayStarts?.origin.span ?? headOf(register.origin), {
        fixes: startsOnOpening(register),
      }),
    ];
  });
