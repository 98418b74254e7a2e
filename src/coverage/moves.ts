// One step to the side: every edge and figure of a statement, and what it would be a step further.
// Steps are the smallest that a policy writes: a tenth of a per cent, a penny or a pound as written, one day, one minute.

import { formatDay, parseDay } from "../school/day.ts";
import { formatTime, parseMoment, parseTime } from "../school/moment.ts";
import { formatMoment } from "../school/moment.ts";
import type { Path } from "./tree.ts";
import { withinStatement } from "./within-statement.ts";

export interface Move {
  readonly path: Path;
  readonly value: unknown;
  /** `below becomes at most`, `95% becomes 94.9%`. */
  readonly says: string;
}

const edgeOpposites: Readonly<Record<string, string>> = {
  below: "at-most",
  above: "at-least",
  "at-least": "more-than",
  "at-most": "below",
  "more-than": "at-least",
  "fewer-than": "at-most",
  before: "by",
  after: "from",
  by: "before",
  from: "after",
  until: "before",
  at: "before",
};

/** The moves within a node. Statements inside it that cite clauses of their own have moves of their own. */
export function movesIn(node: object, path: Path): readonly Move[] {
  return withinStatement(node, path, citesItself).flatMap(({ node: part, path: place }) => movesOf(part, place));
}

function citesItself(node: object): boolean {
  return "clauses" in node && Array.isArray(node.clauses) && node.clauses.length > 0;
}

export function movesOf(node: object, path: Path): readonly Move[] {
  const moves: Move[] = [];
  const fields = node as Readonly<Record<string, unknown>>;
  const kind = typeof fields["kind"] === "string" ? fields["kind"] : "";
  const move = (key: string, from: string, to: unknown): void => {
    moves.push({
      path: [...path, key],
      value: to,
      says: `${from.replaceAll("-", " ")} becomes ${String(to).replaceAll("-", " ")}`,
    });
  };
  const { edge, digits, text, number, times, quantifier } = fields;
  if (typeof edge === "string" && edgeOpposites[edge] !== undefined && !boundsNothing(fields))
    move("edge", edge, edgeOpposites[edge]);
  if (typeof digits === "string")
    for (const other of stepDigits(digits, kind)) moveDigits(moves, path, kind, digits, other);
  if (typeof text === "string" && isClock(kind))
    for (const other of stepClock(kind, text))
      moves.push({ path: [...path, "text"], value: other, says: `${text} becomes ${other}` });
  if (typeof number === "string" && kind === "day-of")
    for (const other of stepWhole(number)) move("number", `day ${number}`, other);
  if (typeof times === "string") for (const other of stepWhole(times)) move("times", `at most ${times}`, other);
  if (typeof quantifier === "number")
    for (const other of stepWhole(String(quantifier))) move("quantifier", String(quantifier), Number(other));
  return moves;
}

/** The edge of a deadline or limit that the text leaves open. */
function boundsNothing({ moment, right }: Readonly<Record<string, unknown>>): boolean {
  return [moment, right].some(
    (limit) => typeof limit === "object" && limit !== null && "kind" in limit && limit.kind === "unspecified",
  );
}

function moveDigits(moves: Move[], path: Path, kind: string, from: string, to: string): void {
  const [before, after] = kind === "percent" ? ["", "%"] : kind === "money" ? ["£", ""] : ["", ""];
  moves.push({ path: [...path, "digits"], value: to, says: `${before}${from}${after} becomes ${before}${to}${after}` });
}

/** A percentage moves by a tenth at the most; everything else by one in its last digit. Nothing moves below nought. */
function stepDigits(digits: string, kind: string): readonly string[] {
  const plain = digits.replaceAll(",", "");
  const [whole = "0", decimals = ""] = plain.split(".");
  const places = kind === "percent" ? Math.max(1, decimals.length) : decimals.length;
  const scaled = BigInt(`${whole}${decimals.padEnd(places, "0")}`);
  return [scaled - 1n, scaled + 1n].filter((value) => value >= 0n).map((value) => unscale(value, places));
}

function unscale(value: bigint, places: number): string {
  if (places === 0) return String(value);
  const text = String(value).padStart(places + 1, "0");
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

function stepWhole(digits: string): readonly string[] {
  return stepDigits(digits, "");
}

function isClock(kind: string): kind is "time" | "date" | "date-time" {
  return kind === "time" || kind === "date" || kind === "date-time";
}

function stepClock(kind: "time" | "date" | "date-time", text: string): readonly string[] {
  if (kind === "date") {
    const day = parseDay(text);
    return day === undefined ? [] : [formatDay(day - 1), formatDay(day + 1)];
  }
  if (kind === "time") {
    const second = parseTime(text);
    return second === undefined
      ? []
      : [second - 60, second + 60].filter((each) => each >= 0 && each < 86_400).map(formatTime);
  }
  const moment = parseMoment(text);
  return moment === undefined ? [] : [formatMoment(moment - 60), formatMoment(moment + 60)];
}
