// `rollcall test` beyond the examples: what they reach, which edits they notice, and which examples are missing.

import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../source-files.ts";
import { call } from "./call.ts";

const scratch = mkdtempSync(join(tmpdir(), "rollcall-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});
const hillTop = join(scratch, "hill-top");
cpSync(`${root}test/cli/fixtures/hill-top`, hillTop, { recursive: true });

describe("rollcall test", () => {
  test("--coverage draws a bar for each declaration, and gives the same as data", async () => {
    const { exit, written } = await call(["test", hillTop, "--coverage"]);
    expect(exit).toBe(0);
    expect(written).toMatch(/█+░* +\d+ of \d+ {2}\w/);
    expect(written).toMatch(/\d+ of \d+ rules reached\n/);
    const data = await call(["test", hillTop, "--coverage", "--format", "json"]);
    expect(JSON.parse(data.written)).toMatchObject({ format: "rollcall/reached", version: 1 });
  });

  test("--mutate gives the score, and fails below the least that is asked for", async () => {
    const { exit, written } = await call(["test", hillTop, "--mutate", "--format", "json"]);
    const { policies } = JSON.parse(written) as { policies: { noticed: number; tried: number; unnoticed: object[] }[] };
    const [score] = policies;
    if (score === undefined) throw new Error("there is no score");
    expect(exit).toBe(0);
    expect(score.tried).toBe(score.noticed + score.unnoticed.length);
    expect(score.unnoticed.length).toBeGreaterThan(0);
    const strict = await call(["test", hillTop, "--mutate", "--least-score", "100"]);
    expect(strict.exit).toBe(1);
    expect(strict.written).toContain("The score has to be at least 100%.");
  });

  test.each([
    [["--coverage", "--mutate"], "`--coverage` and `--mutate` are two questions."],
    [["--least-score", "90"], "`--least-score` asks for the mutation score."],
    [["--mutate", "--least-score", "101"], "`--least-score 101` is not possible."],
    [["--accept", "999"], "There is no suggestion 999"],
  ])("%j is refused in words", async (options, says) => {
    const { exit, said } = await call(["test", hillTop, ...options]);
    expect(exit).toBe(2);
    expect(said).toContain(says);
  });

  test("--accept puts a suggestion at the end of the file, and the examples still come out", async () => {
    const file = join(hillTop, "hill-top.rollcall");
    const before = readFileSync(file, "utf8");
    const shown = await call(["test", hillTop, "--suggest", "--format", "json"]);
    const { policies } = JSON.parse(shown.written) as { policies: { suggestions: { text: string }[] }[] };
    const [first] = policies[0]?.suggestions ?? [];
    const accepted = await call(["test", hillTop, "--accept", "1"]);
    if (first === undefined) throw new Error("nothing is suggested");
    expect(accepted.exit).toBe(0);
    const after = readFileSync(file, "utf8");
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after.endsWith(first.text)).toBe(true);
    expect((await call(["test", hillTop])).exit).toBe(0);
  });
});

test("rollcall coverage adds several policies together", async () => {
  const { written } = await call(["coverage", hillTop, `${root}policies/england`]);
  expect(written).toMatch(/\nall 2 policies: \d+ clauses: \d+ evaluated, \d+ noted, \d+ missing\n$/);
  const data = await call(["coverage", hillTop, `${root}policies/england`, "--format", "json"]);
  expect(JSON.parse(data.written)).toMatchObject({ format: "rollcall/coverage-of-several", version: 1 });
});
