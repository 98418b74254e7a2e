// A policy named on the command line → one side of a comparison: compiled, with its readings, its calendar and its day.

import { compile, formatDay, parseDay, policyCalendar } from "../index.ts";
import type { Calendar, Day, DiffSide } from "../index.ts";
import { sayNoSuchDay, suggestName } from "../wording.ts";
import type { Arguments } from "./command.ts";
import { openPolicy, readyPolicy } from "./open-policy.ts";
import type { OpenPolicy, ReadyPolicy } from "./open-policy.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

export interface OpenSide {
  readonly policy: ReadyPolicy;
  readonly calendar: Calendar;
  /** What tells it from the policy as it stands: the readings taken. */
  readonly readings: readonly string[];
}

/** Undefined after the errors that keep it from running have been shown. */
export async function openSide(
  operand: string,
  readings: readonly string[],
  terminal: Terminal,
): Promise<OpenSide | undefined> {
  const opened = await openPolicy(operand, terminal);
  const plain = readyPolicy(opened, terminal);
  if (plain === undefined) return undefined;
  const choose = new Map(readings.map((text) => readingOf(text, plain)));
  const { compilation, library } = opened;
  const chosen = choose.size === 0 ? compilation : compile(compilation.source, library, choose);
  const policy = readyPolicy({ ...opened, compilation: chosen }, terminal);
  return policy === undefined ? undefined : { policy, calendar: calendarOf(opened), readings: [...choose.values()] };
}

/** `question=label`, both as the policy has them. */
function readingOf(text: string, { model }: ReadyPolicy): readonly [string, string] {
  const split = text.indexOf("=");
  if (split < 0)
    throw new Refusal(
      `\`${text}\` names no reading.`,
      "Write the question, an equals sign and the label of the reading, all in quotation marks.",
    );
  const [question, label] = [text.slice(0, split).trim(), text.slice(split + 1).trim()];
  const found = model.readings.find((reading) => reading.question === question);
  if (found === undefined) {
    const questions = model.readings.map((reading) => reading.question);
    throw new Refusal(
      `\`${model.name}\` has no readings on “${question}”.`,
      suggestName(question, questions, "questions"),
    );
  }
  if (found.alternatives.includes(label)) return [question, label];
  throw new Refusal(
    `“${question}” has no reading “${label}”.`,
    `It has ${found.alternatives.map((each) => `“${each}”`).join(" and ")}.`,
  );
}

function calendarOf({ compilation, library }: OpenPolicy): Calendar {
  const { calendar } = policyCalendar(compilation, library);
  if (calendar !== undefined) return calendar;
  throw new Refusal(
    `\`${compilation.source.name}\` names no calendar that can be read, and pupils cannot be set on one.`,
    'Add a line such as `calendar from "./calendar.yaml"` at its head.',
  );
}

export function dayGiven(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new Refusal(
    sayNoSuchDay(text) ?? `\`${text}\` is not a date.`,
    "Write year-month-day, such as `--at 2024-08-19`.",
  );
}

/** The day that a policy is looked at: the one given with `--at`, else the first on which it is in force. */
export function dayLookedAt(given: Arguments, { model }: Pick<ReadyPolicy, "model">): Day {
  const at = given.valueOf("at");
  const day = at === undefined ? model.inForce?.from : dayGiven(at);
  if (day !== undefined) return day;
  throw new Refusal(
    `\`${model.name}\` does not say from when it is in force.`,
    "Say which day to look at, such as `--at 2026-03-13`.",
  );
}

/** The first day on which all are in force, or the day given; one that ended before is looked at on its last day. */
export function sideOn(
  { policy, calendar, readings }: OpenSide,
  label: string,
  common: Day,
  given: Day | undefined,
): DiffSide {
  const { inForce } = policy.model;
  const day = given ?? Math.min(common, inForce?.until ?? common);
  const how = [
    ...readings.map((reading) => `read as “${reading}”`),
    ...(given === undefined ? [] : [`on ${formatDay(given)}`]),
  ];
  return { label: [label, ...how].join(", "), policy, calendar, day, onDay: given !== undefined };
}

/** The first day on which every one of them is in force. */
export function commonDay(sides: readonly OpenSide[]): Day {
  return Math.max(...sides.map(({ policy, calendar }) => policy.model.inForce?.from ?? calendar.firstDay));
}
