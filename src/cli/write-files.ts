// Texts → files, whole or not at all.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reasonOf, shownPath } from "./read-files.ts";
import { Refusal } from "./refusal.ts";

/** Makes the folder if need be. A reader never sees half of the file. Throws {@link Refusal} where it cannot be written. */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const half = `${path}.part-${process.pid}`;
    writeFileSync(half, content);
    renameSync(half, path);
  } catch (error) {
    throw new Refusal(`\`${shownPath(path)}\` cannot be written: ${reasonOf(error)}.`);
  }
}
