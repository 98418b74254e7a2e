// Words of the language that stand where they cannot, because they are written as people write: a time with a point, a date with
// the name of its month, a number in letters, a name without its hyphens → how it is written here.

import type { IToken } from "chevrotain";
import { tokenLabel } from "chevrotain";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { makeSpan } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type { Fault } from "./parser-base.ts";
import { dateForm, timeAsWritten } from "./read-strays.ts";
import { token } from "./token-types.ts";

export interface Slip {
  readonly hint: string;
  readonly fixes: readonly Fix[];
}

/** `span` is where the word stands that was found, and `before` the one before it. */
export function slipAt(fault: Fault, span: Span, before: Span): Slip | undefined {
  return (
    timeWithPoint(fault, span) ?? dateInWords(fault, span) ?? numberInLetters(fault, before) ?? looseName(fault, before)
  );
}

const dateSays = tokenLabel(token.date);

/** `9.30` and `3 pm` are numbers, unless nothing but a time could stand there. */
function timeWithPoint({ expected }: Fault, { source, from }: Span): Slip | undefined {
  const written = /^(\d{1,2})(?:\.([0-5]\d))?(?: ?([ap]m))?\b/i.exec(source.text.slice(from)) ?? [];
  const [whole = "", hours = "", minutes = "00", half = ""] = written;
  const isTime = whole !== hours && Number(hours) < 24 && expected.some((says) => says.startsWith("a time such as"));
  if (!isTime) return undefined;
  const { hint, instead } = timeAsWritten(hours, minutes, half);
  return { hint, fixes: [writing(instead, makeSpan(source, from, from + whole.length))] };
}

/** `30 June 2026`; the text behind the day is looked at, since the parser has not come to it. */
function dateInWords({ expected }: Fault, span: Span): Slip | undefined {
  const behind = span.source.text.slice(span.from, span.from + 30);
  const looks = expected.includes(dateSays) && /^\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}/.test(behind);
  return looks ? { hint: dateForm, fixes: [] } : undefined;
}

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
};

/** What may stand behind a number and is no unit by itself: `within a week`, `on day three of absence`. */
const counted = /^(?:of|days?|weeks?|months?|terms?|years?|sessions?)$/;

/** `within five school days`: `five` was taken for a name, and what comes behind it does not fit. */
function numberInLetters({ found, previous }: Fault, before: Span): Slip | undefined {
  if (found.tokenType !== token.unit && !counted.test(found.image)) return undefined;
  return inDigits(previous.image, before);
}

/** Undefined for what is no number. */
export function inDigits(word: string, span: Span): Slip | undefined {
  const number = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  if (number === undefined) return undefined;
  return { hint: `Write the number in digits: ${number}`, fixes: [writing(String(number), span)] };
}

/** `school policy …` where no policy can begin. */
export function secondPolicy({ source, from }: Span): Slip | undefined {
  const begins = /^(?:nation|authority|trust|school) policy /.test(source.text.slice(from, from + 20));
  return begins
    ? { hint: "A file holds one policy. Put what begins here into a file of its own.", fixes: [] }
    : undefined;
}

/** `attendance officer must`: whoever has to act is one name. */
function looseName({ found, previous, expected }: Fault, { source, from }: Span): Slip | undefined {
  if (!expected.some((says) => says.includes("`must`")) || !isWord(found) || !isWord(previous)) return undefined;
  const [loose = ""] = /^[a-z-]+(?: [a-z-]+){1,4}?(?= (?:must|should|may) )/.exec(source.text.slice(from)) ?? [];
  if (loose === "") return undefined;
  const joined = loose.replace(/^(?:the|an?) /, "").replaceAll(" ", "-");
  const hint = `Join the words of a name with hyphens: ${joined}`;
  return { hint, fixes: [writing(joined, makeSpan(source, from, from + loose.length))] };
}

function isWord({ image }: IToken): boolean {
  return /^[a-z][a-z-]*$/.test(image);
}

function writing(instead: string, span: Span): Fix {
  return { title: `write ${instead}`, edits: [{ span, text: instead }] };
}
