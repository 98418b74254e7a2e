// Findings → the workflow commands of GitHub Actions: a line each, shown beside the lines of a change that they speak of.

import { endPositionOf, positionOf } from "../source/text.ts";
import type { Checked } from "./checked.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { hintOf, messageOf } from "./template.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", advice: "notice" };

/** Ends in a line break, unless there is nothing to say. */
export function toGithub(checked: readonly Checked[]): string {
  return checked
    .flatMap(({ diagnostics }) => diagnostics)
    .map((diagnostic) => `${commandOf(diagnostic)}\n`)
    .join("");
}

function commandOf(diagnostic: Diagnostic): string {
  const { code, severity, span } = diagnostic;
  const [start, end] = [positionOf(span), endPositionOf(span)];
  // Columns are shown only where a finding lies on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = { file: span.source.name, line: start.line, endLine: end.line, ...columns, title: code };
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${said.join(",")}::${escapeText(`${messageOf(diagnostic)} ${hintOf(diagnostic)}`.trim())}`;
}

/** What a text of the policy holds must not be read as the end of a command, or as another. */
function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
