// The text of a table, piece by piece → its rows, one call for each, with the lines they stand on.
// Knows quotation marks and separators, no headings and no meaning. Holds one row at a time, never the file.

import { parse } from "csv-parse";

/** Called for each row that is not blank. `line` and `lastLine` count from 1 and differ where a cell holds a line break. */
export type OnRow = (cells: readonly string[], line: number, lastLine: number) => void;

/** A quotation mark opened in the row that begins here and swallowed the rest of the file. */
export type OnUnclosed = (line: number) => void;

/**
 * Asked of each line that is a row by itself, `text` from `from` up to, but not with, `to`: it was taken as it stands, and is no
 * matter for `OnRow`.
 */
export type TakeLine = (text: string, from: number, to: number, line: number) => boolean;

/** A row longer than any register has columns: a quotation mark that swallows rows is stopped here, not at the end of memory. */
const LONGEST_ROW = 1 << 20;
/** Rows far from the longest are no matter for the parser of quotation marks. */
const LONGEST_PLAIN_ROW = LONGEST_ROW >> 1;

/**
 * Reads to the end, or to a quotation mark that never closes. Lines may end in any of the three ways, mixed. Up to the first
 * quotation mark a row is a line, and what stands between separators a cell; from there on a parser of quotation marks reads.
 */
export async function readCsvRows(
  text: AsyncIterable<string>,
  separator: string,
  onRow: OnRow,
  onUnclosed: OnUnclosed,
  takeLine: TakeLine = () => false,
): Promise<void> {
  const plain = makePlainRows(separator, onRow, takeLine);
  let quoted: QuotedRows | undefined;
  for await (const piece of text) {
    const rest = quoted === undefined ? plain.write(piece) : piece;
    if (rest === undefined) continue;
    quoted ??= makeQuotedRows(separator, plain.line(), onRow, onUnclosed);
    if (!(await quoted.write(rest))) break;
  }
  if (quoted === undefined) plain.end();
  else await quoted.end();
}

interface PlainRows {
  /** Takes the next piece; gives back what begins with the first line that is not plain, and all that was held before it. */
  readonly write: (piece: string) => string | undefined;
  readonly end: () => void;
  /** The line on which the next row begins. */
  readonly line: () => number;
}

/** Lines without a quotation mark. */
function makePlainRows(separator: string, onRow: OnRow, takeLine: TakeLine): PlainRows {
  let line = 1;
  let held = "";
  let damaged = false; // a zero byte is about: every row is looked at then
  const take = (text: string, from: number, to: number): void => {
    if (to > from && (damaged || !takeLine(text, from, to, line))) {
      const cells = text.slice(from, to).split(separator);
      if (cells.some((cell) => cell.trim() !== "")) onRow(cells, line, line);
    }
    line += 1;
  };
  return {
    write: (piece) => {
      const text = held + piece;
      damaged = text.includes("\0");
      const mark = text.indexOf('"');
      // A return at the very end may be the first half of a line end.
      const until = mark < 0 ? text.length - (text.endsWith("\r") ? 1 : 0) : mark;
      const find = text.includes("\r") ? firstLineEnd : feed;
      let from = 0;
      for (;;) {
        const to = find(text, from, until);
        if (to < 0) break;
        if (to - from > LONGEST_PLAIN_ROW) return text.slice(from);
        take(text, from, to);
        from = to + (text.startsWith("\r\n", to) ? 2 : 1);
      }
      if (mark >= 0 || text.length - from > LONGEST_PLAIN_ROW) return text.slice(from);
      held = text.slice(from);
      return undefined;
    },
    end: () => {
      if (held.endsWith("\r")) held = held.slice(0, -1);
      if (held !== "") take(held, 0, held.length);
    },
    line: () => line,
  };
}

/** The first line end of any kind from a place on, short of another; -1 where there is none. */
function firstLineEnd(text: string, from: number, until: number): number {
  const end = feed(text, from, until);
  const first = end < 0 ? until : end;
  for (let at = from; at < first; at++) if (text.charCodeAt(at) === RETURN) return at;
  return end;
}

function feed(text: string, from: number, until: number): number {
  const at = text.indexOf("\n", from);
  return at < until ? at : -1;
}

const RETURN = 13;

interface QuotedRows {
  /** False once nothing more is wanted. */
  readonly write: (piece: string) => Promise<boolean>;
  readonly end: () => Promise<void>;
}

function makeQuotedRows(separator: string, first: number, onRow: OnRow, onUnclosed: OnUnclosed): QuotedRows {
  let line = first;
  let counted = 0; // lines as the parser counts them, which takes a return and a line feed in a cell for two
  let stopped = false; // by a quotation mark that never closes
  const parser = parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: readonly string[], { lines }: { readonly lines: number }): null => {
      const lastLine = lines === counted + 1 ? line : line + countLineEnds(cells);
      if (!stopped && cells.some((cell) => cell.trim() !== "")) onRow(cells, line, lastLine);
      line = lastLine + 1;
      counted = lines;
      return null;
    },
    on_skip: () => {
      if (!stopped) onUnclosed(line);
      stopped = true;
      return undefined;
    },
  });
  let failure: unknown;
  parser.on("error", (error) => (failure = error));
  // In a page the stream ends without closing.
  const closed = new Promise<void>((resolve) => {
    for (const over of ["close", "end", "error"]) parser.on(over, () => resolve());
  });
  parser.resume(); // nothing is ever pushed, but the stream ends only if somebody reads it
  return {
    write: async (piece) => {
      if (piece !== "" && !parser.write(piece)) {
        await Promise.race([closed, new Promise((resolve) => parser.once("drain", resolve))]);
      }
      return !stopped && failure === undefined;
    },
    end: async () => {
      if (stopped) parser.destroy();
      else parser.end();
      await closed;
      if (failure !== undefined) throw failure;
    },
  };
}

function countLineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
}
