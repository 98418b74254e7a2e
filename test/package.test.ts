// What package.json and its lock file promise to whoever installs: the same versions, from anywhere, on any computer.

import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { packPackage } from "./packed-package.ts";
import { root } from "./source-files.ts";

const versions = z.record(z.string(), z.string()).default({});
const packageShape = z.object({ dependencies: versions, devDependencies: versions });
const lockedShape = z.object({ resolved: z.string().optional(), optionalDependencies: versions });
const lockShape = z.object({ packages: z.record(z.string(), lockedShape) });

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}

const manifest = packageShape.parse(readJson("package.json"));
const { packages } = lockShape.parse(readJson("package-lock.json"));

describe("the package", () => {
  test("pins every version exactly", () => {
    const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("says in the README why each dependency is there", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !new RegExp(`(^\\| |\`)${name}( |\`)`, "m").test(readme))).toEqual([]);
  });

  test("is locked to no host but the public registry", () => {
    const odd = Object.entries(packages).filter(([, { resolved }]) => !isPublic(resolved));
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test("is locked for every kind of computer, not only for the one that wrote the lock", () => {
    const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies));
    const missing = wanted.filter(
      (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe("the package as it is sent", () => {
  const sent = packageShape.extend({ exports: z.record(z.string(), z.unknown()) }).parse(readJson("package.json"));
  const doors = Object.keys(sent.exports).filter((door) => door !== "./package.json");

  test("has nothing that publint would mend", async () => {
    const { folder } = await packPackage();
    const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("has the right types at each of its doors, for whoever imports", async () => {
    const { tarball } = await packPackage();
    const checked = await checkPackage(createPackageFromTarballData(tarball));
    if (!checked.types) throw new Error("the package has no types");
    expect(Object.keys(checked.entrypoints).toSorted()).toEqual([".", "./package.json", ...doors.slice(1)].toSorted());
    // An old resolver knows no doors, and `require` is not how a module of today is loaded.
    const others = checked.problems.filter(
      (problem) => !("resolutionKind" in problem && /^node10$|cjs/.test(problem.resolutionKind)),
    );
    expect(others).toEqual([]);
  });

  test("opens at every door in Node, and brings no more than the door needs", async () => {
    const { home } = await packPackage();
    writeFileSync(
      join(home, "doors.mjs"),
      `for (const door of ${JSON.stringify(doors)}) console.log(door, Object.keys(await import("rollcall" + door.slice(1))).length > 0);`,
    );
    const said = execFileSync(process.execPath, [join(home, "doors.mjs")], { encoding: "utf8" });
    expect(said.trim().split("\n")).toEqual(doors.map((door) => `${door} true`));
  });

  test("makes a query of a policy at its door, and says what the query leaves out", async () => {
    const { home } = await packPackage();
    writeFileSync(
      join(home, "query.mjs"),
      `import { draft, makeCalendar, makeSource, parseDay } from "rollcall";
import { leftOut, registerPart, sqlFor } from "rollcall/sql";
const text = 'school policy small "Small"\\ncode O "Without leave" unauthorised\\nact ring\\nstatus low when absence this year at least 10%\\nstatus rung when ring done this week\\n';
const { ready, model } = draft(makeSource("small.rollcall", text), { layer: () => undefined, beside: () => undefined });
const year = { name: "2025/26", from: parseDay("2025-09-01"), to: parseDay("2026-08-31") };
const calendar = makeCalendar({ name: "Hill", years: [{ ...year, terms: [{ ...year, halfTerms: [year] }] }], bankHolidays: [], inset: [], closed: [], oneSession: [] });
const { part, beyond } = registerPart(ready.ir);
const { query, answers, refused } = sqlFor({ part, whole: { ir: ready.ir, beyond }, calendar, asOf: parseDay("2026-03-13"), dialect: "postgresql" });
console.log(query.startsWith("WITH "), answers.map(({ column }) => column).join(" "), leftOut({ refused, beyond }, { ...ready, model }).map(({ code }) => code).join(" "));`,
    );
    const said = execFileSync(process.execPath, [join(home, "query.mjs")], { encoding: "utf8" });
    expect(said).toBe("true pupil is_low is_rung needs_rung query-needs-log\n");
  });

  test("brings a command that finds the national layer, its own runtime and its pages", async () => {
    const { home, folder } = await packPackage();
    const command = (...words: readonly string[]): string =>
      execFileSync(process.execPath, [join(folder, "dist", "command", "bin.cjs"), ...words], {
        cwd: home,
        encoding: "utf8",
      });
    writeFileSync(
      join(home, "small.rollcall"),
      'school policy small "Small"\nextends england\nstatus low "Low" when attendance this year below 95%\n',
    );
    expect(command("--version")).toMatch(/^rollcall \d/);
    expect(command("check", "small.rollcall")).not.toContain("error[");
    expect(command("explain-code", "band-gap")).toContain("band");
    expect(command("build", "small.rollcall", "--out", "built", "--language", "js", "--runtime", "import")).toContain(
      "small.js written",
    );
    writeFileSync(
      join(home, "use.mjs"),
      'import { parseDay } from "rollcall/runtime"; import * as policy from "./built/small.js"; console.log(policy.parseDay === parseDay, typeof policy.evaluate);',
    );
    expect(execFileSync(process.execPath, [join(home, "use.mjs")], { encoding: "utf8" })).toBe("true function\n");
  });
});

function isPublic(resolved: string | undefined): boolean {
  return resolved === undefined || resolved.startsWith("https://registry.npmjs.org/");
}
