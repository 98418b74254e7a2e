// Puts diagnostics in the order of a reader going through the texts, and counts them in words.

import { compareText } from "../support/compare-text.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

/** By file name, then place, then graver first, then code; never by the order in which rules happened to run. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.span.source.name, b.span.source.name) ||
      a.span.from - b.span.from ||
      a.span.to - b.span.to ||
      gravity[a.severity] - gravity[b.severity] ||
      compareText(a.code, b.code),
  );
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** "2 errors, 1 warning": nothing is said of what did not occur. */
export function summariseDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = [
    counted(diagnostics, "error", "error", "errors"),
    counted(diagnostics, "warning", "warning", "warnings"),
    counted(diagnostics, "advice", "piece of advice", "pieces of advice"),
  ].filter((words) => words !== "");
  return counts.length === 0 ? "no problems" : counts.join(", ");
}

function counted(diagnostics: readonly Diagnostic[], severity: Severity, one: string, several: string): string {
  const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (count === 0) return "";
  return `${count} ${count === 1 ? one : several}`;
}
