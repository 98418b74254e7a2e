// Findings → JUnit's XML, which every build server shows: a suite for each policy, a case for each finding, and one that passes
// where there is none. What makes the command fail is a failure; anything else passes and says what was found.

import { positionOf } from "../source/text.ts";
import { inMarkup } from "../support/in-markup.ts";
import type { Checked } from "./checked.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { hintOf, messageOf } from "./template.ts";

/** `fails` says which findings make the check fail. */
export function toJunit(checked: readonly Checked[], fails: (diagnostic: Diagnostic) => boolean): string {
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const suites = checked.map((each) => suiteOf(each, fails));
  const counted = `tests="${suites.reduce((sum, { cases }) => sum + cases, 0)}" failures="${all.filter(fails).length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="rollcall check" ${counted}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

function suiteOf({ policy, diagnostics }: Checked, fails: (diagnostic: Diagnostic) => boolean) {
  const cases =
    diagnostics.length === 0
      ? [`    <testcase classname="${inMarkup(policy)}" name="nothing found"/>\n`]
      : diagnostics.map((diagnostic) => caseOf(policy, diagnostic, fails(diagnostic)));
  const counted = `tests="${cases.length}" failures="${diagnostics.filter(fails).length}"`;
  const xml = `  <testsuite name="${inMarkup(policy)}" ${counted}>\n${cases.join("")}  </testsuite>\n`;
  return { cases: cases.length, xml };
}

function caseOf(policy: string, diagnostic: Diagnostic, failed: boolean): string {
  const { code, severity, span } = diagnostic;
  const { line, column } = positionOf(span);
  const place = `${span.source.name}:${line}:${column}`;
  const message = messageOf(diagnostic);
  const text = inMarkup(`${place}\n${message}\n${hintOf(diagnostic)}`.trim());
  const inside = failed
    ? `<failure type="${severity}" message="${inMarkup(message)}">${text}</failure>`
    : `<system-out>${severity}: ${text}</system-out>`;
  return `    <testcase classname="${inMarkup(policy)}" name="${inMarkup(`${code} at ${place}`)}" file="${inMarkup(span.source.name)}" line="${line}">${inside}</testcase>\n`;
}
