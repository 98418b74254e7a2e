// Holds the rooms of src/ in order: who may know whom, and what no room of the core may reach for.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceFile } from "./source-files.ts";
import { readSource, readSourceFiles, root } from "./source-files.ts";

/** A room may import only from a lower rank, so rooms of one rank do not know each other. */
const ranks: ReadonlyMap<string, number> = new Map([
  ["support", 0],
  ["source", 1],
  ["units", 1],
  ["diagnostics", 2],
  ["school", 2],
  ["syntax", 3],
  ["runtime", 3],
  ["yaml", 4],
  ["checker", 4],
  ["analysis", 5],
  ["ir", 5],
  ["backends/interpreter", 6],
  ["backends/typescript", 6],
  ["backends/sql", 6],
  ["backends/docs", 6],
  ["data", 6],
  ["schema", 6],
  ["draft.ts", 7],
  ["yaml-form.ts", 7],
  ["explain", 7],
  ["witness", 7],
  ["compile.ts", 8],
  ["turn-figure.ts", 8],
  ["examples", 8],
  ["init", 8],
  ["morning", 8],
  ["letters", 8],
  ["coverage", 9],
  ["narration", 8],
  ["pack", 9],
  ["hindsight", 9],
  ["documents", 10],
  ["documents.ts", 11],
  ["papers.ts", 11],
  ["diff", 9],
  ["outline", 9],
  ["compare", 9],
  ["code-pages", 9],
  ["language-service", 10],
  ["wording.ts", 11],
  ["build.ts", 11],
  ["sql.ts", 11],
  ["runtime.ts", 11],
  ["schema.ts", 11],
  ["pages.ts", 11],
  ["yaml-files.ts", 11],
  ["index.ts", 11],
  ["lsp", 12],
  ["extension", 12],
  ["language-server.ts", 13],
  ["cli", 14],
  ["vite", 15],
  ["vite.ts", 16],
]);

/** Generated programs carry the runtime with them, so it brings nothing but itself and these. */
const runtimeMayKnow = new Set(["school", "units", "support", "runtime"]);

/** These use the compiler as any other program would. */
const guests = new Set(["cli", "lsp", "extension", "playground"]);

/** `src/backends/sql/print.ts` is in `backends/sql`; a file directly in src/ is a room of its own. */
function roomOf(path: string): string {
  const [top = "", ...rest] = path.split("/");
  if (top !== "src") return top;
  return rest.slice(0, rest[0] === "backends" && rest.length > 2 ? 2 : 1).join("/");
}

function isDoor(path: string): boolean {
  return /^src\/[^/]+\.ts$/.test(path);
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Everything wrong with a file's imports, in words. */
function importComplaints(file: SourceFile): readonly string[] {
  return file.imports.flatMap(({ specifier }) => {
    const complaint = specifier.startsWith(".")
      ? neighbourComplaint(file, specifier)
      : packageComplaint(file, specifier);
    return complaint === undefined ? [] : [`${file.path}: ${complaint}`];
  });
}

function neighbourComplaint(file: SourceFile, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(file.path), specifier);
  const [own, other] = [roomOf(file.path), roomOf(target)];
  if (own === other) return undefined;
  if (guests.has(own)) return isDoor(target) ? undefined : `${own} uses the public doors alone, not ${target}`;
  if (!target.startsWith("src/")) return `${target} lies outside src/`;
  if (own === "runtime" && !runtimeMayKnow.has(other)) return `the runtime does not know ${other}`;
  const [ownRank, otherRank] = [ranks.get(own), ranks.get(other)];
  if (ownRank === undefined || otherRank === undefined) return `${own} or ${other} has no rank`;
  return otherRank < ownRank ? undefined : `${own} (rank ${ownRank}) does not know ${other} (rank ${otherRank})`;
}

function packageComplaint(file: SourceFile, specifier: string): string | undefined {
  const room = roomOf(file.path);
  if (specifier.startsWith("node:")) {
    return room === "cli" || room === "lsp" || room === "extension" || room === "vite"
      ? undefined
      : `${specifier} is for the command line and the language server`;
  }
  if (room === "runtime") return "the runtime has no dependencies";
  if (/^(@ts-morph\/.*|ts-morph|typescript)$/.test(packageOf(specifier)) && room !== "backends/typescript") {
    return `${specifier} weighs megabytes and is for backends/typescript`;
  }
  return undefined;
}

