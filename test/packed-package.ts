// The package as npm would send it: built into a folder of its own, packed, and unpacked again for whoever wants to use it.

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./source-files.ts";

const run = promisify(execFile);

export interface PackedPackage {
  readonly tarball: Uint8Array<ArrayBuffer>;
  /** A folder in whose `node_modules` the package is installed, with what it depends on. */
  readonly home: string;
  /** The package there. */
  readonly folder: string;
}

let packed: Promise<PackedPackage> | undefined;

/** Packed once, however many tests ask; gone when the process goes. */
export function packPackage(): Promise<PackedPackage> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<PackedPackage> {
  const scratch = mkdtempSync(join(tmpdir(), "rollcall-package-"));
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const tree = join(scratch, "tree");
  mkdirSync(tree);
  for (const name of [
    "package.json",
    "tsconfig.json",
    "rolldown.config.ts",
    "CHANGELOG.md",
    "README.md",
    "LICENSE",
    "src",
  ])
    cpSync(join(root, name), join(tree, name), { recursive: true });
  cpSync(join(root, "policies", "england"), join(tree, "policies", "england"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  // Types are checked elsewhere.
  const bin = join(root, "node_modules", ".bin");
  await run(join(bin, "tsc"), ["--project", "src/tsconfig.build.json", "--noCheck"], { cwd: tree });
  await run(join(bin, "rolldown"), ["--config", "rolldown.config.ts"], { cwd: tree });
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", scratch], { cwd: tree });
  const name = readdirSync(scratch).find((file) => file.endsWith(".tgz")) ?? "";
  return install(scratch, join(scratch, name));
}

async function install(scratch: string, file: string): Promise<PackedPackage> {
  const home = join(scratch, "home");
  const modules = join(home, "node_modules");
  const folder = join(modules, "rollcall");
  mkdirSync(folder, { recursive: true });
  await run("tar", ["-xzf", file, "-C", folder, "--strip-components", "1"]);
  for (const dependency of readdirSync(join(root, "node_modules")).filter((each) => !each.startsWith(".")))
    if (dependency !== "rollcall") symlinkSync(join(root, "node_modules", dependency), join(modules, dependency));
  return { tarball: new Uint8Array(readFileSync(file)), home, folder };
}
