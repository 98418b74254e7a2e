// Values of options → what they mean, or a refusal that shows how to write them.

import { dayOf, formatDay, parseDay, parseMoment } from "../index.ts";
import { sayNoSuchDay } from "../wording.ts";
import type { Day, Moment } from "../index.ts";
import type { Arguments } from "./command.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** The moment to look from. A date alone is its last instant (S1). */
export function asOf(given: Arguments): Moment {
  const text = given.valueOf("as-of");
  if (text === undefined)
    throw new Refusal(
      "`--as-of` is needed: the moment to look from.",
      "Write it as `--as-of 2026-03-13T08:45`, or a date alone for the end of that day. Rollcall never looks at the computer's clock, so that a list can be made again and come out the same.",
    );
  const moment = parseMoment(text, "end");
  if (moment === undefined) throw notAMoment(text, text);
  return moment;
}

/** The day at whose end a query looks. Throws {@link Refusal} for a moment within a day, of which a query knows nothing. */
export function asOfEndOfDay(given: Arguments): Day {
  const moment = asOf(given);
  const day = dayOf(moment);
  if (moment !== parseMoment(formatDay(day), "end"))
    throw new Refusal(
      `\`--as-of ${given.valueOf("as-of")}\` is a moment within a day, and a query decides as of the end of a day.`,
      `Write \`--as-of ${formatDay(day)}\`. Rollcall's own engine, \`rollcall run\` without \`--engine\`, looks from any moment.`,
    );
  return day;
}

/** What was given for a moment is none; `shown` is how it was given. */
export function notAMoment(text: string, shown: string): Refusal {
  return new Refusal(
    sayNoSuchDay(text) ?? `\`${shown}\` is not a date or moment.`,
    "Write year-month-day, and a time after it if you like: `2026-03-13` or `2026-03-13T08:45`.",
  );
}

/** The day by which something is judged: the one given under this option, else the computer's. */
export function dayOption(given: Arguments, option: string, terminal: Terminal): Day {
  return readDay(given.valueOf(option) ?? terminal.today(), option);
}

export function readDay(text: string, option: string): Day {
  const day = parseDay(text);
  if (day === undefined)
    throw new Refusal(
      sayNoSuchDay(text) ?? `\`--${option} ${text}\` is not a date.`,
      "Write year-month-day, such as `2026-03-13`.",
    );
  return day;
}

export function needed(given: Arguments, option: string, hint: string): string {
  const value = given.valueOf(option);
  if (value === undefined) throw new Refusal(`\`--${option}\` is needed.`, hint);
  return value;
}

/** A whole number from `least` on, or what stands in for it. */
export function wholeNumber(given: Arguments, option: string, standard: number, least: number, most: number): number {
  const text = given.valueOf(option);
  if (text === undefined) return standard;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Refusal(`\`--${option} ${text}\` is not possible.`, `Write a whole number from ${least} to ${most}.`);
}
