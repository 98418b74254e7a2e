import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { GeneratedFile } from "./generated-file.ts";
import { refresh, stalePaths } from "./generated-file.ts";
import { generatedFiles } from "./registry.ts";

describe("generated files", () => {
  test("are as `npm run generate` would write them", { timeout: 60_000 }, async () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    expect(await stalePaths(root, generatedFiles), "run `npm run generate` and look at what changed").toEqual([]);
  });

  test("each has one writer", () => {
    const paths = generatedFiles.map((file) => file.path);
    expect(paths).toEqual([...new Set(paths)]);
  });
});

describe("the judge of freshness", () => {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const files: readonly GeneratedFile[] = [
    { path: "grammar/tokens.txt", write: () => "late\n" },
    { path: "words.txt", write: () => Promise.resolve("absent\n") },
  ];

  test("sees a missing file, writes it, and is content", async () => {
    expect(await stalePaths(folder, files)).toEqual(["grammar/tokens.txt", "words.txt"]);
    expect(await refresh(folder, files)).toEqual(["grammar/tokens.txt", "words.txt"]);
    expect(readFileSync(join(folder, "grammar/tokens.txt"), "utf8")).toBe("late\n");
    expect(await stalePaths(folder, files)).toEqual([]);
  });

  test("sees a file that somebody edited, and writes only that one", async () => {
    writeFileSync(join(folder, "words.txt"), "absent \n");
    expect(await stalePaths(folder, files)).toEqual(["words.txt"]);
    expect(await refresh(folder, files)).toEqual(["words.txt"]);
    expect(await stalePaths(folder, files)).toEqual([]);
  });
});
