// Percentages that act from the first session on, because nothing says how many sessions there must have been.

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { intersection } from "../interval.ts";
import { ratio } from "../../units/ratio.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { PlacedThreshold, Survey } from "../survey.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "base-unsaid": {
    ...advice,
    message:
      "A pupil who misses 1 of the first 2 sessions is at 50% and meets `{condition}` ({clauses}) on the first day: the policy does not say how many sessions there must have been.",
    hint: "Ask for a base, and write it beside the limit, such as `and count of possible sessions this year at least 40 sessions`.",
  },
});

/** One finding for the whole policy: the base is a question to be settled once. */
export const baseUnsaid: Rule = (survey): readonly Diagnostic[] => {
  const own = survey.thresholds.filter((place) => survey.isOwn(place) && isReachedAtOnce(place));
  const acted = own.filter((place) => isActedOn(survey, place));
  const [first] = acted;
  if (first === undefined || survey.thresholds.some((place) => survey.isOwn(place) && isBase(place))) return [];
  const clauses = citation(...acted.map(({ origin }) => origin));
  const labels = acted.slice(1).map(({ condition }) => ({ span: condition.span, text: "nor here" }));
  const witness = { sessions: 1, possible: 2 };
  const args = { condition: quote(first.condition.span), clauses };
  return [messages.baseUnsaid(args, first.condition.span, { labels, witness })];
};

const half = { at: ratio(1, 2), included: true };

function isReachedAtOnce({ threshold: { figure, interval } }: PlacedThreshold): boolean {
  const ofPupil = figure.value.kind === "rate" && figure.value.population.kind === "pupil";
  return ofPupil && figure.window?.kind === "this" && intersection(interval, { low: half, high: half }) !== undefined;
}

/** Something starts by it: at once, or by way of a status. */
function isActedOn(survey: Survey, { part, declaration }: PlacedThreshold): boolean {
  if (part === "starts" || part === "trigger") return true;
  return (
    part === "status" &&
    survey.tests.some(
      (place) =>
        (place.part === "starts" || place.part === "trigger") &&
        place.condition.kind === "status" &&
        place.condition.name === declaration.name,
    )
  );
}

/** At least so many: a count that asks for few sessions, or for all of a year, is about something else. */
function isBase({ threshold: { figure, interval } }: PlacedThreshold): boolean {
  const isFloor = interval.low !== undefined && interval.high === undefined;
  return isFloor && figure.value.kind === "sessions" && figure.value.of.category === "possible";
}
