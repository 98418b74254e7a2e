// Marked places in a text, in; the lines they stand on with carets beneath, out. It knows nothing of what is wrong there.

import { endPositionOf, lineText, positionOf } from "../source/text.ts";
import type { SourceText, Span } from "../source/text.ts";
import type { Ink, Paint } from "./paint.ts";
import { shownWidth, visibleText } from "./visible-text.ts";

/** The main mark is drawn with carets, the others with dashes. */
export interface Mark {
  readonly span: Span;
  readonly text: string;
  readonly main: boolean;
}

/** A mark cut down to the first line it covers; its columns count from 0, and `to` is the one after the last. */
interface LineMark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly main: boolean;
}

/** The part of a long line that is shown: a register may be one line of thousands of marks. */
interface View {
  readonly from: number;
  readonly to: number;
}

const widestLine = 160;
const keptBefore = 60;
const cutSign = "...";

/** The framed lines of one text. A single line between two marked ones is shown too; more of them are left out. */
export function drawFrame(source: SourceText, marks: readonly Mark[], ink: Ink, paint: Paint): readonly string[] {
  const lineMarks = marks.map(onFirstLine);
  const lines = withShortGaps([...new Set(lineMarks.map((mark) => mark.line))].toSorted((a, b) => a - b));
  const gutter = String(lines.at(-1) ?? 0).length;
  const bar = paint("blue", `${" ".repeat(gutter)} |`);
  const rows = [bar];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined && line > before + 1) rows.push(paint("blue", cutSign));
    const here = lineMarks.filter((mark) => mark.line === line).toSorted((a, b) => a.from - b.from);
    const text = visibleText(lineText(source, line));
    const view = chooseView(text, here);
    rows.push(`${paint("blue", `${String(line).padStart(gutter)} |`)} ${cutLine(text, view)}`.trimEnd());
    for (const mark of here) rows.push(`${bar} ${underline(text, view, mark, ink, paint)}`);
  }
  return [...rows, bar];
}

function underline(text: string, view: View, mark: LineMark, ink: Ink, paint: Paint): string {
  const from = Math.max(view.from, Math.min(mark.from, view.to));
  const to = Math.max(from, Math.min(mark.to, view.to));
  const indent = (view.from > 0 ? cutSign.length : 0) + shownWidth(text.slice(view.from, from));
  const line = (mark.main ? "^" : "-").repeat(Math.max(1, shownWidth(text.slice(from, to))));
  const words = mark.text === "" ? "" : ` ${visibleText(mark.text)}`;
  return " ".repeat(indent) + paint(mark.main ? ink : "blue", line + words);
}

function onFirstLine(mark: Mark): LineMark {
  const { line, column } = positionOf(mark.span);
  const end = endPositionOf(mark.span);
  if (end.line === line) return { ...mark, line, from: column - 1, to: end.column - 1 };
  // A span that stops at the very start of a line has its last character on the line before.
  const lastLine = end.column === 1 ? end.line - 1 : end.line;
  const further = lastLine === line ? "" : `(as far as line ${lastLine})`;
  const text = [mark.text, further].filter((words) => words !== "").join(" ");
  return { line, from: column - 1, to: lineText(mark.span.source, line).length, text, main: mark.main };
}

function withShortGaps(lines: readonly number[]): readonly number[] {
  return lines.flatMap((line, index) => (lines[index - 1] === line - 2 ? [line - 1, line] : [line]));
}

/** Short lines are shown whole, long ones from a little before the main mark. */
function chooseView(text: string, marks: readonly LineMark[]): View {
  if (text.length <= widestLine) return { from: 0, to: text.length };
  const first = (marks.find((mark) => mark.main) ?? marks[0])?.from ?? 0;
  const from = Math.max(0, Math.min(first - keptBefore, text.length - widestLine));
  return { from: wholeCharacter(text, from), to: wholeCharacter(text, from + widestLine) };
}

function cutLine(text: string, view: View): string {
  const before = view.from > 0 ? cutSign : "";
  const after = view.to < text.length ? cutSign : "";
  return `${before}${text.slice(view.from, view.to)}${after}`;
}

/** Steps back when an offset falls between the two halves of one character. */
function wholeCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}
