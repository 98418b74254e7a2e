// Diagnostics as text for a person: the sentence, the line with a caret under the place, what explains it, what to do next.
// It takes the sentence as the room wrote it, and decides nothing.

import type { SourceText } from "../source/text.ts";
import { positionOf } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { drawFrame } from "./frame.ts";
import type { Mark } from "./frame.ts";
import { sortDiagnostics, summariseDiagnostics } from "./order.ts";
import { makePaint } from "./paint.ts";
import type { Ink, Paint } from "./paint.ts";
import { hintOf, messageOf } from "./template.ts";
import { visibleText } from "./visible-text.ts";

export interface RenderOptions {
  /** True where the reader is a terminal that shows colours. */
  readonly colour: boolean;
}

/** Several lines, without an ending of the last. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = makePaint(options.colour);
  const ink = inkOf(diagnostic.severity);
  const code = paint(ink, `${diagnostic.severity}[${diagnostic.code}]`);
  const rows = [`${code}${paint("bold", `: ${visibleText(messageOf(diagnostic))}`)}`];
  for (const [source, marks] of marksBySource(diagnostic)) {
    rows.push(...placeLine(source, marks, paint), ...drawFrame(source, marks, ink, paint));
  }
  const hint = visibleText(hintOf(diagnostic));
  if (hint !== "") rows.push(`${paint("green", "help")}: ${hint}`);
  for (const fix of diagnostic.fixes) rows.push(`${paint("green", "fix")}: ${visibleText(fix.title)}`);
  return rows.join("\n");
}

/** All of them in the order of the text, with the count beneath; ends in a line break. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const blocks = sortDiagnostics(diagnostics).map((diagnostic) => renderDiagnostic(diagnostic, options));
  return `${[...blocks, summariseDiagnostics(diagnostics)].join("\n\n")}\n`;
}

function placeLine(source: SourceText, marks: readonly Mark[], paint: Paint): readonly string[] {
  const mark = marks.find((each) => each.main) ?? marks[0];
  if (mark === undefined) return [];
  const { line, column } = positionOf(mark.span);
  return [`${paint("blue", mark.main ? "  -->" : "  :::")} ${visibleText(source.name)}:${line}:${column}`];
}

/** The text with the fault comes first. A label on the fault itself gives the caret its words. */
function marksBySource(diagnostic: Diagnostic): ReadonlyMap<SourceText, readonly Mark[]> {
  const { span, labels } = diagnostic;
  const own = labels.filter((label) => label.span.source === span.source && isSamePlace(label.span, span));
  const main: Mark = { span, text: own.map((label) => label.text).join("; "), main: true };
  const others = labels.filter((label) => !own.includes(label)).map((label) => ({ ...label, main: false }));
  return Map.groupBy([main, ...others], (mark) => mark.span.source);
}

function isSamePlace(a: Diagnostic["span"], b: Diagnostic["span"]): boolean {
  return a.from === b.from && a.to === b.to;
}

function inkOf(severity: Severity): Ink {
  switch (severity) {
    case "error":
      return "red";
    case "warning":
      return "yellow";
    case "advice":
      return "blue";
    default:
      return assertNever(severity);
  }
}
