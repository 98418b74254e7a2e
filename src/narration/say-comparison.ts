// Two figures and the edge between them → an English clause: `attendance this school year is below 95%`, or that it is not.

import type { Condition, Value } from "../checker/model.ts";
import type { Edge } from "../units/edge.ts";
import { unitWords } from "../units/unit.ts";
import { sayCalendarFact } from "./say-calendar-fact.ts";
import { actWords, measuredBy, sayCounted, sayLimit, sayMeasured, windowWords } from "./say-value.ts";
import type { Voice } from "./voice.ts";

const UNSAID = "a figure that the policy does not give";

/** What holds where the other does not; there is none for an exact figure. */
const OPPOSITE: Readonly<Partial<Record<Edge, Edge>>> = {
  below: "at-least",
  above: "at-most",
  "at-least": "below",
  "at-most": "above",
  "more-than": "at-most",
  "fewer-than": "at-least",
};

export const SIDES: Readonly<Record<Edge, string>> = {
  below: "below",
  above: "above",
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "fewer-than": "fewer than",
  exactly: "exactly",
  before: "before",
  after: "after",
  by: "no later than",
  from: "from",
  until: "until",
};

type Comparison = Extract<Condition, { kind: "compare" }>;
type Ordinal = Extract<Value, { kind: "ordinal" }>;

/** That it holds, or that it does not. */
export function sayComparison(voice: Voice, comparison: Comparison, holds = true): string {
  const fact = sayCalendarFact(voice, comparison, holds);
  if (fact !== undefined) return fact;
  const opposite = OPPOSITE[comparison.edge];
  if (!holds && opposite === undefined) return `it is not so that ${sayComparison(voice, comparison)}`;
  const { left, right } = comparison;
  const edge = holds ? comparison.edge : (opposite ?? comparison.edge);
  const unsaid = right.kind === "parameter" || right.kind === "hole" ? UNSAID : undefined;
  const limit = sayLimit(voice, right) ?? unsaid;
  if (limit === undefined) return sayBetween(voice, { left, edge, right });
  if (left.kind === "ordinal") return ordinalWords(voice, left, edge, limit);
  const meant = measuredBy(voice, left);
  if (limit !== UNSAID && (meant.kind === "acts" || meant.kind === "elapsed"))
    return meant.kind === "acts"
      ? `“${actWords(voice, meant.act, meant.object)}” is on record ${timesWords(edge, limit)}${meant.window === undefined ? "" : ` ${windowWords(voice, meant.window)}`}`
      : elapsedWords(voice, meant, edge, limit);
  const counted = sayCounted(voice, left);
  if (counted === undefined) return `${sayMeasured(voice, left)} is ${SIDES[edge]} ${limit}`;
  if (limit === UNSAID) return `the number of ${counted} is ${SIDES[edge]} ${limit}`;
  return countWords(edge, limit, counted, meant.kind === "days");
}

/** One figure beside another, such as attendance now and at the meeting. */
function sayBetween(voice: Voice, { left, edge, right }: Pick<Comparison, "left" | "edge" | "right">): string {
  const [one, other] = [measuredBy(voice, left), measuredBy(voice, right)];
  if (one.kind === "acts" && other.kind === "acts" && edge === "more-than")
    return `“${actWords(voice, one.act, one.object)}” is on record more often than “${actWords(voice, other.act, other.object)}”`;
  return `${sayMeasured(voice, left)} is ${SIDES[edge]} ${sayMeasured(voice, right)}`;
}

/** Of things counted there are fewer, not one below. */
function countEdge(edge: Edge): Edge {
  return edge === "below" ? "fewer-than" : edge === "above" ? "more-than" : edge;
}

/** `at least 2 times`, from a limit such as `2 occasions`. */
function timesWords(edge: Edge, limit: string): string {
  const number = /^\d+/.exec(limit)?.[0] ?? limit;
  return `${SIDES[countEdge(edge)]} ${number === "1" ? "once" : `${number} times`}`;
}

/** `“penalty notice issued” is on record for the second time or more in the last 3 years`: of the record in question. */
function ordinalWords(voice: Voice, { act, window }: Ordinal, edge: Edge, limit: string): string {
  const [words, within] = [`“${actWords(voice, act, undefined)}”`, windowWords(voice, window)];
  const number = /^\d+$/.test(limit) ? Number(limit) : undefined;
  const which = number === undefined ? undefined : whichTime(edge, number);
  return which === undefined
    ? `the number of this ${words} ${within} is ${SIDES[edge]} ${limit}`
    : `${words} is on record for ${which} ${within}`;
}

function whichTime(edge: Edge, number: number): string | undefined {
  const time = (which: number): string => {
    const place = PLACES[which - 1];
    return place === undefined ? `time number ${which}` : `the ${place} time`;
  };
  const upTo = (most: number): string | undefined =>
    most < 1 ? undefined : most === 1 ? time(1) : `at most ${time(most)}`;
  switch (edge) {
    case "exactly":
      return number < 1 ? undefined : time(number);
    case "at-least":
      return number < 1 ? undefined : `${time(number)} or more`;
    case "more-than":
    case "above":
      return `${time(number + 1)} or more`;
    case "at-most":
      return upTo(number);
    case "fewer-than":
    case "below":
      return upTo(number - 1);
    default:
      return undefined;
  }
}

const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** `at least 5 school days have passed since the start`. */
function elapsedWords(
  voice: Voice,
  { unit, window }: Extract<Value, { kind: "elapsed" }>,
  edge: Edge,
  limit: string,
): string {
  const number = Number(/^\d+/.exec(limit)?.[0]);
  const said = Number.isNaN(number) ? limit : `${number} ${unitWords(unit, number)}`;
  return `${SIDES[countEdge(edge)]} ${said} ${number === 1 ? "has" : "have"} passed ${windowWords(voice, window)}`;
}

/** `there are at least 10 sessions missed`: the unit of the limit stands in what is counted, and one of it is not many. */
function countWords(given: Edge, limit: string, counted: string, inHalves: boolean): string {
  const edge = countEdge(given);
  const number = /^\d+/.exec(limit)?.[0];
  if (number === undefined) return `the number of ${counted} is ${SIDES[edge]} ${limit}`;
  // More than 1 of what comes in whole numbers is at least 2, which is easier to read; of days it may be one and a half.
  const [side, count] =
    edge === "more-than" && !inHalves ? ["at least", Number(number) + 1] : [SIDES[edge], Number(number)];
  const one = count === 1;
  return `there ${one ? "is" : "are"} ${side} ${count} ${one ? counted.replace(/^(late mark|[a-z]+?(?: [a-z]+?)*?)s\b/, "$1") : counted}`;
}
