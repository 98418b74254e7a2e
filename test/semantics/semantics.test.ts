// The rules S1 to S32 of grammar/README.md, each tried by examples in the language itself. A rule's number stands in the title.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileFile, runExamplesOf } from "../policy-files.ts";

const files = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".rollcall"))
  .map((name) => new URL(name, import.meta.url));

const compiled = files.map((file) => ({ name: file.pathname.split("/").at(-1) ?? "", compilation: compileFile(file) }));

describe.each(compiled)("$name", ({ compilation }) => {
  test("is sound", () => {
    expect(compilation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  for (const { title, run } of runExamplesOf(compilation)) {
    test(title, () => {
      expect(
        run()
          .results.filter(({ met }) => !met)
          .map(({ found }) => found),
      ).toEqual([]);
    });
  }
});

test("every rule on meaning has an example, and every example names a rule", () => {
  const stated = [
    ...readFileSync(new URL("../../grammar/README.md", import.meta.url), "utf8").matchAll(/\*\*S(\d+)/g),
  ].map((match) => Number(match[1]));
  const titles = compiled.flatMap(({ compilation }) => compilation.examples.map(({ title }) => title));
  const tried = new Set(titles.flatMap((title) => [...title.matchAll(/\bS(\d+)\b/g)].map((match) => Number(match[1]))));
  expect(stated.filter((rule) => rule <= 32 && !tried.has(rule))).toEqual([]);
  expect(titles.filter((title) => !/^S\d+ /.test(title))).toEqual([]);
});
