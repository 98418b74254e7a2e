// What a policy decides by → a mark that another wording of it will hardly share: what was kept under the one is not read by the
// other.

import { canonicalText } from "../support/canonical-text.ts";
import { fingerprintOf } from "../support/fingerprint.ts";
import type { Ir } from "./ir.ts";

export function fingerprintOfPolicy(ir: Ir): string {
  return fingerprintOf(textOfIr(ir));
}

/** All that a policy decides by, as one text: two policies with the same text decide alike. */
export function textOfIr(ir: Ir): string {
  return canonicalText(withoutMaps(ir));
}

function withoutMaps(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return [...value].map(withoutMaps);
  if (Array.isArray(value)) return value.map(withoutMaps);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutMaps(entry)]));
}
