// Locks on what no layer below could say anew, such as one sentence or one row: they would hold nothing, so they are refused.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { makeSpan } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import { layerMessages } from "./diagnostics.ts";
import type { Statement } from "./statements.ts";

const lockable: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
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

export function reportIdleLocks(statements: readonly Statement[], report: (diagnostic: Diagnostic) => void): void {
  for (const { kind, lock } of statements) {
    if (lock === undefined || lockable.has(kind)) continue;
    report(layerMessages.lockHoldsNothing({}, lock.span, { fixes: removal(lock.span) }));
  }
}

/** With its comma; only the text form has one. */
function removal(span: Span): readonly Fix[] {
  const before = /,[ \t]*$/.exec(span.source.text.slice(0, span.from));
  if (before === null) return [];
  return [{ title: "leave the lock away", edits: [{ span: makeSpan(span.source, before.index, span.to), text: "" }] }];
}
