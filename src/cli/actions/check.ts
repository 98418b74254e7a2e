// `rollcall check`: policies → what is wrong with them, mended first where that is asked for, and again whenever a file changes.

import { dirname } from "node:path";
import type { Diagnostic } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { mendPolicy } from "../mend-policy.ts";
import { openPolicy } from "../open-policy.ts";
import { printCheck } from "../print-check.ts";
import type { CheckedPolicy } from "../print-check.ts";
import { dayOption, wholeNumber } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export async function checkAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  for (const option of ["watch", "fix"])
    if (given.has(option) && given.operands.includes("-"))
      throw new Refusal(`\`--${option}\` needs a file, and \`-\` is none.`, "Give the policy as a file or folder.");
  if (!given.has("watch")) return (await check(given, terminal)).exit;
  let outcome = await check(given, terminal);
  for (;;) {
    // Whoever reads that it is watching may save at once, so it watches first.
    const changed = terminal.changeIn(outcome.folders);
    terminal.say("\nWatching: a change is checked as soon as it is saved. Ctrl-C ends it.\n");
    if (!(await changed)) return outcome.exit;
    try {
      outcome = await check(given, terminal);
    } catch (error) {
      // While somebody works on files one may be away for a moment: that is told, and the watch goes on.
      if (!(error instanceof Refusal)) throw error;
      terminal.say(`rollcall: ${error.message}\n`);
      outcome = { ...outcome, exit: 2 };
    }
  }
}

interface Outcome {
  readonly exit: ExitCode;
  /** Where the files lie that had a say in it. */
  readonly folders: readonly string[];
}

async function check(given: Arguments, terminal: Terminal): Promise<Outcome> {
  const most = wholeNumber(given, "max-warnings", Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER);
  const today = dayOption(given, "as-of", terminal);
  const checked: CheckedPolicy[] = [];
  const files: string[] = [];
  for (const operand of given.operands) {
    const opened = await openPolicy(operand, terminal, given.valueOf("stdin-filename"), today);
    const { compilation } = given.has("fix") ? await mendPolicy(opened, terminal, today) : opened;
    const { source, diagnostics, accepted } = compilation;
    checked.push({ policy: source.name, diagnostics, accepted });
    files.push(...opened.files());
  }
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const tooMany = all.filter(({ severity }) => severity === "warning").length > most;
  const fails = ({ severity }: Diagnostic): boolean => severity === "error" || (tooMany && severity === "warning");
  terminal.write(printCheck(checked, given, terminal, fails));
  return { exit: all.some(fails) ? 1 : 0, folders: [...new Set(files.map(dirname))] };
}
