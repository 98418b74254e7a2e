// `rollcall fmt`: policy files → the same files, laid out in the one way there is.

import { layOutPolicy } from "../../index.ts";
import type { SourceText } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { sayDiagnostics } from "../open-policy.ts";
import { readPolicy } from "../read-files.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

export async function formatAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for (const operand of given.operands) {
    const { source, path } = await readPolicy(operand, terminal, given.valueOf("stdin-filename"));
    const formatted = layOut(source, terminal);
    if (formatted === undefined) exit = 1;
    else if (given.has("check")) {
      if (formatted === source.text) continue;
      terminal.write(`${source.name} would change\n`);
      exit = 1;
    } else if (path === undefined) terminal.write(formatted);
    else if (formatted !== source.text) {
      writeFile(path, formatted);
      terminal.write(`${source.name} laid out\n`);
    }
  }
  return exit;
}

/** Undefined after what keeps the file from being read has been shown: a broken file is left as it is. */
function layOut(source: SourceText, terminal: Terminal): string | undefined {
  const laid = layOutPolicy(source);
  if ("text" in laid) return laid.text;
  sayDiagnostics(laid.faults, terminal);
  return undefined;
}
