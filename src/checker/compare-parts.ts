// The parts of a comparison, as messages and checks want them.

import { spanText } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { edgeUse } from "./check-edges.ts";
import type { EdgeUse } from "./check-edges.ts";

export type Compare = Extract<Ast.Condition, { kind: "compare" }>;

export function edgeIn({ edge, edgeSpan, left, right }: Compare): EdgeUse {
  return edgeUse(edge, edgeSpan, right.span, shortText(left));
}

/** A moment that is only words, a time or a date may be a value too: `reviewed-on after previous-review`. */
export function asOperand(right: Compare["right"]): Ast.Operand | undefined {
  switch (right.kind) {
    case "at":
      return right.ref.kind === "words" ? { kind: "phrase", words: right.ref, span: right.span } : right.ref;
    case "end-of-day":
    case "next":
    case "day-of":
    case "counted":
    case "choice":
    case "bound":
      return undefined;
    case "quantity":
    case "number":
    case "percent":
    case "money":
    case "time":
    case "date":
    case "date-time":
    case "text":
    case "count":
    case "phrase":
    case "unspecified":
      return right;
    default:
      return assertNever(right);
  }
}

/** As the author wrote it, on one line. */
export function shortText(node: { readonly span: Ast.Words["span"] }): string {
  return spanText(node.span).replaceAll(/\s+/g, " ");
}
