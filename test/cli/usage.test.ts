import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { root } from "../source-files.ts";
import { call, line } from "./call.ts";

const hillTop = "test/cli/fixtures/hill-top";
const school = "test/cli/fixtures/school";

describe("a request that cannot be carried out", () => {
  test.each([
    ["frobnicate", "`frobnicate` is not a command."],
    ["chek", 'Did you mean "check"?'],
    ["--frobnicate", "`--frobnicate` is not an option of rollcall itself."],
    [`run ${hillTop} --dta ${school}`, "Did you mean `--data`?"],
    ["run", "`rollcall run` needs POLICY after it."],
    [`run ${hillTop} ${hillTop}`, "does not know what to do with"],
    [`run ${hillTop} --data`, "`--data` needs a value after it"],
    [`run ${hillTop} --data --as-of 2026-03-13`, "`--data` needs a value after it"],
    [`run ${hillTop} --format pdf`, "It can be text, json, csv."],
    [`coverage ${hillTop} --prove=yes`, "`--prove` is a switch and takes no value."],
    [`run ${hillTop} --data ${school}`, "`--as-of` is needed: the moment to look from."],
    [`run ${hillTop} --data ${school} --as-of yesterday`, "`yesterday` is not a date or moment."],
    [`run ${hillTop} --data ${school} --as-of 2026-02-30`, "There is no date 2026-02-30: February 2026 has 28 days."],
    [`run ${hillTop} --as-of 2026-03-13`, "`--data` is needed."],
    [`run ${hillTop} --data nowhere --as-of 2026-03-13`, "There is no folder `nowhere`."],
    [`run ${hillTop} --data ${school} --as-of 2036-03-13`, "The school's calendar does not cover 2036-03-13."],
    [`run ${hillTop} --data ${school} --as-of 2026-03-13 --role hedteacher`, 'Did you mean "headteacher"?'],
    [
      `explain ${hillTop} P9 --data ${school} --as-of 2026-03-13`,
      "No pupil of Hill Top Primary School has the id `P9`.",
    ],
    [`explain ${hillTop} amy --data ${school} --as-of 2026-03-13`, "By the name of amy there is `P1`."],
    [`explain ${hillTop} P2 --data ${school} --as-of 2026-03-13 --why telepone`, 'Did you mean "telephone"?'],
    [`explain ${hillTop} P2 --data ${school} --as-of 2026-03-13 --why-not leter`, 'Did you mean "letter"?'],
    ["check nowhere", "There is no file or folder `nowhere`."],
    ["check test/cli", "The folder `test/cli` holds no policy of its own name."],
    ["check test/cli/fixtures/not-text.bin", "is not a text in UTF-8."],
    [`check ${hillTop} --max-warnings many`, "Write a whole number from 0"],
    [`coverage ${hillTop} --prove --clause HIL-01`, 'Did you mean "HIL-001"?'],
    ["coverage test/cli/fixtures/bare.rollcall", "names no clauses that can be found"],
    ["test test/cli/fixtures/bare.rollcall", "names no calendar that can be found"],
    ["sample test/cli --as-of 2026-03-13", "holds other things"],
    ["sample no/such/place --as-of 1999-03-13", "2023/24 to 2026/27"],
    ["sample no/such/place --as-of 2026-03-13 --pupils 0", "Write a whole number from 1 to 20000."],
    [`build ${hillTop}`, "`--out` is needed."],
  ])("rollcall %s: exit code 2, and says %j", async (words, says) => {
    const { exit, written, said } = await call(line(words));
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain(says);
    expect(said).not.toMatch(/\n\s+at /);
  });

  test("without a command shows what there is, as a complaint", async () => {
    const { exit, written, said } = await call([]);
    expect({ exit, written }).toEqual({ exit: 2, written: "" });
    expect(said).toContain("rollcall COMMAND --help teaches one command");
  });
});

describe("help", () => {
  test("begins with commands that need nothing but each other", async () => {
    const { written } = await call(["--help"]);
    const start = written.split("Start here:\n")[1]?.split("\n\n")[0]?.split("\n") ?? [];
    expect(start).toHaveLength(3);
    const home = mkdtempSync(join(tmpdir(), "rollcall-start-"));
    const answers = join(home, "answers.yaml");
    writeFileSync(answers, "school: Hill Top School\nin-force-from: 2025-09-01\n");
    for (const [index, words] of start.entries()) {
      const given = line(words.trim().replace(/^rollcall /, "")).map((word) =>
        word.startsWith("my-school") ? join(home, word) : word,
      );
      const { exit, said } = await call(index === 0 ? [...given, "--answers", answers] : given);
      expect(exit, said).toBe(0);
    }
  });

  test("names every command", async () => {
    const { exit, written } = await call(["--help"]);
    expect(exit).toBe(0);
    const widest = Math.max(...commands.map(({ name }) => name.length));
    for (const { name, summary } of commands) expect(written).toContain(`${name.padEnd(widest)}  ${summary}`);
  });

  test.each(commands.map(({ name }) => name))(
    "of %s is the same by --help, -h and help, and every line fits",
    async (name) => {
      const [long, short, word] = [await call([name, "--help"]), await call([name, "-h"]), await call(["help", name])];
      expect(short).toEqual(long);
      expect(word).toEqual(long);
      expect(long.exit).toBe(0);
      expect(long.written.split("\n").filter((each) => each.length > 120)).toEqual([]);
    },
  );

  test.each(commands.flatMap(({ examples }) => examples.map((example) => example.line)))(
    "gives an example that is understood: rollcall %s",
    async (words) => {
      const [name, ...rest] = line(words.replace(/ [<>] .*$/, ""));
      const { parseArguments } = await import("../../src/cli/parse-arguments.ts");
      const command = commands.find((each) => each.name === name);
      expect(command).toBeDefined();
      if (command !== undefined) expect(() => parseArguments(rest, command)).not.toThrow();
    },
  );
});

describe("the process", () => {
  const main = join(root, "src/cli/main.ts");
  const start = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [main, ...words], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });

  test("says its version without loading the compiler", () => {
    const { status, stdout, stderr } = start(["--version"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "rollcall 0.1.0\n", stderr: "" });
  });

  test("ends quietly when its reader goes away", () => {
    const piped = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${main}" dump ${hillTop} --stage ir | head -n 1; exit`],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    expect({ status: piped.status, stderr: piped.stderr }).toEqual({ status: 0, stderr: "" });
  });
});

test("a fault of ours is exit code 3, a kind word, and the details in a file", async () => {
  const { rollcall } = await import("../../src/cli/rollcall.ts");
  let said = "";
  const exit = await rollcall(["check", "-"], {
    write: () => undefined,
    say: (text) => void (said += text),
    colour: { results: false, remarks: false },
    width: 100,
    watched: false,
    ask: () => Promise.resolve(undefined),
    changeIn: () => Promise.resolve(false),
    readInput: () => Promise.reject(new TypeError("the keyboard is on fire")),
    clock: () => 0,
    today: () => "2026-03-13",
  });
  expect(exit).toBe(3);
  expect(said).toContain("It is not your mistake");
  expect(said).toContain("What it noticed: the keyboard is on fire");
  expect(said).not.toMatch(/\n\s+at /);
});
