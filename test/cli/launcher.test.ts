import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../source-files.ts";

const launcher = join(root, "src/cli/bin.cjs");

function startWith(version: string): { readonly status: number | null; readonly said: string } {
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", `${pretend}; require(${JSON.stringify(launcher)})`], {
    encoding: "utf8",
  });
  return { status, said: stderr };
}

describe("the launcher", () => {
  test.each(["0.10.48", "8.17.0", "20.20.2", "22.11.9"])("on Node %s says what is needed and stops", (version) => {
    expect(startWith(version)).toEqual({
      status: 2,
      said:
        `rollcall needs Node 22.12 or newer, and this is Node ${version}.\n` +
        "Install a current Node from https://nodejs.org and run rollcall again.\n",
    });
  });

  test.each(["22.12.0", "24.0.0"])("on Node %s goes on to the command line beside it", (version) => {
    // Among the sources main.js is still main.ts, so going on is seen by what is missing.
    expect(startWith(version).said).toContain(join(root, "src/cli/main.js"));
  });

  test("wants what package.json says", () => {
    const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { engines: { node: string } };
    expect(engines.node).toBe(">=22.12");
  });

  test("uses no syntax newer than `import()`", () => {
    const code = readFileSync(launcher, "utf8").replaceAll(/^\/\/.*$/gm, "");
    expect(code.match(/=>|`|\b(?:let|const|class|async|await)\b|\?[.?]|\.\.\.|\*\*|,\s*[)\]}]/g)).toBeNull();
  });
});
