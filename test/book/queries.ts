// The queries of a page, on DuckDB: statements of one block in order, and the rows that the last of them gives, as a plain table.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textTable } from "../../src/support/text-table.ts";
import type { Engine } from "../backends/sql/engines.ts";

/** As in the shell of DuckDB, a line `.read FILE` carries out the statements of that file, found from `folder`. */
export async function query(engine: Engine, folder: string, text: string): Promise<string> {
  const statements = text.split(/^(\.read .*)$/m).flatMap((part) => statementsOf(folder, part));
  for (const statement of statements.slice(0, -1)) await engine.run(statement);
  const rows = await engine.rows(statements.at(-1) ?? "");
  const [first] = rows;
  if (first === undefined) return "";
  const names = Object.keys(first);
  const table = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))];
  return textTable(table, 120).join("\n");
}

function statementsOf(folder: string, part: string): readonly string[] {
  const file = /^\.read (\S+)$/.exec(part.trim())?.[1];
  const text = file === undefined ? part : readFileSync(join(folder, file), "utf8");
  return text
    .split(/;[ \t]*$/m)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
