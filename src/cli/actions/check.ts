// `rollcall check`: policies → what is wrong with them, for people or for programs.

import { renderDiagnostics, summariseDiagnostics, toJson } from "../../index.ts";
import type { Diagnostic } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy } from "../open-policy.ts";
import { wholeNumber } from "../read-options.ts";
import type { Terminal } from "../terminal.ts";

interface Checked {
  readonly policy: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function checkAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const most = wholeNumber(given, "max-warnings", Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER);
  const checked: Checked[] = [];
  for (const operand of given.operands) {
    const { compilation } = await openPolicy(operand, terminal, given.valueOf("stdin-filename"));
    checked.push({ policy: compilation.source.name, diagnostics: compilation.diagnostics });
  }
  terminal.write(given.valueOf("format") === "json" ? asJson(checked) : asText(checked, terminal));
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic["severity"]): number => all.filter((each) => each.severity === severity).length;
  return count("error") > 0 || count("warning") > most ? 1 : 0;
}

function asText(checked: readonly Checked[], { colour }: Terminal): string {
  return checked
    .map(({ policy, diagnostics }) =>
      diagnostics.length === 0
        ? `${policy}: ${summariseDiagnostics(diagnostics)}\n`
        : renderDiagnostics(diagnostics, { colour: colour.results }),
    )
    .join("\n");
}

function asJson(checked: readonly Checked[]): string {
  const policies = checked.map(({ policy, diagnostics }) => ({ policy, diagnostics: diagnostics.map(toJson) }));
  return `${JSON.stringify({ format: "rollcall/diagnostics", version: 1, policies }, null, 2)}\n`;
}
