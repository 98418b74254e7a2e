// `rollcall accept` and what `rollcall check` makes of it, on a policy in a folder of its own.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { call } from "./call.ts";

const fixtures = "test/analysis/fixtures";
const scratch = mkdtempSync(join(tmpdir(), "rollcall-"));
const folder = join(scratch, "brook");
const policy = join(folder, "brook.rollcall");
const ledger = join(folder, "accepted.yaml");
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(`${fixtures}/no-way-out.wrong.rollcall`, policy);
  copyFileSync(`${fixtures}/nation.rollcall`, join(folder, "nation.rollcall"));
});

const terms = ["--because", "Settled in the summer", "--until", "2026-07-20", "--by", "headteacher"];

function accept(...words: readonly string[]) {
  return call(["accept", folder, ...words]);
}

describe("rollcall accept", () => {
  test("begins a ledger, names it in the policy, and the finding is counted and not shown", async () => {
    const { exit, written } = await accept("no-way-out", "concern", ...terms);
    expect(exit).toBe(0);
    expect(written).toContain("`no-way-out` in `concern` accepted until 2026-07-20");
    expect(readFileSync(policy, "utf8")).toContain('\naccepted from "./accepted.yaml"\nextends nation\n');
    const checked = await call(["check", folder]);
    expect(checked.written).toContain("no problems; 1 accepted (`--all` shows what)");
    expect(checked.written).not.toContain("no-way-out");
  });

  test("shows with --all who has accepted what, for people and for programs", async () => {
    await accept("no-way-out", "concern", ...terms);
    const { written } = await call(["check", folder, "--all"]);
    expect(written).toContain("accepted by `headteacher` until 2026-07-20: Settled in the summer");
    const { written: json } = await call(["check", folder, "--all", "--format", "json"]);
    expect(JSON.parse(json)).toMatchObject({
      policies: [{ diagnostics: [], accepted: [{ code: "no-way-out", by: "headteacher", until: "2026-07-20" }] }],
    });
  });

  test("holds until its day, and the finding is told again on the next", async () => {
    await accept("no-way-out", "concern", ...terms);
    const last = await call(["check", folder, "--as-of", "2026-07-20"]);
    expect(last.written).toContain("no problems; 1 accepted");
    const after = await call(["check", folder, "--as-of", "2026-07-21"]);
    expect(after.written).toContain("warning[acceptance-expired]");
    expect(after.written).toContain("advice[no-way-out]");
  });

  test("works alike on the YAML form", async () => {
    const { written: yaml } = await call(["convert", policy]);
    rmSync(policy);
    writeFileSync(`${policy}.yaml`, yaml);
    expect((await accept("no-way-out", "concern", ...terms)).exit).toBe(0);
    expect(readFileSync(`${policy}.yaml`, "utf8")).toContain("\n  accepted-from: ./accepted.yaml\n");
    expect((await call(["check", folder])).written).toContain("no problems; 1 accepted");
  });

  test("names the ledger among the keys of a head that stands in braces", async () => {
    const { written } = await call(["convert", policy]);
    const inBraces = written.replace(
      /^school-policy:\n((?: {2}.*\n)+)/m,
      (_head, keys: string) => `school-policy: {${keys.trim().split(/\n */).join(", ")}}\n`,
    );
    expect(inBraces).toMatch(/^school-policy: \{name: brook, .*extends: nation.*\}$/m);
    rmSync(policy);
    writeFileSync(`${policy}.yaml`, inBraces);
    expect((await accept("no-way-out", "concern", ...terms)).exit).toBe(0);
    expect((await call(["check", folder])).written).toContain("no problems; 1 accepted");
  });

  test("renews what is there already rather than saying it twice", async () => {
    await accept("no-way-out", "concern", ...terms);
    await accept("no-way-out", "concern", ...terms.with(3, "2026-08-31"));
    expect(readFileSync(ledger, "utf8").match(/code:/g)).toHaveLength(1);
    expect(readFileSync(ledger, "utf8")).toContain("until: 2026-08-31");
  });

  test.each([
    ["a code that is not found here", ["no-way-uot", "concern", ...terms], 'Did you mean "no-way-out"?'],
    ["a place where it is not found", ["no-way-out", "concren", ...terms], 'Did you mean "concern"?'],
    ["a role nobody has", ["no-way-out", "concern", ...terms.with(5, "haedteacher")], 'Did you mean "headteacher"?'],
    ["a day that has passed", ["no-way-out", "concern", ...terms.with(3, "2026-03-12")], "has passed already"],
    [
      "a day that there is not",
      ["no-way-out", "concern", ...terms.with(3, "2026-02-30")],
      "There is no date 2026-02-30: February 2026 has 28 days.",
    ],
    ["no reason", ["no-way-out", "concern", ...terms.slice(2)], "--because"],
  ])("refuses %s, and writes nothing", async (_, words, told) => {
    const before = readFileSync(policy, "utf8");
    const { exit, said } = await accept(...words);
    expect(exit).toBe(2);
    expect(said).toContain(told);
    expect(readFileSync(policy, "utf8")).toBe(before);
  });

  test("refuses what is against the law, and errors", async () => {
    copyFileSync(`${fixtures}/register-open-too-long.wrong.rollcall`, policy);
    expect((await accept("register-open-too-long", "morning", ...terms)).said).toContain("against the law");
    writeFileSync(policy, readFileSync(policy, "utf8").replace("nation", "nation\nreview by 2026-13-01"));
    const { said } = await accept("no-such-date", "brook", ...terms);
    expect(said).toContain("no error can be accepted");
  });
});

describe("rollcall check", () => {
  test("tells advice of one kind together, and each piece at its place with --full", async () => {
    const { written } = await call(["check", "policies/hall-green"]);
    expect(written.match(/^advice\[deadline-unsaid\]/gm)).toHaveLength(1);
    const { written: full } = await call(["check", "policies/hall-green", "--full"]);
    expect(full.match(/^advice\[deadline-unsaid\]/gm)?.length).toBeGreaterThan(5);
    expect(full.split("\n").length).toBeGreaterThan(2 * written.split("\n").length);
  });
});
