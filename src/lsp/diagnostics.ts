// What the compiler found → what an editor shows, and the same with what was found before in the rest of the text.

import type { Diagnostic as Shown, DiagnosticRelatedInformation } from "vscode-languageserver/node";
import { DiagnosticSeverity } from "vscode-languageserver/node";
import { toJson } from "../index.ts";
import type { Diagnostic, SourceText } from "../index.ts";
import { rangeOf, uriOf } from "./places.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  advice: DiagnosticSeverity.Information,
} as const;

/** What is wrong in a layer above is told at the head of the policy that rests on it. */
export function shownDiagnostic(diagnostic: Diagnostic, source: SourceText): Shown {
  const { code, severity, message, hint, file, line } = toJson(diagnostic);
  const here = diagnostic.span.source.name === source.name;
  const told = hint === "" ? message : `${message}\n${hint}`;
  const related = diagnostic.labels.map(({ span, text }): DiagnosticRelatedInformation => ({
    location: { uri: uriOf(span.source.name), range: rangeOf(span) },
    message: text,
  }));
  return {
    range: here ? rangeOf(diagnostic.span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: severities[severity],
    code,
    source: "rollcall",
    message: here ? told : `In ${file}, line ${line}: ${told}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}
