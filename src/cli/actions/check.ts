// `rollcall check`: policies → what is wrong with them, for people or for programs.

import {
  formatDay,
  makePaint,
  renderDiagnostic,
  renderDiagnostics,
  renderInGroups,
  summariseDiagnostics,
  toJson,
} from "../../index.ts";
import type { AcceptedFinding, Diagnostic } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy } from "../open-policy.ts";
import { dayOption, wholeNumber } from "../read-options.ts";
import type { Terminal } from "../terminal.ts";

interface Checked {
  readonly policy: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly accepted: readonly AcceptedFinding[];
}

export async function checkAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const most = wholeNumber(given, "max-warnings", Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER);
  const today = dayOption(given, "as-of", terminal);
  const checked: Checked[] = [];
  for (const operand of given.operands) {
    const { compilation } = await openPolicy(operand, terminal, given.valueOf("stdin-filename"), today);
    const { source, diagnostics, accepted } = compilation;
    checked.push({ policy: source.name, diagnostics, accepted });
  }
  terminal.write(given.valueOf("format") === "json" ? asJson(checked, given) : asText(checked, given, terminal));
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic["severity"]): number => all.filter((each) => each.severity === severity).length;
  return count("error") > 0 || count("warning") > most ? 1 : 0;
}

// ---------------------------------------------------------------- for people

function asText(checked: readonly Checked[], given: Arguments, terminal: Terminal): string {
  return checked.map((each) => policyText(each, given, terminal)).join("\n");
}

function policyText(checked: Checked, given: Arguments, terminal: Terminal): string {
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
function asJson(checked: readonly Checked[], given: Arguments): string {
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
