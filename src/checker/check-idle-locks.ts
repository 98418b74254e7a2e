// Locks on what no layer below could say anew, such as one sentence or one row: they would hold nothing, so they are refused.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { makeSpan } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { layerMessages } from "./diagnostics.ts";

const lockable: ReadonlySet<unknown> = new Set<Ast.Declaration["kind"] | "step">([
  "parameter",
  "word",
  "code-declaration",
  "register",
  "coding",
  "act",
  "measure",
  "status",
  "bands",
  "procedure",
  "step",
  "duty",
  "decision",
  "document",
]);

export function reportIdleLocks(policy: Ast.Policy, report: (diagnostic: Diagnostic) => void): void {
  for (const { span } of idleLocks(policy)) report(layerMessages.lockHoldsNothing({}, span, { fixes: removal(span) }));
}

type Lock = NonNullable<Ast.Tail["lock"]>;

/** Every lock of the tree that hangs on another kind of statement. */
function idleLocks(node: unknown): readonly Lock[] {
  if (Array.isArray(node)) return node.flatMap(idleLocks);
  if (typeof node !== "object" || node === null) return [];
  const { kind, lock } = node as { readonly kind?: unknown; readonly lock?: Lock };
  const own = lock === undefined || lockable.has(kind) ? [] : [lock];
  const inside = Object.entries(node).filter(([key]) => key !== "span" && key !== "comments" && key !== "lock");
  return [...own, ...inside.flatMap(([, value]) => idleLocks(value))];
}

/** With its comma; only the text form has one. */
function removal(span: Span): readonly Fix[] {
  const before = /,[ \t]*$/.exec(span.source.text.slice(0, span.from));
  if (before === null) return [];
  return [{ title: "leave the lock away", edits: [{ span: makeSpan(span.source, before.index, span.to), text: "" }] }];
}
