// Diagnostics as plain data for other programs: sentences written out, places as lines and columns, nothing shared or hidden.

import { endPositionOf, positionOf } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type { Diagnostic, Home, Severity } from "./diagnostic.ts";
import { hintOf, messageOf } from "./template.ts";

/** Lines and columns count from 1; the end is the place after the last character. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonText extends JsonPlace {
  readonly text: string;
}

export interface JsonFix {
  readonly title: string;
  readonly edits: readonly JsonText[];
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly home: Home;
  readonly message: string;
  readonly hint: string;
  readonly labels: readonly JsonText[];
  readonly fixes: readonly JsonFix[];
}

/** The witness stays behind: its shape belongs to the room that found it. */
export function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    home: diagnostic.home,
    message: messageOf(diagnostic),
    hint: hintOf(diagnostic),
    ...jsonPlace(diagnostic.span),
    labels: diagnostic.labels.map(jsonText),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({ title, edits: edits.map(jsonText) })),
  };
}

function jsonText({ span, text }: { readonly span: Span; readonly text: string }): JsonText {
  return { ...jsonPlace(span), text };
}

function jsonPlace(span: Span): JsonPlace {
  const from = positionOf(span);
  const end = endPositionOf(span);
  return { file: span.source.name, line: from.line, column: from.column, endLine: end.line, endColumn: end.column };
}
