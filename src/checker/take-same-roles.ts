// A layer that says of two roles that one person holds both (`same as`) → the rules above it, with one name for that person.
// What no such role stands in stays the very node it was.

import type * as Ast from "../syntax/ast.ts";
import { canonicalRoles } from "./check-roles.ts";
import type * as Model from "./model.ts";
import type { Names } from "./names.ts";

export function takeSameRoles(parent: Model.Model, own: readonly Ast.Word[], names: Names): Model.Model {
  const same = new Map(
    own.flatMap(({ name, sameAs }) => {
      const [main] = canonicalRoles(names, [name.text]);
      return sameAs === undefined || main === undefined || main === name.text ? [] : [[name.text, main] as const];
    }),
  );
  return same.size === 0 ? parent : (renamed(parent, same) as Model.Model);
}

/** Where a role stands: the members of a party have a `role`, and acts, decisions and judgements say `by` whom. */
function renamed(node: unknown, same: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node))
    return kept(
      node,
      node.map((each: unknown) => renamed(each, same)),
    );
  if (node instanceof Map) return new Map([...node].map(([key, value]) => [key, renamed(value, same)]));
  if (typeof node !== "object" || node === null) return node;
  const before = Object.entries(node);
  const after = before.map(([key, value]): [string, unknown] => [key, renamedIn(key, value, same)]);
  return after.every(([, value], index) => value === before[index]?.[1]) ? node : Object.fromEntries(after);
}

function renamedIn(key: string, value: unknown, same: ReadonlyMap<string, string>): unknown {
  const other = (role: unknown): unknown => (typeof role === "string" ? (same.get(role) ?? role) : role);
  if (untouched.has(key)) return value;
  if (key === "role") return other(value);
  if (key === "by" && Array.isArray(value)) return kept(value, value.map(other));
  return renamed(value, same);
}

/** No rule stands there. */
const untouched: ReadonlySet<string> = new Set([
  "span",
  "origin",
  "holes",
  "notes",
  "layers",
  "replaces",
  "lockBreaches",
]);

function kept(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((each, index) => each === before[index]) ? before : after;
}
