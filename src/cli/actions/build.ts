// `rollcall build`: policies → typed modules, each with a map back to the policy.

import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ModuleFile } from "../../build.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { packagePath } from "../package-path.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { needed } from "../read-options.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { writeFile } from "../write-files.ts";

export async function buildAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const out = resolve(needed(given, "out", "Name the folder for the modules: `--out generated`."));
  let exit: ExitCode = 0;
  for (const operand of given.operands) {
    const files = await filesOf(operand, out, given, terminal);
    const wrong = files === undefined || (given.has("check") && !areFresh(files, operand, given, terminal));
    if (wrong) exit = 1;
    else if (!given.has("check")) write(files, terminal);
  }
  return exit;
}

/** Undefined after the errors of a policy that does not run have been shown. */
async function filesOf(
  operand: string,
  out: string,
  given: Arguments,
  terminal: Terminal,
): Promise<readonly ModuleFile[] | undefined> {
  const policy = readyPolicy(await openPolicy(operand, terminal), terminal);
  if (policy === undefined) return undefined;
  // The TypeScript writer weighs megabytes, and only this command wants it.
  const { moduleFiles } = await import("../../build.ts");
  const source = { model: policy.model, lowered: policy, version: version(), readSource };
  const files = moduleFiles(source, {
    language: given.valueOf("language") === "js" ? "js" : "ts",
    runtime: given.valueOf("runtime") === "import" ? "import" : "inline",
    parts: ["decide", ...(["explain", "batch", "judge"] as const).filter((part) => given.has(part))],
    pathOf: ({ name }) => relative(out, resolve(name)).split(sep).join("/"),
  });
  return files.map(({ name, text }) => ({ name: join(out, name), text }));
}

/** The sources that a module carries with it, in a checkout and in the package alike. */
function readSource(name: string): string {
  return decode(readBytes(packagePath(`src/${name}`)), name);
}

function write(files: readonly ModuleFile[], terminal: Terminal): void {
  for (const { name, text } of files) {
    const isSame = textAt(name) === text;
    if (!isSame) writeFile(name, text);
    terminal.write(`${shownPath(name)} ${isSame ? "is as it should be" : "written"}\n`);
  }
}

/** Says of each file that is not what the policy gives now how it stands, and what writes it anew. */
function areFresh(files: readonly ModuleFile[], operand: string, given: Arguments, terminal: Terminal): boolean {
  const stale = files.filter(({ name, text }) => textAt(name) !== text);
  for (const { name } of stale) {
    const how = existsSync(name) ? "is not what the policy gives now" : "is missing";
    terminal.write(`${shownPath(name)} ${how}\n`);
  }
  if (stale.length === 0) return true;
  const options = ["out", "language", "runtime"].flatMap((name) => {
    const value = given.valueOf(name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  const explain = given.has("explain") ? ["--explain"] : [];
  terminal.write(`Write it anew with \`rollcall build ${[operand, ...options, ...explain].join(" ")}\`.\n`);
  return false;
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
