// A policy text and what was found in it → the text with each finding under its place. The notes are comments of the language,
// so that a fixture stays a policy; they are taken out again before it is checked.

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../src/diagnostics/order.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { endPositionOf, positionOf } from "../../src/source/text.ts";
import type { SourceText, Span } from "../../src/source/text.ts";

const note = "--|";

export function withoutNotes(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith(note))
    .join("\n");
}

export function withNotes(source: SourceText, diagnostics: readonly Diagnostic[]): string {
  const lines = source.text.split("\n");
  const notes = Map.groupBy(sortDiagnostics(diagnostics), ({ span }) => positionOf(span).line);
  return lines.flatMap((line, index) => [line, ...(notes.get(index + 1) ?? []).flatMap(noteLines)]).join("\n");
}

function noteLines(diagnostic: Diagnostic): readonly string[] {
  const { code, span, labels, fixes } = diagnostic;
  const place = note.padEnd(positionOf(span).column - 1);
  return [
    `${place}${carets(span)} ${code}: ${messageOf(diagnostic)}`,
    ...labels.map((label) => `${place}see ${placeOf(label.span)}: ${label.text}`),
    `${place}help: ${hintOf(diagnostic)}`,
    ...fixes.map((fix) => `${place}fix: ${fix.title}`),
  ];
}

function carets(span: Span): string {
  const { line, column } = positionOf(span);
  const end = endPositionOf(span);
  const length = end.line === line ? end.column - column : 1;
  return "^".repeat(Math.max(1, length - Math.max(0, note.length - (column - 1))));
}

function placeOf(span: Span): string {
  const { line, column } = positionOf(span);
  return `${span.source.name.split("/").at(-1) ?? ""} ${line}:${column}`;
}
