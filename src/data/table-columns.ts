// The headings of a table → which cell holds which column, by the school's own mapping and its preset's likely names.
// Reports headings that are missing, double or of no use; reads no row.

import { closestName, suggestName } from "../diagnostics/did-you-mean.ts";
import { tableMessages } from "./diagnostics.ts";
import type { Mapping } from "./mapping.ts";
import { headingsOf } from "./presets.ts";
import type { Place, Problems } from "./problems.ts";
import { fieldOf, plainHeading, tableSpec } from "./tables.ts";
import type { TableName } from "./tables.ts";

/** A heading that is no column of the table. */
export interface Other {
  readonly heading: string;
  readonly cell: number;
}

export interface TableColumns {
  /** Column → cell number. */
  readonly cells: ReadonlyMap<string, number>;
  readonly others: readonly Other[];
  readonly count: number;
}

/** Undefined where a needed column is missing or one cannot be told from another; that is then reported. */
export function findColumns(
  table: TableName,
  headings: readonly string[],
  mapping: Mapping,
  problems: Problems,
  place: Place,
): TableColumns | undefined {
  const taken = new Set<number>();
  const cells = new Map<string, number>();
  const plain = headings.map(plainHeading);
  let sound = true;
  for (const column of Object.keys(tableSpec(table).columns)) {
    const found = cellsOfColumn(table, column, plain, mapping);
    for (const cell of found) taken.add(cell);
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
      const args = { file: place.file, column, first: headings[first] ?? "", second: headings[second] ?? "", table };
      problems.report(tableMessages.dataHeadingTwice, () => args, { ...place, cell: second });
      sound = false;
    } else if (first !== undefined) {
      cells.set(column, first);
    } else if (isNeeded(table, column, mapping)) {
      reportMissing(table, column, headings, mapping, problems, place);
      sound = false;
    }
  }
  const others = headings
    .map((heading, cell) => ({ heading: heading.trim(), cell }))
    .filter(({ heading, cell }) => heading !== "" && !taken.has(cell));
  for (const { heading, cell } of repeatsOf(others)) {
    const args = { file: place.file, column: plainHeading(heading), first: heading, second: heading, table };
    problems.report(tableMessages.dataHeadingTwice, () => args, { ...place, cell });
    sound = false;
  }
  return sound ? { cells, others, count: headings.length } : undefined;
}

function repeatsOf(others: readonly Other[]): readonly Other[] {
  const seen = new Set<string>();
  return others.filter(({ heading }) => {
    const field = fieldOf(heading);
    const repeats = seen.has(field);
    seen.add(field);
    return repeats;
  });
}

/** Says of each heading that nothing is read from it, for a table that keeps no fields of its own. */
export function reportUnused(table: TableName, others: readonly Other[], problems: Problems, place: Place): void {
  const columns = Object.keys(tableSpec(table).columns);
  for (const { heading, cell } of others) {
    const suggestion = suggestName(heading, columns, "columns");
    problems.report(tableMessages.dataHeadingNotUsed, () => ({ heading, suggestion }), { ...place, cell });
  }
}

export function reportMissing(
  table: TableName,
  column: string,
  headings: readonly string[],
  mapping: Mapping,
  problems: Problems,
  place: Place,
): void {
  const wanted = mapping.tables[table].columns.get(column) ?? column;
  const closest = closestName(wanted, headings);
  const suggestion =
    closest === undefined ? `Its headings are ${headings.slice(0, 12).join(", ")}.` : `Is it "${closest}"?`;
  problems.report(
    tableMessages.dataHeadingMissing,
    () => ({ file: place.file, column: wanted, suggestion, table }),
    place,
  );
}

function isNeeded(table: TableName, column: string, mapping: Mapping): boolean {
  const { columns, assume } = mapping.tables[table];
  if (assume.has(column)) return false;
  return tableSpec(table).columns[column]?.needed === true || columns.has(column);
}

function cellsOfColumn(
  table: TableName,
  column: string,
  plainHeadings: readonly string[],
  mapping: Mapping,
): readonly number[] {
  const said = mapping.tables[table].columns.get(column);
  const wanted = said === undefined ? headingsOf(mapping.preset, table, column) : [said];
  // the column's likeliest heading wins, so that a report with both a UPN and a student number is no riddle
  for (const heading of wanted) {
    const plain = plainHeading(heading);
    const cells = plainHeadings.flatMap((each, cell) => (each === plain ? [cell] : []));
    if (cells.length > 0) return cells;
  }
  return [];
}
