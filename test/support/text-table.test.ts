import { expect, test } from "vitest";
import { textTable } from "../../src/support/text-table.ts";

test("a table that has room stands as it is, with a rule under its heading", () => {
  expect(
    textTable(
      [
        ["what", "when"],
        ["gates open", "08:40"],
      ],
      80,
    ),
  ).toEqual(["what        when", "──────────  ─────", "gates open  08:40"]);
});

test("cells wrap within the width, the widest column first, and long words break after a hyphen", () => {
  const lines = textTable(
    [
      ["a", "b"],
      ["one", "a word-that-is-far-too-long for its column"],
    ],
    24,
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(24);
  expect(lines.slice(2)).toEqual(["one  a word-that-is-far-", "     too-long for its", "     column"]);
});

test("no row, no table; and a row that is short is filled", () => {
  expect(textTable([], 80)).toEqual([]);
  expect(textTable([["a", "b"], ["1"]], 80)).toEqual(["a  b", "─  ─", "1"]);
});
