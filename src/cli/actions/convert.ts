// `rollcall convert`: a policy in one form → the same policy in the other.

import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { hasErrors, parsePolicy, parseYamlPolicy, printPolicy, toYaml } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { sayDiagnostics } from "../open-policy.ts";
import { packagePath } from "../package-path.ts";
import { readPolicy } from "../read-files.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

export async function convertAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { source } = await readPolicy(given.operands[0] ?? "", terminal, given.valueOf("stdin-filename"));
  const yaml = source.name.endsWith(".yaml");
  const { policy, diagnostics } = yaml ? parseYamlPolicy(source) : parsePolicy(source);
  if (policy === undefined || hasErrors(diagnostics)) {
    sayDiagnostics(diagnostics, terminal);
    return 1;
  }
  const out = given.valueOf("out");
  const converted = yaml ? printPolicy(policy) : toYaml(policy, given.valueOf("schema") ?? schemaSeenFrom(out));
  if (out === undefined) terminal.write(converted);
  else writeFile(resolve(out), converted);
  return 0;
}

/** The draft that most editors know. */
const published = packagePath("grammar/rollcall.draft-07.schema.json");

/** Where an editor finds the published schema, seen from the file written; nothing for what only a screen shows. */
function schemaSeenFrom(out: string | undefined): string | undefined {
  if (out === undefined || !existsSync(published)) return undefined;
  return relative(dirname(resolve(out)), published)
    .split(sep)
    .join("/");
}
