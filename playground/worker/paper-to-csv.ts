// A paper as CSV, for whoever counts: its tables one after another. Its words come from a policy that anybody may have written, so
// that no cell may mean a formula.

import { writeCsv } from "../../src/index.ts";
import type { Paper } from "../../src/papers.ts";

/** The caption of its table stands first in each row. Undefined where there is no table, or where the tables are not the whole. */
export function paperToCsv({ blocks }: Paper): string | undefined {
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  if (tables.length === 0 || tables.length < blocks.length) return undefined;
  return writeCsv(
    ["Table", ...(tables[0]?.head ?? [])],
    tables.flatMap(({ caption, rows }) => rows.map((row) => [caption, ...row])),
  );
}