/** Everything else a file of src/ may not do. */
function habitComplaints(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const atTheEdge = room === "cli" || room === "data";
  const complaints = [
    file.exportsDefault && "exports a default: name what it exports",
    file.exportsFromElsewhere && !isDoor(file.path) && "passes on the exports of another file: import them from there",
    file.names.has("Date") && !atTheEdge && "uses Date: days and moments are whole numbers, see src/school",
    file.names.has("Math.random") && "uses Math.random: randomness is a seed that someone hands in",
    !file.text.startsWith("//") && "does not open with a line saying what it turns into what",
    /\/(utils|helpers|common|types)\.ts$/.test(file.path) && "has a name that says nothing",
  ];
  return complaints.filter((complaint) => complaint !== false).map((complaint) => `${file.path} ${complaint}`);
}

/** What is loaded at once when a file is, found by following its imports. */
function loadedAtOnce(start: string, files: ReadonlyMap<string, SourceFile>): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    for (const { specifier, when } of files.get(path)?.imports ?? []) {
      if (when !== "at-once") continue;
      waiting.push(specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : packageOf(specifier));
    }
  }
  return loaded;
}

/** The rooms that a map gives a line to: a line that opens with the room's path and a slash. */
function roomsOnMap(map: string): readonly string[] {
  return [...map.matchAll(/^[^\p{L}\n]*([a-z][a-z-]*(?:\/[a-z][a-z-]*)*)\/(?![\w*])/gmu)].map(([, room = ""]) => room);
}

const sources = readSourceFiles("src");
/** How the page is built is no part of the page. */
const playground = readSourceFiles("playground").filter(({ path }) => !path.endsWith("vite.config.ts"));
const roomsInUse = [...new Set(sources.map((file) => roomOf(file.path)))];

describe("the rooms of src", () => {
  test("there are files to judge", () => {
    expect(roomsInUse).toEqual(expect.arrayContaining(["support", "source", "diagnostics"]));
  });

  test("every room has a rank", () => {
    expect(roomsInUse.filter((room) => !ranks.has(room))).toEqual([]);
  });

  test("each imports only from a lower rank, and only the packages that are its own", () => {
    expect([...sources, ...playground].flatMap(importComplaints)).toEqual([]);
  });

  test("no file has a habit that the house forbids", () => {
    expect(sources.flatMap(habitComplaints)).toEqual([]);
  });

  test("the public door loads neither the TypeScript writer nor anything of Node's, so that a page can open it", () => {
    const files = new Map(sources.map((file) => [file.path, file]));
    const loaded = [...loadedAtOnce("src/index.ts", files)];
    expect(loaded.filter((name) => name.startsWith("node:") || packageOf(name) === "ts-morph")).toEqual([]);
  });

  test("a draft is made without the analysis, so that a page can load that later", () => {
    const files = new Map(sources.map((file) => [file.path, file]));
    const loaded = [...loadedAtOnce("src/draft.ts", files)];
    expect(loaded).toContain("src/checker/check-policy.ts");
    expect(loaded.filter((name) => name.startsWith("src/analysis/"))).toEqual([]);
  });

  test("a draft is made without what reads YAML, so that a page can load that later", () => {
    const files = new Map(sources.map((file) => [file.path, file]));
    const loaded = (start: string): readonly string[] => [...loadedAtOnce(start, files)];
    const ofYaml = (name: string): boolean => /^(?:src\/(?:yaml|data)\/|src\/yaml-|yaml$|zod$)/.test(name);
    expect(loaded("src/yaml-files.ts").filter(ofYaml)).toEqual(expect.arrayContaining(["yaml", "zod"]));
    expect([...loaded("src/draft.ts"), ...loaded("src/coverage/calendar-file.ts")].filter(ofYaml)).toEqual([]);
  });

  test("the map has one line for each room, and for no other", () => {
    expect(existsSync(`${root}src/README.md`), "src/README.md is the map").toBe(true);
    const mapped = roomsOnMap(readFileSync(`${root}src/README.md`, "utf8"));
    expect(mapped.toSorted()).toEqual(roomsInUse.filter((room) => !room.endsWith(".ts")).toSorted());
  });
});

