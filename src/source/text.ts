// A text with a name, and places in it. Offsets in, lines and columns out; it knows no language and reads no files.

import { Bug } from "../support/bug.ts";

/** `lineStarts[n]` is the offset of the first character of line n + 1. Lines end in LF, CR LF or CR. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** The stretch of `source.text` from offset `from` up to, not including, `to` (UTF-16 units). */
export interface Span {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
}

/** Both count from 1, the column in UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A byte order mark at the front is dropped: nobody typed it, and it would push the first line one column to the right. */
export function makeSource(name: string, text: string): SourceText {
  const typed = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return { name, text: typed, lineStarts: findLineStarts(typed) };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return starts;
}

/** Throws {@link Bug} when the offsets are not whole, not in order, or not inside the text. */
export function makeSpan(source: SourceText, from: number, to: number): Span {
  const sound = Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= source.text.length;
  if (!sound) throw new Bug(`No span from ${from} to ${to} in ${source.name}, ${source.text.length} characters long`);
  return { source, from, to };
}

/** The empty place just before the character at `offset`; the end of the text is such a place too. */
export function pointSpan(source: SourceText, offset: number): Span {
  return makeSpan(source, offset, offset);
}

export function wholeSpan(source: SourceText): Span {
  return makeSpan(source, 0, source.text.length);
}

/** The smallest span that covers both. Throws {@link Bug} when they lie in different texts. */
export function joinSpans(a: Span, b: Span): Span {
  if (a.source !== b.source) throw new Bug(`Cannot join a place in ${a.source.name} to one in ${b.source.name}`);
  return makeSpan(a.source, Math.min(a.from, b.from), Math.max(a.to, b.to));
}

export function spanText(span: Span): string {
  return span.source.text.slice(span.from, span.to);
}

export function positionOf(span: Span): Position {
  return positionAt(span.source, span.from);
}

/** Where the span stops: the place after its last character. */
export function endPositionOf(span: Span): Position {
  return positionAt(span.source, span.to);
}

/** An offset before or after the text counts as its first or last place. */
export function positionAt(source: SourceText, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, source.text.length));
  const line = lineAt(source.lineStarts, inside);
  return { line, column: inside - lineStart(source, line) + 1 };
}

/** The other way round; undefined when the text has no such line, or the line no such column. */
export function offsetAt(source: SourceText, position: Position): number | undefined {
  const start = source.lineStarts[position.line - 1];
  if (start === undefined || position.column < 1) return undefined;
  const offset = start + position.column - 1;
  return offset <= start + lineText(source, position.line).length ? offset : undefined;
}

/** The characters of a line without its ending; a line beyond the last is empty. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  return source.text.slice(start, source.lineStarts[line]).replace(/[\r\n]+$/, "");
}

/** The last line whose start is at or before the offset, counted from 1. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function lineStart(source: SourceText, line: number): number {
  return source.lineStarts[line - 1] ?? 0;
}
