// What was found in policies → the report in the form that was asked for: for people, for programs, for build servers.

import {
  formatDay,
  makePaint,
  renderDiagnostic,
  renderDiagnostics,
  renderInGroups,
  summariseDiagnostics,
  toGithub,
  toJson,
  toJunit,
  toSarif,
} from "../index.ts";
import type { AcceptedFinding, Diagnostic } from "../index.ts";
import type { Arguments } from "./command.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

export interface CheckedPolicy {
  readonly policy: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly accepted: readonly AcceptedFinding[];
}

export function printCheck(
  checked: readonly CheckedPolicy[],
  given: Arguments,
  terminal: Terminal,
  fails: (diagnostic: Diagnostic) => boolean,
): string {
  switch (given.valueOf("format")) {
    case "json":
      return asJson(checked, given);
    case "sarif":
      return `${JSON.stringify(toSarif(checked, version()), null, 2)}\n`;
    case "github":
      return toGithub(checked);
    case "junit":
      return toJunit(checked, fails);
    default:
      return checked.map((each) => policyText(each, given, terminal)).join("\n");
  }
}

// ---------------------------------------------------------------- for people

function policyText(checked: CheckedPolicy, given: Arguments, terminal: Terminal): string {
  const { policy, diagnostics, accepted } = checked;
  const colour = terminal.colour.results;
  const kept = given.has("all") ? accepted.map((each) => acceptedText(each, colour)) : [];
  const sum = `${summariseDiagnostics(diagnostics)}${acceptedWords(accepted, given)}`;
  if (diagnostics.length === 0 && kept.length === 0) return `${policy}: ${sum}\n`;
  if (given.has("full") && accepted.length === 0) return renderDiagnostics(diagnostics, { colour });
  const blocks = given.has("full")
    ? diagnostics.map((each) => renderDiagnostic(each, { colour }))
    : renderInGroups(diagnostics, { colour, width: terminal.width });
  const grouped = !given.has("full") && blocks.length < diagnostics.length;
  const remark = grouped ? ["Advice of one kind is told together here; `--full` shows each piece at its place."] : [];
  return `${[...blocks, ...kept, ...remark, sum].join("\n\n")}\n`;
}

function acceptedText({ finding, entry }: AcceptedFinding, colour: boolean): string {
  const paint = makePaint(colour);
  const kept = `${paint("green", "accepted")} by \`${entry.by}\` until ${formatDay(entry.until)}: ${entry.because}`;
  return `${renderDiagnostic(finding, { colour })}\n${kept}`;
}

function acceptedWords({ length }: readonly AcceptedFinding[], given: Arguments): string {
  if (length === 0) return "";
  return `; ${length} accepted${given.has("all") ? "" : " (`--all` shows what)"}`;
}

// ---------------------------------------------------------------- for programs

/** What was accepted is added only where it is asked for, so that who reads the list of findings reads what is open. */
function asJson(checked: readonly CheckedPolicy[], given: Arguments): string {
  const policies = checked.map(({ policy, diagnostics, accepted }) => ({
    policy,
    diagnostics: diagnostics.map(toJson),
    ...(given.has("all") ? { accepted: accepted.map(acceptedJson) } : {}),
  }));
  return `${JSON.stringify({ format: "rollcall/diagnostics", version: 1, policies }, null, 2)}\n`;
}

function acceptedJson({ finding, entry: { because, until, by } }: AcceptedFinding): unknown {
  return { ...toJson(finding), because, until: formatDay(until), by };
}
