// What the language server asks of this computer → the answers: texts on the disk, the policies in a folder, what was committed last.

import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { parseDay } from "../index.ts";
import type { PolicyFiles } from "../language-server.ts";
import { decode, layerPaths, readBytes } from "./read-files.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

export function filesForEditors(terminal: Terminal): PolicyFiles {
  return {
    read: textAt,
    layerPaths,
    policiesIn: (folder) => policiesBelow(folder, DEEPEST),
    committed,
    today: () => parseDay(terminal.today()) ?? 0,
  };
}

/** Undefined for whatever cannot be read as text: the policy that names it says so. */
function textAt(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? decode(readBytes(path), path) : undefined;
  } catch (error) {
    if (error instanceof Refusal || (error instanceof Error && "code" in error)) return undefined;
    throw error;
  }
}

/** Policies lie near the top of a folder; whole disks are not searched. */
const DEEPEST = 6;
const passedBy: ReadonlySet<string> = new Set(["node_modules", "dist", "coverage"]);

function policiesBelow(folder: string, deep: number): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return /\.rollcall(?:\.yaml)?$/.test(entry.name) ? [path] : [];
    const inside = entry.isDirectory() && deep > 0 && !entry.name.startsWith(".") && !passedBy.has(entry.name);
    return inside ? policiesBelow(path, deep - 1) : [];
  });
}

/** A folder that may not be looked into holds nothing for us. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const run = promisify(execFile);

/** Undefined outside a repository, without git, and for a file that was never committed. */
async function committed(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", dirname(path), "show", `HEAD:./${basename(path)}`], {
      maxBuffer: 16_000_000,
    });
    return stdout;
  } catch {
    return undefined;
  }
}
