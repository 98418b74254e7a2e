// What `rollcall check` writes for build servers and code hosts, what it mends by itself, and how it keeps watch.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attributeOf, readXml } from "../../src/data/read-xml.ts";
import { call } from "./call.ts";

const folder = mkdtempSync(join(tmpdir(), "rollcall-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sound = `school policy bad "Bad"
extends england
in force from 2025-09-01
review by 2026-09-01
status often "Often" when attendance this year below 80%
`;
const slips = sound
  .replace("attendance this year", "atendance this yaer")
  .concat('note "100%, a: b" because "c"\nparameter p is 5 sesions\n');

function policy(text: string): string {
  const own = mkdtempSync(join(folder, "policy-"));
  const file = join(own, `${basename(own)}.rollcall`);
  writeFileSync(file, text);
  return file;
}

describe("--format", () => {
  test("sarif places each finding, names each code once, and carries the fixes as edits", async () => {
    const file = policy(slips);
    const { exit, written } = await call(["check", file, "--format", "sarif"]);
    expect(exit).toBe(1);
    const { version, runs } = JSON.parse(written);
    const [{ tool, results }] = runs;
    expect(version).toBe("2.1.0");
    const named: readonly string[] = results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([...new Set(named)].toSorted());
    const unit = results.find(({ ruleId }: { ruleId: string }) => ruleId === "unknown-unit");
    expect(unit.level).toBe("error");
    const { artifactLocation, region } = unit.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe(`file://${file}`);
    expect(region).toEqual({ startLine: 7, startColumn: 18, endLine: 7, endColumn: 25 });
    expect(unit.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: region, insertedContent: { text: "sessions" } },
    ]);
  });

  test("github writes a command a line, and nothing a text holds ends it early", async () => {
    const { written } = await call(["check", policy(slips), "--format", "github"]);
    const lines = written.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^,]+,line=\d+,endLine=\d+.*,title=[a-z-]+::\S/);
    expect(written).not.toMatch(/%(?!25|0A|0D|3A|2C)/);
  });

  test("junit is well-formed, counts what fails, and lets a policy without findings pass", async () => {
    const { written } = await call(["check", policy(slips), policy(sound), "--format", "junit"]);
    const pieces = [...readXml(written)];
    expect(pieces).not.toContain(undefined);
    const opened = (tag: string) =>
      pieces.flatMap((piece) => (piece?.kind === "open" && piece.name === tag ? [piece] : []));
    const names = opened("testcase").map(({ attributes }) => attributeOf(attributes, "name"));
    const failures = opened("failure").length;
    expect(names.filter((name) => name === "nothing found")).toHaveLength(1);
    expect(failures).toBeGreaterThan(1);
    expect(written).toContain(`failures="${failures}"`);
  });
});

describe("--fix", () => {
  test("mends slips of the pen in the file, says where, and shows what is left", async () => {
    const file = policy(slips);
    const { exit, said } = await call(["check", file, "--fix"]);
    expect(readFileSync(file, "utf8")).toContain("attendance this year below 80%");
    expect(readFileSync(file, "utf8")).toContain("5 sessions");
    expect(said.match(/^mended .*:\d+:\d+: /gm)).toHaveLength(3);
    expect(exit).toBe(0);
  });

  test("leaves alone what is unwise: that is the school's to decide", async () => {
    const text = sound.replace("review by 2026-09-01\n", "");
    const file = policy(text);
    const { written, said } = await call(["check", file, "--fix"]);
    expect(written).toContain("review-unsaid");
    expect(said).toBe("");
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("of the standard input is refused, since there is no file to mend", async () => {
    const { exit, said } = await call(["check", "-", "--fix"], { input: slips });
    expect(exit).toBe(2);
    expect(said).toContain("`--fix` needs a file");
  });
});

describe("--watch", () => {
  test("checks again when a file is saved, goes on while it is away, and ends with what it last found", async () => {
    const file = policy(slips);
    const changes = [() => writeFileSync(file, sound), () => rmSync(file), () => writeFileSync(file, slips)];
    const seen: (readonly string[])[] = [];
    const { exit, written, said } = await call(["check", file, "--watch"], {
      changeIn: async (folders) => {
        seen.push(folders);
        const change = changes.shift();
        change?.();
        return change !== undefined;
      },
    });
    expect(exit).toBe(1);
    expect(seen[0]?.some((each) => file.startsWith(each))).toBe(true);
    expect(written.match(/unknown-unit/g)).toHaveLength(2);
    expect(said).toContain("There is no file or folder");
  });

  test("in a real process: a change of the file is seen, and Ctrl-C ends it", async () => {
    const file = policy(sound);
    const child = spawn(process.execPath, ["src/cli/main.ts", "check", file, "--watch"]);
    let [written, said] = ["", ""];
    const until = (holds: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => void (holds() && resolve());
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        look();
      });
    child.stdout.on("data", (piece) => (written += String(piece)));
    child.stderr.on("data", (piece) => (said += String(piece)));
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await until(() => said.includes("Watching"));
    writeFileSync(file, slips);
    await until(() => written.includes("unknown-unit") && said.split("Watching").length === 3);
    child.kill("SIGINT");
    expect(await ended).toBe(1);
  }, 60_000);
});
