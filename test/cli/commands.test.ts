import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { goldenFolder } from "../golden-folder.ts";
import { call, line } from "./call.ts";

const golden = goldenFolder(new URL("./golden/commands/", import.meta.url));
const hillTop = "test/cli/fixtures/hill-top";
const school = "test/cli/fixtures/school";
const when = "--as-of 2026-03-13T08:45";
const policyText = readFileSync(`${hillTop}/hill-top.rollcall`, "utf8");

const scratch = mkdtempSync(join(tmpdir(), "rollcall-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A copy of the school's folder with one file changed. */
function schoolWith(name: string, file: string, change: (text: string) => string): string {
  const folder = join(scratch, name);
  cpSync(school, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  return folder;
}

describe("rollcall run", () => {
  test.each([
    ["text", "run.txt"],
    ["json", "run.json"],
    ["csv", "run.csv"],
  ])("prints this morning's list as %s", async (format, file) => {
    const { exit, written, said } = await call(line(`run ${hillTop} --data ${school} ${when} --format ${format}`));
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden(file, written);
  });

  test("keeps to one role when asked", async () => {
    const { written } = await call(line(`run ${hillTop} --data ${school} ${when} --role headteacher`));
    expect(written).toContain("Headteacher · Ms Okoro");
    expect(written).not.toContain("School office");
    expect(written).not.toContain("the policy needs");
  });

  test("shows a row that cannot be read, prints the list all the same, and ends with 1", async () => {
    const folder = schoolWith("bad-row", "marks.csv", (text) => `${text}P2,2026-02-30,AM,/,\n`);
    const { exit, written, said } = await call(line(`run ${hillTop} --data ${folder} ${when}`));
    expect(exit).toBe(1);
    expect(said).toContain("marks.csv:28:4");
    expect(written).toContain("Telephone the parents");
  });

  test.each([
    ["of other headings", "marks.csv", () => "child,when,half,mark\nP1,2026-03-10,AM,/\n"],
    ["without a word in it", "marks.csv", () => ""],
    ["that is a picture", "pupils.csv", () => "\u0000\u0001"],
  ])("decides nothing where a file is %s, after saying what is wrong with it", async (name, file, change) => {
    const folder = schoolWith(`unread ${name}`, file, change);
    for (const command of [
      `run ${hillTop}`,
      `letters ${hillTop} --out ${join(scratch, "none")}`,
      `explain ${hillTop} P1`,
    ]) {
      const words = line(`${command} ${when}`);
      const { exit, written, said } = await call([...words, "--data", folder]);
      expect({ exit, written }).toEqual({ exit: 2, written: "" });
      expect(said).toMatch(new RegExp(`^error\\[data-[a-z-]+\\]: .*\\n +--> ${file}:1:1`, "m"));
      expect(said).toContain(`Nothing could be read from ${file}, so that nothing was decided.`);
    }
  });

  test("as of an earlier moment says what was to be done then", async () => {
    const { written } = await call(line(`run ${hillTop} --data ${school} --as-of 2026-03-10T09:20`));
    expect(written).toMatch(/TODAY +Telephone the parents and note the comment/);
    expect(written).toContain("P2 Ben (4A)  Today by 09:30. Absent since this morning; absence not reported.");
  });

  test("of a policy with errors shows the errors and no list", async () => {
    const input = policyText.replace("by 09:30", "by 25:30");
    const { exit, written, said } = await call(
      line(`run ${join(scratch, "broken.rollcall")} --data ${school} ${when}`),
      writeBroken(input),
    );
    expect({ exit, written }).toEqual({ exit: 1, written: "" });
    expect(said).toContain("error[");
    expect(said).toContain("broken.rollcall:57");
  });
});

function writeBroken(text: string): Record<string, never> {
  writeFileSync(join(scratch, "broken.rollcall"), text);
  return {};
}

describe("rollcall explain", () => {
  test.each([
    ["P2", "", "explain-page.txt"],
    ["P2", "--why telephone", "explain-why.txt"],
    ["P1", "--why-not letter", "explain-why-not.txt"],
    ["P1", "--change", "explain-change.txt"],
    ["P1", "--overturned", "explain-overturned.txt"],
    ["P3", "--overturned", "explain-nothing-overturned.txt"],
  ])("answers for %s %s", async (pupil, question, file) => {
    const words = line(`explain ${hillTop} ${pupil} --data ${school} ${when} ${question}`);
    const { exit, written, said } = await call(words);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden(file, written);
  });

  test.each(["", "--why telephone", "--why-not call", "--change", "--overturned"])(
    "answers %s for programs too",
    async (question) => {
      const words = line(`explain ${hillTop} P2 --data ${school} ${when} --format json ${question}`);
      const { exit, written } = await call(words);
      expect(exit).toBe(0);
      expect(JSON.parse(written)).toMatchObject({ format: "rollcall/explanation", version: 1, pupil: "P2" });
    },
  );

  test.each([
    ["--why", "telephone"],
    ["--why", "first", "day"],
    ["--why-not", "first", "day"],
  ])("takes the words of %s however they are typed", async (question, ...words) => {
    const asked = (name: string): Promise<unknown> =>
      call([...line(`explain ${hillTop} P2 --data ${school} ${when}`), question, name]);
    expect(await asked(words.join(" ").toUpperCase())).toEqual(await asked(words.join("-")));
  });

  test("what is known but not owed is pointed to the other question", async () => {
    const { exit, said } = await call(line(`explain ${hillTop} P2 --data ${school} ${when} --why send`));
    expect(exit).toBe(2);
    expect(said).toContain("Ask `--why-not send` for the reason.");
  });
});

describe("rollcall check", () => {
  test("of a sound policy ends with 0, and warnings count only when told to", async () => {
    const quiet = await call(line(`check ${hillTop}`));
    const strict = await call(line(`check ${hillTop} --max-warnings 0`));
    expect(quiet.exit).toBe(0);
    expect(quiet.written).toContain("warning[late-code-without-exception]");
    expect(strict).toEqual({ ...quiet, exit: 1 });
  });

  test("reads the standard input under the name it is given, with the files beside that name", async () => {
    const input = policyText.replace("[HIL-001]", "[HIL-011]");
    const name = `${hillTop}/hill-top.rollcall`;
    const { exit, written } = await call(line(`check - --stdin-filename ${name} --format json`), { input });
    const { policies } = JSON.parse(written) as {
      policies: readonly { policy: string; diagnostics: readonly { code: string; line: number; column: number }[] }[];
    };
    expect(exit).toBe(1);
    expect(policies[0]?.policy).toBe(name);
    expect(policies[0]?.diagnostics.filter(({ code }) => code === "unknown-clause")).toMatchObject([
      { line: 8, column: 81 },
    ]);
  });

  test("takes several policies at once, and colours only where it is wanted", async () => {
    const plain = await call(line(`check ${hillTop} ${hillTop}/hill-top.rollcall`));
    const colourful = await call(line(`check ${hillTop}`), { colour: true });
    expect(plain.written.match(/late-code-without-exception/g)).toHaveLength(2);
    expect(plain.written).not.toContain("\u001B[");
    expect(colourful.written).toContain("\u001B[");
  });
});

describe("rollcall test", () => {
  test("plays the examples", async () => {
    const { exit, written } = await call(line(`test ${hillTop}`));
    expect({ exit, written }).toEqual({
      exit: 0,
      written: `${hillTop}/hill-top.rollcall: 2 examples came out as written, 0 did not\n`,
    });
  });

  test("says what was found where one fails, and keeps to those asked for", async () => {
    const folder = join(scratch, "hill-top");
    cpSync(hillTop, folder, { recursive: true });
    writeFileSync(join(folder, "hill-top.rollcall"), policyText.replace("by 09:30 recording", "by 09:45 recording"));
    const both = await call(line(`test ${folder}`));
    expect(both.exit).toBe(1);
    expect(both.written).toContain("✗ a call on the first morning");
    expect(both.written).toContain("by Mon 2 Mar 2026, 09:45");
    const one = await call([...line(`test ${folder} --format json --only`), "second call"]);
    expect(one.exit).toBe(0);
    expect(JSON.parse(one.written)).toMatchObject({
      format: "rollcall/examples",
      policies: [{ examples: [{ title: "a second call the next morning", passed: true }] }],
    });
  });
});

describe("rollcall coverage", () => {
  test("lists the clauses for programs", async () => {
    const { exit, written } = await call(line(`coverage ${hillTop} --format json`));
    expect(exit).toBe(0);
    expect(JSON.parse(written)).toEqual({
      format: "rollcall/coverage",
      version: 1,
      policy: "hill-top",
      evaluated: ["001", "002", "003", "004", "005", "006", "007", "008", "009"].map((number) => `HIL-${number}`),
      noted: ["HIL-010"],
      missing: [],
    });
  });

  test("proves a clause by the examples that notice, and shows progress only to somebody who watches", async () => {
    const words = line(`coverage ${hillTop} --prove --clause HIL-005`);
    const { exit, written, said } = await call(words);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    await golden("coverage-prove.txt", written);
    const watched = await call(words, { watched: true });
    expect(watched.written).toBe(written);
    expect(watched.said).toContain(" examples and edits: ");
    expect(watched.said.endsWith("\r\u001B[K")).toBe(true);
  });

  test("counts as missing what no example notices", async () => {
    const { exit, written } = await call(line(`coverage ${hillTop} --prove --clause HIL-007 --format json`));
    expect(exit).toBe(1);
    expect(JSON.parse(written)).toMatchObject({ evaluated: [], missing: ["HIL-007"], failing: [] });
  });
});

describe("rollcall fmt and convert", () => {
  const untidy = policyText.replaceAll(/ {2,}\[/g, " [").replace('title "', 'title    "');

  test("lays out a file, and has nothing more to say of it", async () => {
    const file = join(scratch, "untidy.rollcall");
    writeFileSync(file, untidy);
    expect(await call(["fmt", "--check", file])).toMatchObject({ exit: 1, written: `${file} would change\n` });
    expect(readFileSync(file, "utf8")).toBe(untidy);
    expect((await call(["fmt", file])).exit).toBe(0);
    expect(await call(["fmt", "--check", file])).toEqual({ exit: 0, written: "", said: "" });
    expect(readFileSync(file, "utf8")).toContain("-- A small made-up school");
  });

  test("leaves a broken file as it is", async () => {
    const file = join(scratch, "half.rollcall");
    writeFileSync(file, "school policy half {\n");
    const { exit, said } = await call(["fmt", file]);
    expect(exit).toBe(1);
    expect(said).toContain("half.rollcall:1");
    expect(readFileSync(file, "utf8")).toBe("school policy half {\n");
  });

  test("text to YAML and back is the text, laid out", async () => {
    const yaml = join(scratch, "hill-top.rollcall.yaml");
    const laidOut = await call(["fmt", "-"], { input: policyText });
    const there = await call(["convert", `${hillTop}/hill-top.rollcall`, "--out", yaml, "--schema", "../schema.json"]);
    expect(there).toEqual({ exit: 0, written: "", said: "" });
    expect(readFileSync(yaml, "utf8")).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\.json\n/);
    const back = await call(["convert", yaml]);
    expect(back).toEqual({ exit: 0, written: laidOut.written, said: "" });
    expect(await call(["fmt", "--check", yaml])).toEqual({ exit: 0, written: "", said: "" });
  });
});

describe("rollcall sample", () => {
  const make = (name: string, more = "") =>
    call(line(`sample ${join(scratch, name)} --pupils 12 --as-of 2025-10-10T08:45 ${more}`));

  test("makes the same school from the same seed, and another from another", async () => {
    expect((await make("one")).exit).toBe(0);
    await make("same");
    await make("other", "--seed 2");
    const read = (name: string): string => readFileSync(join(scratch, name, "marks.csv"), "utf8");
    expect(read("same")).toBe(read("one"));
    expect(read("other")).not.toBe(read("one"));
  });

  test("with a policy has a staff that followed it, and every row can be read again", async () => {
    const { exit, written } = await make("followed", `--policy ${hillTop}`);
    expect(exit).toBe(0);
    expect(written).toContain(`Look at them with: rollcall run ${hillTop} --data ${join(scratch, "followed")}`);
    expect(readdirSync(join(scratch, "followed"))).toContain("staff.csv");
    expect(readFileSync(join(scratch, "followed", "log.csv"), "utf8")).toMatch(/,share,attendance-data,/);
    const list = await call(line(`run ${hillTop} --data ${join(scratch, "followed")} --as-of 2025-10-10T08:45`));
    expect(list.exit).toBe(0);
    expect(list.said).not.toContain("error[");
    expect(list.written).toContain("12 pupils");
  });
});

describe("rollcall build", () => {
  test("says when a module is stale, and writes it anew", { timeout: 60_000 }, async () => {
    const out = join(scratch, "modules");
    mkdirSync(out);
    writeFileSync(join(out, "hill-top.ts"), "// edited\n");
    const stale = await call(line(`build ${hillTop} --out ${out} --check`));
    expect(stale).toMatchObject({ exit: 1, said: "" });
    expect(stale.written).toContain("hill-top.ts is not what the policy gives now");
    expect(stale.written).toContain("hill-top.ts.map is missing");
    expect(stale.written).toContain(`Write it anew with \`rollcall build ${hillTop} --out ${out}\`.`);
    expect(readFileSync(join(out, "hill-top.ts"), "utf8")).toBe("// edited\n");
    const built = await call(line(`build ${hillTop} --out ${out}`));
    expect(built).toMatchObject({ exit: 0, said: "" });
    expect(built.written).toContain("hill-top.ts written");
    expect(readFileSync(join(out, "hill-top.ts"), "utf8")).toContain("export function evaluate(");
    expect(await call(line(`build ${hillTop} --out ${out} --check`))).toEqual({ exit: 0, written: "", said: "" });
  });

  test("writes JSON Schema of what a module takes and says, in the policy's own names", async () => {
    const out = join(scratch, "schemas");
    expect(await call(line(`build ${hillTop} --out ${out} --schema`))).toMatchObject({ exit: 0, said: "" });
    const read = (what: string): unknown => JSON.parse(readFileSync(join(out, `hill-top.${what}.schema.json`), "utf8"));
    expect(read("record")).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
    expect(JSON.stringify(read("outcome"))).toContain('"first-day"');
    expect((await call(line(`build ${hillTop} --out ${out} --schema --check`))).exit).toBe(0);
  });

  test("writes JavaScript that shares one runtime, with its declarations, when asked", async () => {
    const out = join(scratch, "shared");
    const order = `build ${hillTop} --out ${out} --language js --runtime import`;
    expect(await call(line(order))).toMatchObject({ exit: 0, said: "" });
    expect(readdirSync(out)).toEqual(["hill-top.d.ts", "hill-top.js", "hill-top.js.map"]);
    expect(readFileSync(join(out, "hill-top.js"), "utf8")).toContain('from "rollcall/runtime";');
    expect(await call(line(`${order} --check`))).toEqual({ exit: 0, written: "", said: "" });
    writeFileSync(join(out, "hill-top.d.ts"), "");
    expect((await call(line(`${order} --check`))).written).toContain(`Write it anew with \`rollcall ${order}\`.`);
  });

  test("says that a module was written by another version", async () => {
    const out = join(scratch, "older");
    await call(["build", hillTop, "--out", out]);
    const file = join(out, "hill-top.ts");
    writeFileSync(file, readFileSync(file, "utf8").replace(/(Written by rollcall) \S+;/, "$1 0.0.1;"));
    const { written } = await call(["build", hillTop, "--out", out, "--check"]);
    expect(written).toMatch(/hill-top\.ts was written by rollcall 0\.0\.1, and this is rollcall \d/);
  });

  test("refuses what is no file where a module belongs, and leaves nothing half-written", async () => {
    const out = join(scratch, "folders");
    mkdirSync(join(out, "hill-top.ts"), { recursive: true });
    const words = ["build", hillTop, "--out", out];
    for (const given of [words, [...words, "--check"]])
      expect(await call(given)).toMatchObject({
        exit: 2,
        said: expect.stringContaining("hill-top.ts` cannot be read: it is a folder."),
      });
    rmSync(join(out, "hill-top.ts"), { recursive: true });
    writeFileSync(join(out, "file"), "");
    const within = await call(["build", hillTop, "--out", join(out, "file")]);
    expect(within).toMatchObject({
      exit: 2,
      said: expect.stringContaining("cannot be written: part of its path is a file."),
    });
    expect(readdirSync(out)).toEqual(["file"]);
    mkdirSync(join(out, "page"));
    expect((await call(["document", hillTop, "--kind", "parents", "--out", join(out, "page")])).exit).toBe(2);
    expect(readdirSync(out)).toEqual(["file", "page"]);
  });

  test("refuses two policies that would be written to one file", async () => {
    const out = join(scratch, "twice");
    const other = join(scratch, "other.rollcall");
    writeFileSync(other, 'school policy hill-top "Another"\n');
    const { exit, said } = await call(["build", hillTop, other, "--out", out]);
    expect(exit).toBe(2);
    expect(said).toMatch(
      /`test\/cli\/fixtures\/hill-top` and `\S+other\.rollcall` would both be written to `\S+hill-top\.ts`/,
    );
    expect(readFileSync(join(out, "hill-top.ts"), "utf8")).toContain("// Hill Top");
  });

  test("shows a command that can be pasted, and a map that can be followed, whatever a path holds", async () => {
    const home = join(scratch, "Schule für 50% #1?");
    cpSync(hillTop, home, { recursive: true });
    const policy = join(home, "hill-top.rollcall");
    const out = join(scratch, "out it's");
    const { written } = await call(["build", policy, "--out", out, "--check"]);
    expect(written).toContain(`\`rollcall build '${policy}' --out '${scratch}/out it'\\''s'\`.`);
    await call(["build", policy, "--out", out]);
    const { sources } = JSON.parse(readFileSync(join(out, "hill-top.ts.map"), "utf8")) as { sources: string[] };
    const found = sources.map((source) => fileURLToPath(new URL(source, pathToFileURL(join(out, "hill-top.ts.map")))));
    expect(found).toContain(policy);
  });
});

describe("rollcall dump", () => {
  test.each([
    ["ast", "- step"],
    ["model", "first-day"],
    ["ir", "anchor"],
  ])("shows the stage %s", async (stage, words) => {
    const { exit, written } = await call(line(`dump ${hillTop} --stage ${stage}`));
    expect(exit).toBe(0);
    expect(written).toContain(words);
    expect(written).not.toContain("[object");
  });
});