describe("the judge itself", () => {
  const judge = (path: string, text: string): readonly string[] => {
    const file = readSource(path, `// Turns nothing into nothing.\n${text}`);
    return [...importComplaints(file), ...habitComplaints(file)].map((complaint) => complaint.replace(/^[^ ]* /, ""));
  };

  test.each([
    [
      "src/source/text.ts",
      'import { ratio } from "../units/ratio.ts";',
      "source (rank 1) does not know units (rank 1)",
    ],
    ["src/units/a.ts", 'import type { Day } from "../school/day.ts";', "units (rank 1) does not know school (rank 2)"],
    [
      "src/units/a.ts",
      'export const a = (): unknown => import("../ir/ir.ts");',
      "units (rank 1) does not know ir (rank 5)",
    ],
    ["src/units/a.ts", 'export type A = import("../ir/ir.ts").Ir;', "units (rank 1) does not know ir (rank 5)"],
    [
      "src/backends/sql/a.ts",
      'import { a } from "../docs/a.ts";',
      "backends/sql (rank 6) does not know backends/docs (rank 6)",
    ],
    ["src/attic/a.ts", 'import { a } from "../units/a.ts";', "attic or units has no rank"],
    ["src/units/a.ts", 'import { a } from "../../test/a.ts";', "test/a.ts lies outside src/"],
    ["src/runtime/a.ts", 'import { a } from "../source/text.ts";', "the runtime does not know source"],
    ["src/runtime/a.ts", 'import { a } from "yaml";', "the runtime has no dependencies"],
    ["src/cli/a.ts", 'import { a } from "../units/a.ts";', "cli uses the public doors alone, not src/units/a.ts"],
    ["src/data/a.ts", 'import { a } from "node:fs";', "node:fs is for the command line and the language server"],
    ["src/ir/a.ts", 'import { a } from "ts-morph";', "ts-morph weighs megabytes and is for backends/typescript"],
    ["src/units/a.ts", "export default 1;", "exports a default: name what it exports"],
    ["src/units/a.ts", "export default function a() {}", "exports a default: name what it exports"],
    [
      "src/units/a.ts",
      "export const a = new Date(0);",
      "uses Date: days and moments are whole numbers, see src/school",
    ],
    ["src/units/a.ts", "export let a: Date;", "uses Date: days and moments are whole numbers, see src/school"],
    [
      "src/units/a.ts",
      "export const a = Math.random();",
      "uses Math.random: randomness is a seed that someone hands in",
    ],
    ["src/units/index.ts", 'export * from "./a.ts";', "passes on the exports of another file: import them from there"],
    ["src/units/utils.ts", "export const a = 1;", "has a name that says nothing"],
  ])("in %s, %s is told off", (path, text, complaint) => {
    expect(judge(path, text)).toEqual([complaint]);
  });

  test.each([
    ["src/school/a.ts", 'import { a } from "../units/a.ts"; import { b } from "./b.ts";'],
    ["src/backends/typescript/a.ts", 'import { Project } from "ts-morph";'],
    ["src/index.ts", 'export * from "./compile.ts";'],
    ["src/cli/a.ts", 'import { a } from "../index.ts"; import { readFile } from "node:fs/promises"; new Date();'],
    ["src/syntax/a.ts", "export const kinds = { Date: 1 }; kinds.Date;"],
    ["src/units/a.ts", "export function a(b: 1 | 2) { switch (b) { default: return b; } }"],
  ])("in %s, %s is allowed", (path, text) => {
    expect(judge(path, text)).toEqual([]);
  });

  test("a file without a word on what it does is told off", () => {
    expect(habitComplaints(readSource("src/units/a.ts", "export const a = 1;"))).toEqual([
      "src/units/a.ts does not open with a line saying what it turns into what",
    ]);
  });

  test("only what is loaded at once is followed", () => {
    const texts = {
      "src/a.ts": 'import "./b.ts"; import type { C } from "./c.ts"; void import("./d.ts"); export const c: C = 1;',
      "src/b.ts": 'import { e } from "@scope/e/deep"; export { e };',
      "src/c.ts": 'import "ts-morph";',
      "src/d.ts": 'import "ts-morph";',
    };
    const files = new Map(Object.entries(texts).map(([path, text]) => [path, readSource(path, text)]));
    expect([...loadedAtOnce("src/a.ts", files)]).toEqual(["src/a.ts", "src/b.ts", "@scope/e"]);
  });

  test("a room is read off the map wherever its line is drawn", () => {
    const map =
      "# Map\n\n```\n  support/   tiny\n```\n- `backends/sql/`: queries\n| **units/** | ratios |\nsee source/ too\nsrc/x.ts";
    expect(roomsOnMap(map)).toEqual(["support", "backends/sql"]);
  });
});

test("the root holds what the README says, and nothing else", () => {
  const rooms = ["grammar", "playground", "policies", "src", "test"];
  const papers = [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package-lock.json",
    "package.json",
    "rolldown.config.ts",
    "tsconfig.json",
  ];
  const left = ["coverage", "dist", "node_modules"];
  const known = new Set([...rooms, ...papers, ...left]);
  expect(readdirSync(root).filter((name) => !known.has(name) && !/^\.|\.tgz$/.test(name))).toEqual([]);
});
