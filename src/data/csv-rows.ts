// The text of a table, piece by piece → its rows, one call for each, with the lines they stand on.
// Knows quotation marks and separators, no headings and no meaning. Holds one row at a time, never the file.

import { parse } from "csv-parse";

/** Called for each row that is not blank. `line` and `lastLine` count from 1 and differ where a cell holds a line break. */
export type OnRow = (cells: readonly string[], line: number, lastLine: number) => void;

/** A quotation mark opened in the row that begins here and swallowed the rest of the file. */
export type OnUnclosed = (line: number) => void;

/** A row longer than any register has columns: a quotation mark that swallows rows is stopped here, not at the end of memory. */
const LONGEST_ROW = 1 << 20;

/** Reads to the end, or to a quotation mark that never closes. Lines may end in any of the three ways, mixed. */
export async function readCsvRows(
  text: AsyncIterable<string>,
  separator: string,
  onRow: OnRow,
  onUnclosed: OnUnclosed,
): Promise<void> {
  let line = 1;
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
  for await (const piece of text) {
    if (stopped || failure !== undefined) break;
    if (piece !== "" && !parser.write(piece)) {
      await Promise.race([closed, new Promise((resolve) => parser.once("drain", resolve))]);
    }
  }
  if (stopped) parser.destroy();
  else parser.end();
  await closed;
  if (failure !== undefined) throw failure;
}

function countLineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
}
