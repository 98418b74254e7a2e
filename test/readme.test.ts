// The README is a test: every command it shows runs as it stands there, and its program compiles against the module it embeds.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

const folder = mkdtempSync(join(tmpdir(), "rollcall-readme-"));
const commands = blocks("sh")
  .flatMap((block) => block.split("\n"))
  .map((line) => line.replace(/#.*/, "").trim().replaceAll("/tmp/", `${folder}/`))
  .filter((line) => line.startsWith("node src/cli/main.ts"));

describe("every command of the README", () => {
  test.each(commands)("%s", (command) => {
    const [, ...words] = command.split(" ");
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
    // 1 says that something was found, which is what `check` is for.
    expect([0, 1], stderr).toContain(status);
    expect(stdout.length).toBeGreaterThan(40);
  });

  test("there are some", () => {
    expect(commands.length).toBeGreaterThan(8);
  });
});

test("the program of the README runs against the module that the README builds", () => {
  const [program = ""] = blocks("ts");
  writeFileSync(join(folder, "compiled", "readme.ts"), program);
  const printed = execFileSync(process.execPath, [join(folder, "compiled", "readme.ts")], { encoding: "utf8" });
  expect(printed).toContain("parents report-absence");
});
