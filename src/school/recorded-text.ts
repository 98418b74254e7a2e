// A field of a record by its name, for names that come from a policy or a file: `constructor` is one like any other.

import type { Fields } from "./record.ts";

/** Empty where there is no such field. A record handed over by another program may be any object, so only its own fields count. */
export function recordedText(fields: Fields, name: string): string {
  return Object.hasOwn(fields, name) ? (fields[name] ?? "") : "";
}
