// A table's files → its rows, one call each, with faulty files, headings and rows reported and counted.
// Knows what every table has in common; what the columns mean is for the reader of each table.

import { assertNever } from "../support/assert-never.ts";
import { readCsvRows } from "./csv-rows.ts";
import type { OnRow, OnUnclosed, TakeLine } from "./csv-rows.ts";
import { decodeText } from "./decode-text.ts";
import type { DecodingNote } from "./decode-text.ts";
import { fileMessages, tableMessages } from "./diagnostics.ts";
import type { Mapping } from "./mapping.ts";
import type { Place, Problems } from "./problems.ts";
import type { ReadFolder } from "./read-folder.ts";
import { findColumns, reportMissing, reportUnused } from "./table-columns.ts";
import type { TableColumns } from "./table-columns.ts";
import { makeRowCursor } from "./table-row.ts";
import type { Row } from "./table-row.ts";
import { tableSpec } from "./tables.ts";
import type { TableName } from "./tables.ts";

/** What reading a folder works with, from beginning to end. */
export interface Reading {
  readonly folder: ReadFolder;
  readonly files: ReadonlySet<string>;
  readonly mapping: Mapping;
  readonly problems: Problems;
}

/** What became of a file's rows; read = used + refused, so that none is lost unseen. */
export interface FileTally {
  readonly file: string;
  readonly table: TableName;
  readonly read: number;
  readonly used: number;
  readonly refused: number;
  /** Nothing of it could be read: it is no text, has no headings, or none that make sense. */
  readonly unread?: true;
}

export interface TableHead {
  readonly file: string;
  readonly columns: TableColumns;
  readonly headings: readonly string[];
  /** The row of headings. */
  readonly place: Place;
}

/** Gives the rows of a file, the row of headings first, but for lines that are taken as they stand; false where it is no text. */
export type RowSource = (
  reading: Reading,
  file: string,
  onRow: OnRow,
  onUnclosed: OnUnclosed,
  takeLine?: TakeLine,
) => Promise<boolean>;

/** What takes lines of a file as they stand, where it has any use for such; every line that it takes is a row that was used. */
export type LineTaker = (head: TableHead) => TakeLine | undefined;

/** Uses a row and says whether it could; undefined instead of a function when the headings make no sense. */
export type UseRow = (row: Row) => boolean;

/**
 * Reads every file of a table that is there. `start` is called with each file's headings and gives what to do with its rows, which
 * are all that the file has unless `rows` says otherwise.
 */
export async function readTable(
  reading: Reading,
  table: TableName,
  start: (head: TableHead) => UseRow | undefined,
  rows: RowSource = allRows,
  lineTaker: LineTaker = () => undefined,
): Promise<readonly FileTally[]> {
  const tallies: FileTally[] = [];
  for (const file of reading.mapping.tables[table].files) {
    if (reading.files.has(file)) tallies.push(await readFile(reading, table, file, start, rows, lineTaker));
  }
  return tallies;
}

/** Every row of the file, in whatever letters it is written. */
export const allRows: RowSource = async ({ folder, mapping, problems }, file, onRow, onUnclosed, takeLine) => {
  let isText = true;
  const text = decodeText(folder.open(file), (note) => {
    isText &&= note.kind !== "not-text";
    reportEncoding(note, file, problems);
  });
  await readCsvRows(text, mapping.separator, onRow, onUnclosed, takeLine);
  return isText;
};

/** Tables without which a folder says nothing. Others are read where they are there, unless mapping.yaml names their files. */
const NEEDED: ReadonlySet<TableName> = new Set(["pupils", "marks"]);

/** Files of such tables of which nothing was read, those among them that are not there. */
export function unreadFiles({ files, mapping }: Reading, tallies: readonly FileTally[]): readonly string[] {
  const unread = new Set(tallies.filter((tally) => tally.unread === true).map(({ file }) => file));
  return [...NEEDED].flatMap((table) =>
    mapping.tables[table].files.filter((file) => !files.has(file) || unread.has(file)),
  );
}

/** Reports files that should be there and are not. */
export function reportMissingFiles({ folder, files, mapping, problems }: Reading, table: TableName): void {
  const said = mapping.tables[table].files.join() !== `${table}.csv`;
  for (const file of mapping.tables[table].files) {
    if (files.has(file) || !(said || NEEDED.has(table))) continue;
    const advice = files.has(`${table}.parquet`)
      ? `Export it as CSV, or let DuckDB read ${table}.parquet: \`rollcall run --engine duckdb\`.`
      : `Add it, or say in mapping.yaml, under ${table}: files, what the file is called.`;
    const args = { folder: folder.name, file, table: tableSpec(table).what, advice };
    problems.report(fileMessages.dataFileMissing, () => args, { file, line: 1 });
  }
}

