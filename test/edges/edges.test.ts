// Figures, seconds, weeks, years and regimes at their very edges, under the national layer: in the language, by its examples.

import { describe, expect, test } from "vitest";
import { compileFile, runExamplesOf } from "../policy-files.ts";
import { compareRatio, parsePercent, ratio } from "../../src/units/ratio.ts";

const policies = ["edges.rollcall", "august-2024.rollcall"].map((name) => ({
  name,
  compilation: compileFile(new URL(name, import.meta.url)),
}));

describe.each(policies)("$name", ({ compilation }) => {
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

describe("a share beside its edge", () => {
  const edge = parsePercent("95%");

  test.each([
    ["18999 of 20000", ratio(18_999, 20_000), -1],
    ["19000 of 20000", ratio(19_000, 20_000), 0],
    ["19001 of 20000", ratio(19_001, 20_000), 1],
    // One part in 9 million million: as floating point both are 0.95.
    ["one less of 9,007,199,254,740,980", ratio(8_556_839_292_003_930, 9_007_199_254_740_980), -1],
    ["all of 9,007,199,254,740,980", ratio(8_556_839_292_003_931, 9_007_199_254_740_980), 0],
    ["one more of 9,007,199,254,740,980", ratio(8_556_839_292_003_932, 9_007_199_254_740_980), 1],
  ])("%s", (_title, share, expected) => {
    expect(edge === undefined ? undefined : compareRatio(share, edge)).toBe(expected);
  });
});
