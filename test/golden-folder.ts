// Expected texts kept as files. `UPDATE=1 npm test` writes them anew; a file that no test produced any more fails.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RunnerTask } from "vitest";
import { afterAll, expect } from "vitest";

/**
 * Call once at the top of a test file: `const golden = goldenFolder(new URL("./golden/", import.meta.url))`, then
 * `await golden("late-mark.txt", text)` in its tests. The folder belongs to that one test file.
 */
export function goldenFolder(folder: URL): (name: string, text: string) => Promise<void> {
  const produced = new Set<string>();
  // oxlint-disable-next-line no-empty-pattern -- the runner wants its fixtures destructured, and none is needed
  afterAll(({}, suite) => {
    // A run narrowed to some tests cannot know what the others would have produced.
    if (!suite.tasks.every(ranWhole)) return;
    expect(filesIn(folder).filter((name) => !produced.has(name))).toEqual([]);
  });
  return async (name, text) => {
    produced.add(name);
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(name, folder)));
  };
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(folder).length).replace(/^\//, ""))
    .toSorted();
}

function ranWhole(task: RunnerTask): boolean {
  return task.mode !== "skip" && (task.type !== "suite" || task.tasks.every(ranWhole));
}