async function readFile(
  reading: Reading,
  table: TableName,
  file: string,
  start: (head: TableHead) => UseRow | undefined,
  rows: RowSource,
  lineTaker: LineTaker,
): Promise<FileTally> {
  const { mapping, problems } = reading;
  const { separator, dates } = mapping;
  const tally = { file, table, read: 0, used: 0, refused: 0 };
  let headings: readonly string[] | undefined;
  let takeLine: TakeLine | undefined;
  let use: ((cells: readonly string[], line: number, lastLine: number) => boolean) | undefined;

  const takeHeadings = (cells: readonly string[], line: number, lastLine: number): void => {
    headings = cells;
    const place: Place = { file, line, lastLine, separator };
    const columns = columnsOf(table, cells, mapping, problems, place);
    if (columns === undefined) return;
    const head: TableHead = { file, columns, headings: cells, place };
    const useRow = start(head);
    if (useRow === undefined) return;
    takeLine = lineTaker(head);
    const { assume } = mapping.tables[table];
    const { row, move } = makeRowCursor({ file, separator, dates, columns, assume, problems });
    use = (rowCells, rowLine, rowLastLine) => {
      move(rowCells, rowLine, rowLastLine);
      const lines = rowLastLine - rowLine + 1;
      return isWholeRow(rowCells, lines, row, columns.count, separator) && useRow(row) && !row.failed();
    };
  };

  const isText = await rows(
    reading,
    file,
    (cells, line, lastLine) => {
      if (headings === undefined) return takeHeadings(cells, line, lastLine);
      tally.read += 1;
      if (use?.(cells, line, lastLine) === true) tally.used += 1;
      else tally.refused += 1;
    },
    (line) => {
      headings ??= [];
      problems.report(fileMessages.dataQuotationUnclosed, () => ({ file }), { file, line });
    },
    (text, from, to, line) => {
      if (takeLine === undefined || !takeLine(text, from, to, line)) return false;
      tally.read += 1;
      tally.used += 1;
      return true;
    },
  );
  if (isText && headings === undefined)
    problems.report(fileMessages.dataFileEmpty, () => ({ file }), { file, line: 1 });
  return use === undefined ? { ...tally, unread: true } : tally;
}

/** Which cell holds which column; undefined where the headings make no sense, which is then reported. */
export function columnsOf(
  table: TableName,
  headings: readonly string[],
  mapping: Mapping,
  problems: Problems,
  place: Place,
): TableColumns | undefined {
  const seen = headings.length > 1 ? undefined : separatorIn(headings[0] ?? "", mapping.separator);
  if (seen !== undefined) {
    const args = { file: place.file, seen, wanted: separatorName(mapping.separator) };
    problems.report(tableMessages.dataSeparatorWrong, () => args, place);
    return undefined;
  }
  const columns = findColumns(table, headings, mapping, problems, place);
  if (columns !== undefined && table !== "marks" && tableSpec(table).others === "told") {
    reportUnused(table, columns.others, problems, place);
  }
  return columns;
}

/** As many cells as headings, no row swallowed by a quotation mark, and nothing that no text has. */
function isWholeRow(cells: readonly string[], lines: number, row: Row, count: number, separator: string): boolean {
  if (cells.some(isDamaged)) {
    row.refuse(tableMessages.dataRowDamaged, () => ({}), row.place());
    return false;
  }
  if (lines > 1 && cells.some((cell) => looksBroken(cell, count, separator))) {
    const place = row.place();
    row.refuse(tableMessages.dataCellBroken, () => ({ lastLine: place.lastLine ?? place.line }), place);
    return false;
  }
  if (cells.length === count) return true;
  if (cells.length > count && cells.slice(count).every((cell) => cell.trim() === "")) return true;
  row.refuse(tableMessages.dataRowLength, () => ({ count: cells.length, wanted: count }), row.place());
  return false;
}

/** A disk or a transfer that failed leaves zero bytes behind. */
export const isDamaged = (cell: string): boolean => cell.includes("\0");

/** A cell of several lines that kept its quotation mark, or one of whose lines has the separators of a whole row. */
function looksBroken(cell: string, count: number, separator: string): boolean {
  const [, ...later] = cell.split(/\r\n|\n|\r/);
  if (later.length > 0 && cell.startsWith('"')) return true;
  return count > 2 && later.some((line) => line.split(separator).length >= count - 1);
}

function reportEncoding({ kind, line }: DecodingNote, file: string, problems: Problems): void {
  switch (kind) {
    case "windows-1252":
      return problems.report(fileMessages.dataFileWindowsLetters, () => ({ file }), { file, line });
    case "mixed":
      return problems.report(fileMessages.dataFileMixedLetters, () => ({ file }), { file, line });
    case "not-text":
      return problems.report(fileMessages.dataFileNotText, () => ({ file }), { file, line });
    default:
      return assertNever(kind);
  }
}

const SEPARATOR_NAMES: ReadonlyMap<string, string> = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
]);

function separatorName(separator: string): string {
  return SEPARATOR_NAMES.get(separator) ?? separator;
}

function separatorIn(heading: string, wanted: string): string | undefined {
  const seen = [...SEPARATOR_NAMES].find(([separator]) => separator !== wanted && heading.includes(separator));
  return seen?.[1];
}

/** Reports each of the columns that this layout of the table needs and does not have. */
export function wantColumns(reading: Reading, table: TableName, head: TableHead, columns: readonly string[]): boolean {
  const { mapping, problems } = reading;
  const lacking = columns.filter((column) => {
    return !head.columns.cells.has(column) && !mapping.tables[table].assume.has(column);
  });
  for (const column of lacking) reportMissing(table, column, head.headings, mapping, problems, head.place);
  return lacking.length === 0;
}
