// Texts → files, whole or not at all.

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reasonOf, shownPath } from "./read-files.ts";
import { Refusal } from "./refusal.ts";

/** Makes the folder if need be. A reader never sees half of the file. Throws {@link Refusal} where it cannot be written. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const half = `${path}.part-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(half, content);
    renameSync(half, path);
  } catch (error) {
    tidyAway(half);
    throw new Refusal(`\`${shownPath(path)}\` cannot be written: ${reasonOf(error)}.`);
  }
}

/** Nobody asked for the half that could be written. */
function tidyAway(half: string): void {
  try {
    rmSync(half, { force: true });
  } catch {
    // Where it cannot even be taken away, the reason why it could not be written says more.
  }
}
