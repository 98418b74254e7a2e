// Findings → SARIF 2.1.0, which code hosts and editors show at the lines they speak of. Each code is a rule, each fix an edit.

import { endPositionOf, positionOf } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type { Checked } from "./checked.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import { hintOf, messageOf } from "./template.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  advice: "note",
};

/** The log as a value to be written as JSON. `version` is the compiler's. */
export function toSarif(checked: readonly Checked[], version: string): unknown {
  const diagnostics = checked.flatMap((each) => each.diagnostics);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "rollcall",
            semanticVersion: version,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: code.replaceAll("-", " ") },
              help: { text: `rollcall explain-code ${code}` },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[]): unknown {
  const { code, severity, span, labels, fixes } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: `${messageOf(diagnostic)} ${hintOf(diagnostic)}`.trim() },
    locations: [locationOf(span)],
    ...(labels.length === 0
      ? {}
      : { relatedLocations: labels.map(({ span: place, text }) => ({ ...locationOf(place), message: { text } })) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fixOf) }),
  };
}

function locationOf(span: Span) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(span) }, region: regionOf(span) } };
}

function regionOf(span: Span) {
  const [start, end] = [positionOf(span), endPositionOf(span)];
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** From the folder in which the check was run, so that it means the same on another computer; a file elsewhere keeps its whole path. */
function uriOf({ source }: Span): string {
  const path = source.name.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${path}` : path;
}

function fixOf({ title, edits }: Fix): unknown {
  const sources = [...new Set(edits.map(({ span }) => span.source))];
  return {
    description: { text: title },
    artifactChanges: sources.map((source) => {
      const own = edits.filter(({ span }) => span.source === source);
      return {
        artifactLocation: { uri: uriOf((own[0] as (typeof own)[number]).span) },
        replacements: own.map(({ span, text }) => ({
          deletedRegion: regionOf(span),
          ...(text === "" ? {} : { insertedContent: { text } }),
        })),
      };
    }),
  };
}
