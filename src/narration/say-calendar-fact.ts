// What is kept as a number and known by a name, the weekday, the season of the term, the years before year 1 → an English clause.

import { seasons } from "../checker/check-is.ts";
import type { Condition } from "../checker/model.ts";
import { WEEKDAY_NAMES } from "../school/day.ts";
import { childWords } from "./voice.ts";
import type { Voice } from "./voice.ts";

const SEASONS = [...seasons.keys()];

/** Undefined for any other comparison. */
export function sayCalendarFact(
  voice: Voice,
  { left, edge, right }: Extract<Condition, { kind: "compare" }>,
  holds: boolean,
): string | undefined {
  if (left.kind !== "attribute" || edge !== "exactly" || right.kind !== "constant") return undefined;
  const number = Number(right.value);
  const is = holds ? "is" : "is not";
  switch (left.name) {
    case "weekday":
      return `today ${is} ${WEEKDAY_NAMES[number - 1] ?? number}`;
    case "term":
      return `it ${is} the ${SEASONS[number - 1] ?? number} term`;
    case "year":
      return number > 0 ? undefined : `${childWords(voice)} ${is} in ${number === 0 ? "Reception" : "the nursery"}`;
    default:
      return undefined;
  }
}
