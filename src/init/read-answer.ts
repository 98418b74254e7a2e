// What somebody answered → the words that stand in the rule file, or what is wrong with the answer, kindly.

import { formatDay, parseDay } from "../school/day.ts";
import { formatTime, parseTime } from "../school/moment.ts";
import { sayNoSuchDay } from "../school/no-such-day.ts";
import { assertNever } from "../support/assert-never.ts";
import { parsePercent } from "../units/ratio.ts";
import type { Choice, Question } from "./questions.ts";

export type Read =
  { readonly kind: "answer"; readonly text: string } | { readonly kind: "fault"; readonly says: string };

/** Longer than any school's name, and short enough for a heading. */
const LONGEST = 120;

/** `text` is not empty: what is not said is no answer. */
export function readAnswer({ answer }: Question, text: string): Read {
  switch (answer.kind) {
    case "text":
      return readText(text);
    case "date": {
      const day = parseDay(text);
      if (day !== undefined) return said(formatDay(day));
      return fault(sayNoSuchDay(text) ?? `\`${text}\` is not a date. Write it as 2026-09-01.`);
    }
    case "time":
      return readClock(text);
    case "percent":
      return readPercent(text);
    case "whole":
      return readWhole(answer, text);
    case "choice":
      return readChoices(answer.choices, [text]);
    case "several":
      return readChoices(answer.choices, text.split(","));
    default:
      return assertNever(answer);
  }
}

function said(text: string): Read {
  return { kind: "answer", text };
}

function fault(says: string): Read {
  return { kind: "fault", says };
}

/** The first hour at which a school could mean a time before noon; an earlier one is said of the afternoon. */
const EARLIEST = 6 * 60 * 60;

/** As people write times: `8:50`, `8.50am`, `850`, `9`, `1.15 pm`. What may be meant of the night or the afternoon is asked again. */
function readClock(text: string): Read {
  const unreadable = fault(`\`${text}\` is not a time of the day. Write it as 08:50.`);
  const [, hours = "", minutes = "00", half = ""] = /^(\d{1,2})[:.]?(\d{2})?\s*([ap]m)?$/i.exec(text) ?? [];
  const hour = Number(hours);
  if (hours === "" || (half !== "" && (hour < 1 || hour > 12))) return unreadable;
  const shift = half === "" ? 0 : (hour === 12 ? -12 : 0) + (half.toLowerCase() === "pm" ? 12 : 0);
  const time = parseTime(`${String(hour + shift).padStart(2, "0")}:${minutes}`);
  if (time === undefined) return unreadable;
  return half === "" && time < EARLIEST
    ? fault(`\`${text}\` would be in the night. Write an afternoon's time as ${formatTime(time + 12 * 60 * 60)}.`)
    : said(formatTime(time));
}

/** A text in quotation marks cannot hold a line break; a quotation mark in it is written twice. */
function readText(text: string): Read {
  if (/[\r\n]/.test(text)) return fault("This must fit on one line.");
  if (text.length > LONGEST) return fault(`This is longer than ${LONGEST} characters.`);
  return said(text);
}

function readPercent(text: string): Read {
  const written = text.replace(/\s*(%|per ?cent)?$/, "%");
  const share = parsePercent(written);
  const sensible = share !== undefined && share.n > 0 && share.n <= share.d;
  return sensible ? said(written) : fault(`\`${text}\` is not a percentage up to 100. Write it as 95% or 95.5%.`);
}

function readWhole(
  { unit, least, most }: { readonly unit: string; readonly least: number; readonly most: number },
  text: string,
): Read {
  const bare = text.replace(/\s*[a-z -]*$/i, "");
  const number = /^\d{1,4}$/.test(bare) ? Number(bare) : -1;
  return number >= least && number <= most
    ? said(String(number))
    : fault(`\`${text}\` is not a whole number of ${unit} from ${least} to ${most}.`);
}

function readChoices(choices: readonly Choice[], texts: readonly string[]): Read {
  const names: string[] = [];
  for (const text of texts.map((each) => each.trim()).filter((each) => each !== "")) {
    const byNumber = /^\d{1,2}$/.test(text) ? choices[Number(text) - 1] : undefined;
    const choice = byNumber ?? choices.find(({ name, says }) => name === text || says === text);
    if (choice === undefined)
      return fault(`\`${text}\` is none of the answers: ${choices.map(({ name }) => name).join(", ")}.`);
    if (!names.includes(choice.name)) names.push(choice.name);
  }
  return names.length === 0 ? fault("There is no answer in this.") : said(names.join(", "));
}
