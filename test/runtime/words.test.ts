// Words of a policy as figures and conditions read them: under each of their names, and by what they mean.

import { describe, expect, test } from "vitest";
import { compileFile, runExamplesOf } from "../policy-files.ts";

const compilation = compileFile(new URL("words.rollcall", import.meta.url));

describe("words", () => {
  test("are declared without a fault", () => {
    expect(compilation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  for (const { title, run } of runExamplesOf(compilation)) {
    test(title, () => {
      expect(run().results.flatMap(({ met, found }) => (met ? [] : [found]))).toEqual([]);
    });
  }
});
