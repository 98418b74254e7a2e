// A file that a program writes from the sources, and whether the copy on disk is still what it would write.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface GeneratedFile {
  /** From the root of the repository, such as `grammar/rollcall.tmLanguage.json`. */
  readonly path: string;
  /** The whole text; the same on every computer and on every day. */
  readonly write: () => string | Promise<string>;
}

/** The paths whose files are missing or differ from what would be written. */
export async function stalePaths(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const file of files) {
    const target = join(root, file.path);
    const written = await file.write();
    if (!existsSync(target) || readFileSync(target, "utf8") !== written) stale.push(file.path);
  }
  return stale;
}

/** Writes what is stale, and gives the paths written. */
export async function refresh(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale = new Set(await stalePaths(root, files));
  for (const file of files) {
    if (!stale.has(file.path)) continue;
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), await file.write());
  }
  return [...stale];
}
