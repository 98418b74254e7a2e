// What the letters lack and the office can give → a file of values to fill in: one row for each, with what has to be written.

import { writeCsv } from "../data/write-csv.ts";
import type { Refused } from "./letter.ts";
import { valueColumns } from "./read-values.ts";

/** How many rows it has, and its text. */
export function valuesTemplate(refused: readonly Refused[]): { readonly rows: number; readonly text: string } {
  const rows = refused.flatMap(({ pupil, person = "", document, lacks }) =>
    lacks
      .filter(({ where }) => where === "values")
      .map(({ name, kind = "" }) => [pupil, person, document, name, kind, ""]),
  );
  const distinct = [...new Map(rows.map((row) => [row.join("\n"), row])).values()];
  return { rows: distinct.length, text: writeCsv(valueColumns, distinct) };
}
