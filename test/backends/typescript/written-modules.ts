// Every policy as a program would have it: its files, written into a folder of their own where other TypeScript can be set beside.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { moduleFiles } from "../../../src/build.ts";
import type { ModuleFile, ModuleOrder } from "../../../src/build.ts";
import type { Compilation } from "../../../src/compile.ts";
import { compileFile } from "../../policy-files.ts";

export const policies = [
  "england",
  "hall-green",
  "delapre",
  "rufford",
  "newquay",
  "slade",
  "invictus",
  "celt",
  "atlp",
] as const;

const sources = new URL("../../../src/", import.meta.url);
const readSource = (path: string): string => readFileSync(new URL(path, sources), "utf8");

const compiled = new Map<string, Compilation>();

/** Compiled once for all tests of a process. */
export function compilePolicy(name: string): Compilation {
  const known = compiled.get(name) ?? compileAnew(name);
  compiled.set(name, known);
  return known;
}

export function compileAnew(name: string): Compilation {
  return compileFile(new URL(`../../../policies/${name}/${name}.rollcall`, import.meta.url));
}

export function filesOf({ model, ready }: Compilation, order: Partial<ModuleOrder> = {}): readonly ModuleFile[] {
  if (model === undefined || ready === undefined) throw new Error("the policy is not sound");
  return moduleFiles(
    { model, lowered: ready, version: "test", readSource },
    { language: "ts", runtime: "inline", parts: ["decide"], pathOf: ({ name }) => name, ...order },
  );
}

const packages: string[] = [];
process.once("exit", () => packages.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder of a package of its own, gone when the process goes. Its only package is Rollcall's own sources. */
export function packageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-typed-"));
  packages.push(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }');
  mkdirSync(join(folder, "node_modules"));
  return folder;
}

export function write(folder: string, files: readonly ModuleFile[]): void {
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}

/** Only the root of the checkout has the compiler of types; a program beside the modules may want other packages too. */
export function linkPackage(folder: string, name: string, target: URL): void {
  symlinkSync(fileURLToPath(target), join(folder, "node_modules", name));
}

/** The package itself, its doors as they stand in the sources, so that nothing has to be built first. */
export function linkDoors(folder: string): void {
  const linked = join(folder, "node_modules", "rollcall");
  mkdirSync(linked, { recursive: true });
  const exports = { ".": "./src/index.ts", "./*": "./src/*.ts" };
  writeFileSync(join(linked, "package.json"), JSON.stringify({ name: "rollcall", type: "module", exports }));
  if (!existsSync(join(linked, "src"))) symlinkSync(fileURLToPath(sources), join(linked, "src"));
}

/** The strictest settings there are. What the compiler says, one complaint a line; nothing, if all is well. */
export async function typeCheck(
  folder: string,
  options: Readonly<Record<string, unknown>> = {},
  include: readonly string[] = ["*.ts"],
): Promise<string> {
  const strict = {
    target: "es2024",
    lib: ["es2024"],
    types: [],
    module: "nodenext",
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedDeclarations: true,
    declaration: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: strict, include }));
  const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [compiler, "--project", folder, "--pretty", "false"]);
    return "";
  } catch (fault) {
    return fault instanceof Error && "stdout" in fault ? String(fault.stdout) : String(fault);
  }
}
