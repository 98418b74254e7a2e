// A moment of the model → English that can stand after `by`, `before` or `on`.

import type { MomentExpression } from "../checker/model.ts";
import { sayWords } from "../explain/say.ts";
import { assertNever } from "../support/assert-never.ts";
import { eventWords, sayLength, sayLimit } from "./say-value.ts";
import type { Voice } from "./voice.ts";

export function sayMomentOf(voice: Voice, moment: MomentExpression): string {
  switch (moment.kind) {
    case "clock":
      return sayLimit(voice, moment.time) ?? "a time that the policy does not give";
    case "end-of-day":
      return "the end of the school day";
    case "next-morning":
      return moment.unit === "school-day" ? "the next school morning" : "the next working morning";
    case "day-of":
      return moment.of.kind === "absence"
        ? `day ${moment.n} of the absence`
        : `day ${moment.n} of ${eventWords(voice, moment.of)}`;
    case "bound":
      return `the ${moment.which} of the ${sayWords(moment.period)}`;
    case "counted":
      return moment.direction === "beginning with"
        ? `${sayLength(voice, moment.n, moment.unit)}, counting the day of ${eventWords(voice, moment.of)} as the first`
        : `${sayLength(voice, moment.n, moment.unit)} ${moment.direction} ${eventWords(voice, moment.of)}`;
    case "choice":
      return `the ${moment.which} of ${sayMomentOf(voice, moment.first)} and ${sayMomentOf(voice, moment.second)}`;
    case "event":
      return eventWords(voice, moment.event);
    case "today":
      return "today";
    case "hole":
      return "a time that the policy does not give";
    default:
      return assertNever(moment);
  }
}
