// Text that is no word of the language → what its author probably meant, and how it is written here.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { MONTHS } from "../school/months.ts";
import { makeSpan } from "../source/text.ts";
import { messages } from "./diagnostics.ts";

interface Advice {
  readonly hint: string;
  readonly instead?: string;
}

type Reader = (text: string) => Advice | undefined;

/** `codeExpected`: whether a register code could have stood there. */
export function strayDiagnostic(text: string, span: Span, codeExpected: boolean): Diagnostic {
  if (text.startsWith('"')) return messages.unclosedText({}, span);
  if (/^[“”„‟«»]$/.test(text)) return quoteDiagnostic(text, span);
  const code = codeExpected && /^[A-Za-z]\w*$/.test(text);
  const { hint, instead } = code ? { hint: codeHint } : readAdvice(text);
  const fixes = instead === undefined ? [] : [writeInstead(span, instead)];
  return messages.strayCharacter({ found: shown(text), hint }, span, { fixes });
}

/** Words need space around them where a mark did not: `a<5%` → `a below 5%`. */
function writeInstead(span: Span, instead: string): Fix {
  const { text } = span.source;
  const before = /[\w"]/.test(text.charAt(span.from - 1)) ? " " : "";
  const behind = /[\w"£]/.test(text.charAt(span.to)) ? " " : "";
  return { title: `write ${instead}`, edits: [{ span, text: `${before}${instead}${behind}` }] };
}

/** The partner on the same line is mended with it, or the text would never end. */
function quoteDiagnostic(found: string, span: Span): Diagnostic {
  const { source, to } = span;
  const [line = ""] = /[^\r\n]*/.exec(source.text.slice(to)) ?? [];
  const partner = line.search(/[“”„‟«»"]/);
  if (partner < 0) return messages.strayCharacter({ found: shown(found), hint: straight }, span);
  const closing = makeSpan(source, to + partner, to + partner + 1);
  const edits = [span, closing].map((place) => ({ span: place, text: '"' }));
  const fixes = [{ title: "use straight quotation marks", edits }];
  return messages.strayCharacter({ found: shown(found), hint: straight }, span, { fixes });
}

const straight = 'Use the straight quotation mark ".';

const codeHint = "A register code is one capital letter, perhaps with a digit behind it, such as G or C1.";

function readAdvice(text: string): Advice {
  return readers.map((read) => read(text)).find((found) => found !== undefined) ?? { hint: unknown };
}

const unknown = "Take it away, or put it into words in quotation marks.";

const readers: readonly Reader[] = [comparisons, dashes, clock, calendarDate, month, glued, name, punctuation];

function shown(text: string): string {
  return `\`${text}\``;
}

const inWords: Readonly<Record<string, string>> = {
  "<": "below",
  ">": "above",
  "<=": "at most",
  ">=": "at least",
  "≤": "at most",
  "≥": "at least",
  "&": "and",
};

function comparisons(text: string): Advice | undefined {
  const instead = Object.hasOwn(inWords, text) ? inWords[text] : undefined;
  return instead === undefined ? undefined : { hint: `Say it in words: ${instead}.`, instead };
}

function dashes(text: string): Advice | undefined {
  return /^[–—−]$/.test(text)
    ? { hint: "A name is joined with the short hyphen -, and a comment begins with --." }
    : undefined;
}

/** `8:40`, `9.30am`, `9:30pm`, `9am` → `08:40`. */
function clock(text: string): Advice | undefined {
  const [, hours = "", minutes = "00", half = ""] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/i.exec(text) ?? [];
  if (hours === "" || (!text.includes(":") && half === "")) return undefined;
  return timeAsWritten(hours, minutes, half);
}

/** Hours and minutes, and `am` or `pm` or nothing, as they were written → as a time is written here. */
export function timeAsWritten(hours: string, minutes: string, half: string): Required<Advice> {
  const afternoon = half.toLowerCase() === "pm" && Number(hours) < 12 ? 12 : 0;
  const instead = `${String(Number(hours) + afternoon).padStart(2, "0")}:${minutes}`;
  return { hint: `A time has two digits for the hour and two for the minute: ${instead}`, instead };
}

/** `30 June 2026` is three words to us, and the month is the one without a meaning. */
function month(text: string): Advice | undefined {
  const isMonth = text === "Sept" || MONTHS.some((full) => text === full || text === full.slice(0, 3));
  return isMonth ? { hint: dateForm } : undefined;
}

export const dateForm = "A date is written year, month, day: 2026-09-01";

/** `1st September 2026`; `1/9/2026`, where the author has to say whether the day or the month stands first. */
function calendarDate(text: string): Advice | undefined {
  const looks = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$|^\d{1,2}(?:st|nd|rd|th)$/.test(text);
  return looks ? { hint: dateForm } : undefined;
}

/** `10weeks` → `10 weeks`. */
function glued(text: string): Advice | undefined {
  const [, digits, word] = /^(\d+)([a-z][a-z-]*)$/.exec(text) ?? [];
  if (digits === undefined || word === undefined) return undefined;
  const instead = `${digits} ${word}`;
  return { hint: `A space belongs between a number and its unit: ${instead}`, instead };
}

/** `Parents`, `stage_1`, `senior’s` → lower case, letters, digits and hyphens. */
function name(text: string): Advice | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  if (/^(?:The|An?)$/.test(text)) return { hint: "Take it away: a name stands without an article." };
  const instead = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  const hint = "A name has lower-case letters, digits and hyphens; anything else belongs in quotation marks.";
  return instead === "" || instead === text ? { hint } : { hint: `${hint} Did you mean ${instead}?`, instead };
}

const marks: Readonly<Record<string, string>> = {
  "=": "Say it in words: `is` for what something is, `exactly` for a number.",
  "==": "Say it in words: `is` for what something is, `exactly` for a number.",
  "!": "Say it in words: not.",
  ";": "A line ends a statement; take it away.",
  ":": "Take it away; what belongs to a statement stands behind it, or in { } below it.",
  ".": "A line ends a statement; take it away.",
  "%": "Write the per cent sign straight after its number, such as 95%.",
  "£": "Write the amount straight after the pound sign, such as £80 or £80.50.",
  "'": 'A name has no apostrophe; words of your own stand between ".',
  "’": 'A name has no apostrophe; words of your own stand between ".',
  "*": "For a comment, begin the line with --.",
  "-": "For a comment write --, and join the words of a name without spaces.",
};

function punctuation(text: string): Advice | undefined {
  const hint = Object.hasOwn(marks, text) ? marks[text] : undefined;
  return hint === undefined ? undefined : { hint };
}
