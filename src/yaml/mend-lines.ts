// A line that could not be read → the line as it was probably meant, offered as a fix where the file reads better with it.
// Spreadsheets, word processors and habits leave the same few marks in a file; nothing is changed without being asked.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { lineText, makeSource, makeSpan, positionOf } from "../source/text.ts";
import type { SourceText } from "../source/text.ts";

interface Habit {
  /** Completes "You could …". */
  readonly title: string;
  readonly mend: (line: string) => string;
}

const hardSpaces = /[\u00a0\u2007\u202f]/g;
const twoDigits = (digits: string): string => digits.padStart(2, "0");

const habits: readonly Habit[] = [
  {
    title: "use plain spaces: Word and Excel write hard ones, which YAML does not take for spaces",
    mend: (line) => line.replaceAll(hardSpaces, " "),
  },
  {
    title: "indent with two spaces for each tab",
    mend: (line) => line.replace(/^\s+/, (indent) => indent.replaceAll("\t", "  ")),
  },
  { title: 'use straight quotation marks "', mend: (line) => line.replaceAll(/[“”„]/g, '"') },
  {
    title: "put the whole value in quotation marks",
    mend: (line) =>
      line.replace(/^(\s*(?:- )?[^\s:"'#{[][^:"'{[]*: )(?!["'[{|>&*])(.*\S)\s*$/, (_, key: string, value: string) => {
        return value.includes("'") ? `${key}"${value.replaceAll(/["\\]/g, "\\$&")}"` : `${key}'${value}'`;
      }),
  },
  {
    title: "put a space behind the colon",
    mend: (line) => line.replace(/^(\s*(?:- )?[a-z][a-z0-9-]*):(?=\S)/, "$1: "),
  },
  { title: "use the short hyphen -", mend: (line) => line.replaceAll(/[–—−]/g, "-") },
  {
    title: "begin the line of a list with a hyphen",
    mend: (line) => line.replace(/^(\s*)[•·*–] ?/, "$1- "),
  },
  {
    title: "write the time with two digits and a colon",
    mend: (line) =>
      line.replaceAll(/(?<![\d.:])(\d{1,2})[.:](\d{2})(?![\d.:%])/g, (_, hour: string, minute: string) => {
        return `${twoDigits(hour)}:${minute}`;
      }),
  },
  {
    title: "write the date as year, month, day",
    mend: (line) =>
      line.replaceAll(
        /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/g,
        (_, day: string, month: string, year: string) => {
          return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
        },
      ),
  },
];

/** Reading a long file again takes time, and what follows from the first fault mends itself. */
const MOST = 5;

/**
 * The same diagnostics, those without a fix given one where a habit explains their line. `readAgain` says what is wrong with
 * a changed file.
 */
export function withMendedLines(
  source: SourceText,
  diagnostics: readonly Diagnostic[],
  readAgain: (source: SourceText) => readonly Diagnostic[],
): readonly Diagnostic[] {
  let looked = 0;
  return diagnostics.map((diagnostic) => {
    if (diagnostic.severity !== "error" || diagnostic.fixes.length > 0 || looked >= MOST) return diagnostic;
    looked += 1;
    const fix = mendedLine(source, diagnostic, diagnostics.length, readAgain);
    return fix === undefined ? diagnostic : { ...diagnostic, fixes: [fix] };
  });
}

/** The line itself, or the one below where something is told to be missing. */
function mendedLine(
  source: SourceText,
  { span }: Diagnostic,
  faults: number,
  readAgain: (source: SourceText) => readonly Diagnostic[],
): Fix | undefined {
  const { line } = positionOf(span);
  for (const number of [line, line + 1]) {
    const text = lineText(source, number);
    for (const { title, mend } of habits) {
      const mended = mend(text);
      if (mended === text) continue;
      const from = source.lineStarts[number - 1] ?? source.text.length;
      const changed = `${source.text.slice(0, from)}${mended}${source.text.slice(from + text.length)}`;
      if (readAgain(makeSource(source.name, changed)).length >= faults) continue;
      return {
        title: `${title}: ${mended.trim()}`,
        edits: [{ span: makeSpan(source, from, from + text.length), text: mended }],
      };
    }
  }
  return undefined;
}
