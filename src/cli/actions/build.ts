// `rollcall build`: policies → typed modules, each with a map back to the policy, and schemas where they are asked for.

import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ModuleFile } from "../../build.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { packagePath } from "../package-path.ts";
import { decode, readBytes, shownPath } from "../read-files.ts";
import { needed } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { writeFile } from "../write-files.ts";

/** What is written beside a module when it is asked for. */
const besides = ["explain", "batch", "judge"] as const;

export async function buildAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const out = resolve(needed(given, "out", "Name the folder for the modules: `--out generated`."));
  let exit: ExitCode = 0;
  const writers = new Map<string, string>();
  for (const operand of given.operands) {
    const files = await filesOf(operand, out, given, terminal);
    for (const { name } of files ?? []) refuseSecond(name, operand, writers);
    const wrong = files === undefined || (given.has("check") && !areFresh(files, operand, given, terminal));
    if (wrong) exit = 1;
    else if (!given.has("check")) write(files, terminal);
  }
  return exit;
}

/** Two policies of one name have the same files: the one would be lost in the other. */
function refuseSecond(name: string, operand: string, writers: Map<string, string>): void {
  const first = writers.get(name);
  if (first !== undefined && first !== operand)
    throw new Refusal(
      `\`${first}\` and \`${operand}\` would both be written to \`${shownPath(name)}\`, since they have the same name.`,
      "Build each into a folder of its own, or give one of them another name after the word `policy`.",
    );
  writers.set(name, operand);
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
    parts: ["decide", ...besides.filter((part) => given.has(part))],
    pathOf: ({ name }) => addressOf(relative(out, resolve(name))),
  });
  const schemas = given.has("schema") ? await schemaFiles(policy) : [];
  return [...files, ...schemas].map(({ name, text }) => ({ name: join(out, name), text }));
}

/** A map names its sources by address, in which a blank, a per cent, a hash or a question mark would mean something else. */
function addressOf(path: string): string {
  return encodeURI(path.split(sep).join("/")).replace(/[?#]/g, encodeURIComponent);
}

/** What an evaluation takes and says, for whoever does not write TypeScript. */
async function schemaFiles({ model, ir }: ReadyPolicy): Promise<readonly ModuleFile[]> {
  const { schemasOf, toJsonSchema } = await import("../../schema.ts");
  const { record, outcome } = schemasOf({ model, ir });
  const file = (what: string, schema: typeof record | typeof outcome, title: string): ModuleFile => ({
    name: `${model.name}.${what}.schema.json`,
    text: `${JSON.stringify(toJsonSchema(schema, title), null, 2)}\n`,
  });
  return [
    file("record", record, `One pupil's facts, as the attendance policy of ${model.title} takes them`),
    file("outcome", outcome, `What the attendance policy of ${model.title} says of one pupil`),
  ];
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
  const found = files.map((file) => ({ ...file, there: textAt(file.name) }));
  const stale = found.filter(({ text, there }) => there !== text);
  for (const { name, there } of stale) terminal.write(`${shownPath(name)} ${howStale(there)}\n`);
  if (stale.length === 0) return true;
  const options = ["out", "language", "runtime"].flatMap((name) => {
    const value = given.valueOf(name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  const switches = [...besides, "schema"].flatMap((name) => (given.has(name) ? [`--${name}`] : []));
  const words = [operand, ...options, ...switches].map(shellWord);
  terminal.write(`Write it anew with \`rollcall build ${words.join(" ")}\`.\n`);
  return false;
}

function howStale(text: string | undefined): string {
  if (text === undefined) return "is missing";
  const writer = /^\/\/ .* Written by rollcall (\S+);/.exec(text)?.[1] ?? version();
  return writer === version()
    ? "is not what the policy gives now"
    : `was written by rollcall ${writer}, and this is rollcall ${version()}`;
}

/** A word of a command that can be pasted as it is shown, whatever stands in it. */
function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Throws a {@link Refusal} where something of that name is there and is no file. Bytes that are no text are not what a policy gives. */
function textAt(path: string): string | undefined {
  return existsSync(path) ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(readBytes(path)) : undefined;
}
