// Small policies that are right: one for each construct and each provision that schools have. Nothing may fire on any of them,
// in either form, and each holds examples that come out as written. A rule that speaks here gives false alarms.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { asYaml } from "../analysis/rule-fixtures.ts";
import { libraryOf, runExamplesOf } from "../policy-files.ts";

const folder = new URL("./", import.meta.url);
const today = knownDay("2026-03-02");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".rollcall"))
  .toSorted();

function compiled(name: string, text: string): Compilation {
  const file = new URL(name, folder);
  return compile(makeSource(fileURLToPath(file), text), libraryOf(file), undefined, today);
}

test("there is a policy for every construct and provision", () => {
  expect(names.length).toBeGreaterThanOrEqual(30);
});

describe.each(names)("%s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  const inText = compiled(name, text);

  test("is right: nobody has anything to say", () => {
    expect(inText.diagnostics.map((each) => `${each.code}: ${messageOf(each)}`)).toEqual([]);
  });

  test("is as right in the YAML form", () => {
    const { diagnostics } = compiled(`${name}.yaml`, asYaml(name, text));
    expect(diagnostics.map((each) => `${each.code}: ${messageOf(each)}`)).toEqual([]);
  });

  test("has examples, and all come out as written", () => {
    const examples = runExamplesOf(inText).map(({ title, run }) => ({ title, ...run() }));
    expect(examples.length).toBeGreaterThan(0);
    const failed = examples.filter(({ passed }) => !passed);
    expect(failed.map(({ title, results }) => [title, results.map(({ found }) => found).join(" ")])).toEqual([]);
  });
});
