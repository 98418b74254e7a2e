// A plain value → its JSON with the keys of every record in order, so that two that say the same are the same text, wherever
// they were kept in between.

import { compareText } from "./compare-text.ts";

export function canonicalText(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  const record = value as Readonly<Record<string, unknown>>;
  const entries = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .toSorted(compareText)
    .map((key) => `${JSON.stringify(key)}:${canonicalText(record[key])}`);
  return `{${entries.join(",")}}`;
}
