// The queries of a page, on DuckDB: statements of one block in order, and the rows that the last of them gives, as a plain table.

import type { Engine } from "../backends/sql/engines.ts";
import { textTable } from "../../src/support/text-table.ts";

/** Files that a query reads are found from `folder`. A line `.read FILE` carries out the statements of that file. */
export async function query(engine: Engine, folder: string, text: string): Promise<string> {
  await engine.run(`SET file_search_path = '${folder}'`);
  const statements = text
    .split(/;\s*$/m)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const last = statements.at(-1) ?? "";
  for (const statement of statements.slice(0, -1)) await engine.run(statement);
  const rows = await engine.rows(last);
  const [first] = rows;
  if (first === undefined) return "";
  const names = Object.keys(first);
  const table = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))];
  return textTable(table, 120).join("\n");
}
