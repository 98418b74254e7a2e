// `rollcall build`: policies → typed modules, one file each.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { needed } from "../read-options.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { writeFile } from "../write-files.ts";

/** The sources that a module carries with it, in a checkout and in the package alike. */
const sources = fileURLToPath(new URL("../../../src", import.meta.url));

export async function buildAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const out = resolve(needed(given, "out", "Name the folder for the modules: `--out generated`."));
  // The TypeScript writer weighs megabytes, and only this command wants it.
  const { buildModule } = await import("../../build.ts");
  let exit: ExitCode = 0;
  for (const operand of given.operands) {
    const policy = readyPolicy(await openPolicy(operand, terminal), terminal);
    if (policy === undefined) {
      exit = 1;
      continue;
    }
    const path = join(out, `${policy.model.name}.ts`);
    const readSource = (name: string): string => decode(readBytes(join(sources, name)), name);
    const text = buildModule({ model: policy.model, lowered: policy, version: version(), readSource });
    if (existsSync(path) && readFileSync(path, "utf8") === text) {
      if (!given.has("check")) terminal.write(`${shownPath(path)} is as it should be\n`);
    } else if (given.has("check")) {
      terminal.write(`${shownPath(path)} would change\n`);
      exit = 1;
    } else {
      writeFile(path, text);
      terminal.write(`${shownPath(path)} written: ${policy.model.title} as a typed module\n`);
    }
  }
  return exit;
}
