// Rows of cells → a table of a given width for a screen of fixed letters: cells wrap, columns share what room there is by need.

import { wrap } from "./wrap.ts";

const GAP = "  ";
const LEAST = 8;

/** Lines without a line break at their end; the first row is the heading, with a rule under it. */
export function textTable(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = columnWidths(rows, width);
  const [heading, ...body] = rows;
  if (heading === undefined) return [];
  const rule = widths.map((each) => "─".repeat(each)).join(GAP);
  return [...rowLines(heading, widths), rule, ...body.flatMap((row) => rowLines(row, widths))];
}

/** What each column wants at most, shrunk from the widest until all fit. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const room = width - GAP.length * (columns - 1);
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= LEAST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function rowLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((each, column) => wrapCell(row[column] ?? "", each));
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => (cell[line] ?? "").padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** `wrap` keeps to at least twenty columns; narrower cells, and words longer than a cell, are cut where they must be. */
function wrapCell(text: string, width: number): readonly string[] {
  const words = text.split(" ").flatMap((word) => piecesOf(word, width));
  if (width >= 20) return wrap(words.join(" "), width);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Long words break after their hyphens first. */
function piecesOf(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const hyphen = word.lastIndexOf("-", width - 1);
  const cut = hyphen > 0 ? hyphen + 1 : width;
  return [word.slice(0, cut), ...piecesOf(word.slice(cut), width)];
}
