// The contents page of the cookbook: it leads to every recipe, and what it says of trying one is so.

import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readClauses } from "../../src/yaml/clause-file.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";
import { blocksOf } from "./blocks.ts";
import { heading } from "./cook.ts";
import { kitchen, readRecipes } from "./recipes.ts";

const contents = readFileSync(`${root}${kitchen}README.md`, "utf8");
const recipes = readRecipes();
const blocks = blocksOf(contents);

/** As code hosts make the address of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

test("every recipe is listed once, by page in the order in which the page has it, and nothing else is", () => {
  const listed = [...contents.matchAll(/^- \[(.*)\]\((.*)\)$/gm)].map(([, title, link]) => `${title} → ${link}`);
  const there = recipes.map(({ title, page }) => `${title} → ${page}#${anchorOf(title)}`);
  expect(listed.toSorted()).toEqual(there.toSorted());
  for (const page of new Set(recipes.map((recipe) => recipe.page)))
    expect(listed.filter((line) => line.includes(` → ${page}#`))).toEqual(
      there.filter((line) => line.includes(` → ${page}#`)),
    );
});

test("every link to a recipe leads to one, and every clause of the nation's that they name is one", () => {
  const nation = readFileSync(`${root}policies/england/clauses.yaml`, "utf8");
  const { clauses } = readClauses(makeSource("clauses.yaml", nation)).file;
  const places = recipes.map(({ page, title }) => `${page}#${anchorOf(title)}`);
  for (const { page, prose } of [...recipes, { page: "README.md", prose: contents }]) {
    for (const [, other = page, anchor = ""] of prose.matchAll(/\]\(([a-z-]+\.md)?(#[^)]*)\)/g))
      expect(places).toContain(`${other}${anchor}`);
    for (const [id] of prose.matchAll(/\bENG-\d+/g)) expect([...clauses.keys()]).toContain(id);
  }
});

describe("trying a recipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-kitchen-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const commands = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.trimEnd().split("\n"))
    .map((line) => line.replaceAll("/tmp/kitchen", join(folder, "kitchen")));
  const recipe = recipes.find(({ clause }) => clause === "LETTER-2");

  test("the school's file begins as the page shows it", () => {
    expect(blocks.filter(({ language }) => language === "rollcall").map(({ text }) => text)).toEqual([heading]);
  });

  test("the commands do what the page says", () => {
    const [copy = "", ...asked] = commands;
    const run = (line: string) =>
      spawnSync(line.replace(/^node /, `"${process.execPath}" `), { cwd: root, shell: true, encoding: "utf8" });
    expect(run(copy).status).toBe(0);
    const added = [...(recipe?.rule ?? []), ...(recipe?.examples ?? [])].map(({ text }) => `\n${text}`).join("");
    appendFileSync(join(folder, "kitchen", "brook-lane.rollcall"), added);
    const answers = asked.map(run);
    expect(answers.map(({ status }) => status)).toEqual([0, 0]);
    expect(answers.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim())).toEqual([
      expect.stringMatching(/: no problems$/),
      expect.stringMatching(/: [1-9]\d* examples came out as written, 0 did not$/),
    ]);
  });
});
