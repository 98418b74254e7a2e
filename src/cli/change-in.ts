// Folders → the next time that a file in one of them is saved.

import { watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import type { Terminal } from "./terminal.ts";

/** Editors save in several steps: what follows within so many milliseconds is the same change. */
const SETTLED = 60;

/** The watch goes on between two questions, so that what is saved while something is checked is not missed. */
export function makeChangeIn(): Terminal["changeIn"] {
  const watchers = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;
  let waiting: (() => void) | undefined;
  let changed = false;
  const noticed = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      changed = true;
      waiting?.();
    }, SETTLED);
  };
  const watchFolder = (folder: string): void => {
    const watcher = watch(folder, (_kind, name) => {
      if (name === null || /\.(rollcall|ya?ml)$/.test(name)) noticed();
    });
    // A folder that goes away is a change too; it is watched again when it is back and asked for.
    watcher.on("error", () => {
      watcher.close();
      watchers.delete(folder);
      noticed();
    });
    watchers.set(folder, watcher);
  };
  return (folders) => {
    for (const folder of folders) if (!watchers.has(folder)) watchFolder(folder);
    return new Promise((resolve) => {
      const finish = (answer: boolean): void => {
        waiting = undefined;
        process.off("SIGINT", stop);
        changed = false;
        if (!answer) for (const watcher of watchers.values()) watcher.close();
        resolve(answer);
      };
      const stop = (): void => finish(false);
      process.once("SIGINT", stop);
      waiting = () => finish(true);
      if (changed) finish(true);
    });
  };
}
