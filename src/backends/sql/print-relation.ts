// A relation → statements that make its table and fill it, or its rows as CSV. The statements are the same for every dialect but for
// the names of types and the marks around names.

import type { Relation } from "./day-table.ts";
import { dialects } from "./dialect.ts";
import type { Dialect, DialectName } from "./dialect.ts";
import { printExpr, printName } from "./print-sql.ts";
import { text } from "./sql.ts";

/** As many rows as one statement holds. */
const AT_ONCE = 1000;

/** Whatever table had the name before is gone after them. */
export function relationStatements(relation: Relation, name: DialectName): readonly string[] {
  const dialect = dialects[name];
  const table = printName(relation.name, dialect);
  const statements = [`DROP TABLE IF EXISTS ${table}`, `CREATE TABLE ${table} (${printColumns(relation, dialect)})`];
  for (let from = 0; from < relation.rows.length; from += AT_ONCE) {
    const rows = relation.rows
      .slice(from, from + AT_ONCE)
      .map((row) => `(${row.map((cell) => printCell(cell, dialect)).join(", ")})`);
    statements.push(`INSERT INTO ${table} VALUES\n${rows.join(",\n")}`);
  }
  return statements;
}

/** Makes an empty table where there is none of its name, and leaves one that is there as it is: it is somebody else's. */
export function emptyTableStatement(relation: Pick<Relation, "name" | "columns">, name: DialectName): string {
  const dialect = dialects[name];
  return `CREATE TABLE IF NOT EXISTS ${printName(relation.name, dialect)} (${printColumns(relation, dialect)})`;
}

function printColumns({ columns }: Pick<Relation, "columns">, dialect: Dialect): string {
  return columns.map((column) => `${printName(column.name, dialect)} ${dialect.types[column.type]}`).join(", ");
}

function printCell(cell: number | string | null, dialect: Dialect): string {
  if (cell === null) return "NULL";
  return typeof cell === "number" ? String(cell) : printExpr(text(cell), dialect);
}

/** A relation as comma-separated values for an engine, not for a spreadsheet: an empty cell is what is not known. */
export function relationCsv({ columns, rows }: Relation): string {
  const line = (cells: readonly (number | string | null)[]): string => `${cells.map(csvCell).join(",")}\n`;
  return [line(columns.map(({ name }) => name)), ...rows.map(line)].join("");
}

function csvCell(cell: number | string | null): string {
  if (cell === null) return "";
  return typeof cell === "number" || !/[",\r\n]/.test(cell) ? String(cell) : `"${cell.replaceAll('"', '""')}"`;
}
