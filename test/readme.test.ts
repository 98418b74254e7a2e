// The README is a test: every command it shows runs as it stands there, and its program compiles against the module it embeds.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../src/runtime/outcome.ts";
import { knownDay } from "../src/school/day.ts";
import type { Day } from "../src/school/day.ts";
import { momentOf } from "../src/school/moment.ts";
import { linkDoors, typeCheck } from "./backends/typescript/written-modules.ts";

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

/** Programs by the name that their first line gives them. */
const programs = new Map(
  blocks("ts").map((program) => [/^\/\/ (\S+\.ts)$/m.exec(program.split("\n", 1)[0] ?? "")?.[1] ?? "", program]),
);

/** The folder that the README compiles into, with the programs beside the modules, and the package where programs look for it. */
function compiled(...names: readonly string[]): string {
  const home = join(folder, "compiled");
  mkdirSync(home, { recursive: true });
  linkDoors(home);
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  for (const name of names) writeFileSync(join(home, name), programs.get(name) ?? "");
  return home;
}

const asOf = "2026-03-02 09:30";
const year = { name: "2025/26", from: knownDay("2025-09-01"), to: knownDay("2026-08-31") };
const record = {
  calendar: {
    name: "Hill Top",
    years: [{ ...year, terms: [{ ...year, halfTerms: [year] }] }],
    bankHolidays: [],
    inset: [],
    closed: [],
    oneSession: [],
  },
  pupil: { id: "P1", year: 4, onRoll: [{ from: year.from }], flags: [], parents: [], attributes: {} },
  marks: [{ pupil: "P1", day: knownDay("2026-03-02"), half: "AM", code: "O" }],
  arrivals: [],
  log: [],
};

/** One that nobody listens at just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("the programs of the README", () => {
  test("each have a name", () => {
    expect([...programs.keys()].filter((name) => name === "")).toEqual([]);
  });

  test("embed a policy in ten lines", () => {
    expect(programs.get("ten-lines.ts")?.trim().split("\n").slice(1)).toHaveLength(9);
    const program = join(compiled("ten-lines.ts"), "ten-lines.ts");
    const printed = execFileSync(process.execPath, [program], { encoding: "utf8" });
    expect(printed).toContain("parents report-absence overdue [ 'HAL-040', 'HAL-041', 'HAL-097' ]");
  });

  test("answer as a service with what is owed and why, and refuse a broken record in plain words", async () => {
    const home = compiled("service.ts");
    const port = await freePort();
    const environment = { ...process.env, PORT: String(port) };
    const service = spawn(process.execPath, [join(home, "service.ts")], { env: environment });
    try {
      await once(service.stdout, "data");
      const ask = async (body: string, when = asOf): Promise<readonly [number, unknown]> => {
        const url = `http://127.0.0.1:${port}/?${new URLSearchParams({ "as-of": when }).toString()}`;
        const answer = await fetch(url, { method: "POST", body });
        return [answer.status, await answer.json()];
      };
      const because = expect.stringMatching(/^The parents must report absence .*, because the pupil is absent since /);
      expect(await ask(JSON.stringify(record))).toEqual([200, expect.arrayContaining([because])]);
      const [mark] = record.marks;
      const message = "`noon` is none of the halves of a day. The halves of a day known here: AM and PM.";
      expect(await ask(JSON.stringify({ ...record, marks: [{ ...mark, half: "noon" }] }))).toEqual([
        422,
        [{ path: ["marks", 0, "half"], message }],
      ]);
      expect(await ask("{")).toMatchObject([422, [{ path: [], message: expect.stringMatching(/^This is missing: /) }]]);
      expect(await ask("{}", "soon")).toMatchObject([422, [{ path: ["as-of"] }]]);
    } finally {
      service.kill();
    }
  });

  test("take the rule file itself as a module where Vite bundles", async () => {
    const home = compiled("vite.config.ts", "page.ts");
    for (const name of ["hall-green.rollcall", "clauses.yaml", "calendar.yaml"])
      cpSync(join(root, "policies", "hall-green", name), join(home, name));
    await build({
      root: home,
      configFile: join(home, "vite.config.ts"),
      logLevel: "silent",
      build: { lib: { entry: "page.ts", formats: ["es"], fileName: "page" } },
    });
    const { statusesOf } = (await import(/* @vite-ignore */ join(home, "dist", "page.js"))) as {
      statusesOf: (record: unknown, asOf: string) => readonly string[];
    };
    expect(statusesOf(record, asOf)).toContain("below-target");
    expect(readFileSync(join(home, "hall-green.d.rollcall.ts"), "utf8")).toContain("below-target");
  });

  test("decide a whole school at once", async () => {
    const { persistentlyAbsent } = (await import(
      /* @vite-ignore */ join(compiled("whole-school.ts"), "whole-school.ts")
    )) as { persistentlyAbsent: (calendar: unknown, records: unknown, day: Day) => readonly string[] };
    const [mark] = record.marks;
    const other = { ...record.pupil, id: "P2" };
    const attended = { ...record, pupil: other, marks: [{ ...mark, pupil: "P2", code: "/" }] };
    expect(persistentlyAbsent(record.calendar, [record, attended], knownDay("2026-03-02"))).toEqual(["P1"]);
  });

  test("compile under the strictest settings", async () => {
    const alone = ["ten-lines.ts", "whole-school.ts", "nightly.ts"];
    const options = { types: ["node"], typeRoots: [join(root, "node_modules", "@types")] };
    expect(await typeCheck(compiled(...alone), options, alone)).toBe("");
  });

  test("take a pupil from night to night in ten lines", async () => {
    expect(programs.get("nightly.ts")?.trim().split("\n").length).toBeLessThan(12);
    const { night } = (await import(/* @vite-ignore */ join(compiled("nightly.ts"), "nightly.ts"))) as {
      night: (
        ...night: readonly [calendar: unknown, pupil: unknown, kept: string | undefined, date: Day, marks: unknown]
      ) => { readonly said: Outcome; readonly kept: string };
    };
    const [mark] = record.marks;
    const date = knownDay("2026-03-02");
    const first = night(record.calendar, record.pupil, undefined, date, record.marks);
    expect(first.said.obligations.map(({ act }) => act)).toContain("report-absence");
    const corrected = { ...mark, code: "/", known: momentOf(date + 1, 10 * 3600) };
    const second = night(record.calendar, record.pupil, first.kept, date + 1, [corrected]);
    expect(second.said.obligations.map(({ act }) => act)).not.toContain("report-absence");
    expect(second.said.overturned.map(({ obligation, by }) => [obligation.act, by])).toContainEqual([
      "report-absence",
      "2026-03-02 AM became /",
    ]);
  });
});
