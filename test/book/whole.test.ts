// The policy that the chapters on the language write together is sound as one file, in both forms, and its examples come out in both.

import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { compileFile, runExamplesOf } from "../policy-files.ts";
import { bookFolder } from "./pages.ts";

const forms = ["wren-hollow.rollcall", "wren-hollow.rollcall.yaml"].map((name) => {
  const compilation = compileFile(pathToFileURL(`${bookFolder}${name}`));
  return { name, compilation, examples: runExamplesOf(compilation) };
});

test.each(forms)("$name is sound, and its examples come out", ({ compilation, examples }) => {
  expect(compilation.diagnostics.filter(({ severity }) => severity !== "advice").map(({ code }) => code)).toEqual([]);
  expect(examples.length).toBeGreaterThan(25);
  expect(examples.filter(({ run }) => !run().passed).map(({ title }) => title)).toEqual([]);
});

test("both forms say the same of it", () => {
  const [text, yaml] = forms.map(({ compilation }) => compilation.diagnostics.map(({ code }) => code).toSorted());
  expect(yaml).toEqual(text);
  expect(forms[1]?.examples.map(({ title }) => title)).toEqual(forms[0]?.examples.map(({ title }) => title));
});
