// How long the published command takes to answer: the bundle is built anew, and asked as a shell asks it, beside a Node that does nothing.
// They take turns, and what counts is what the process computed, on average: a busy computer is fair to all.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../source-files.ts";
import { atMost } from "../report.ts";
import type { Report } from "../report.ts";

const NODE = "bare Node, an empty script";
const VERSION = "`rollcall --version`";
const CHECK_SMALL = "`rollcall check` on the bench's policy, 120 lines";
const CHECK_LARGE = "`rollcall check policies/england`, 1,260 lines";
const CHECK_LAYERS = "`rollcall check policies/hall-green`, 2,000 lines, which extends it";

export function measureStart(quick: boolean): Report {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  try {
    const command = bundle(folder);
    const empty = join(folder, "empty.cjs");
    writeFileSync(empty, "");
    const asked = new Map<string, readonly string[]>([
      [NODE, [empty]],
      [VERSION, [command, "--version"]],
      [CHECK_SMALL, [command, "check", "test/bench/decision/decision.rollcall"]],
      [CHECK_LARGE, [command, "check", "policies/england"]],
      [CHECK_LAYERS, [command, "check", "policies/hall-green"]],
    ]);
    const times = new Map([...asked.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < (quick ? 6 : 11); round++)
      for (const [name, words] of asked) {
        const took = ask(folder, words);
        if (round > 0) times.get(name)?.push(took); // the first time fills the cache of compiled code
      }
    const lines = [...times].map(([name, all]) => ({
      name,
      each: all.reduce((sum, each) => sum + each, 0) / all.length,
    }));
    const against = (name: string): number => of(lines, name) / of(lines, NODE);
    return {
      sections: [
        {
          title: "The command line, from nothing to its answer",
          unit: "ms of computing",
          lines,
          against: NODE,
          notes: [],
        },
      ],
      targets: [
        atMost(`${VERSION}, against bare Node`, 1.5, against(VERSION)),
        atMost(`${CHECK_SMALL}, against bare Node`, 3, against(CHECK_SMALL)),
        atMost(`${CHECK_LARGE}, against bare Node`, 3, against(CHECK_LARGE)),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function of(lines: readonly { readonly name: string; readonly each: number }[], name: string): number {
  return lines.find((line) => line.name === name)?.each ?? Number.NaN;
}

/** The package's own bundle, in a folder that looks like the package: the path of the command. */
function bundle(folder: string): string {
  for (const name of ["policies", "package.json", "node_modules"]) symlinkSync(join(root, name), join(folder, name));
  const dist = join(folder, "dist", "command");
  const built = spawnSync(
    process.execPath,
    [join(root, "node_modules/rolldown/bin/cli.mjs"), "--config", "rolldown.config.ts", "--dir", dist],
    { cwd: root, encoding: "utf8" },
  );
  if (built.status !== 0) throw new Error(`the command line could not be bundled: ${built.stderr}`);
  return join(dist, "bin.cjs");
}

/** Milliseconds that the process computed or, where the computer does not tell, that it took. */
function ask(folder: string, words: readonly string[]): number {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  const began = computedByOthers() ?? performance.now();
  const { status } = spawnSync(process.execPath, words, { cwd: root, env, stdio: "ignore" });
  if (status !== 0 && status !== 1) throw new Error(`${words.join(" ")} ended with ${status}`);
  return (computedByOthers() ?? performance.now()) - began;
}

const TICK = 10;

/** What the processes computed that this one started and that have ended, where Linux tells; in ticks of ten milliseconds. */
function computedByOthers(): number | undefined {
  if (!existsSync("/proc/self/stat")) return undefined;
  const text = readFileSync("/proc/self/stat", "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return TICK * (Number(fields[13]) + Number(fields[14]));
}
