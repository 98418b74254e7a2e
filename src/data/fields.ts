// Names and texts → the fields of a record: without a prototype, so that a heading called `constructor` is one like any other.

import type { Fields } from "../school/record.ts";

/** The later of two texts under one name stands. */
export function fieldsOf(entries: Iterable<readonly [string, string]>): Fields {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, text] of entries) fields[name] = text;
  return fields;
}
