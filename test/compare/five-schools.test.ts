// The five schools side by side: whatever they call things, they stand in the same rows, and the page keeps to its width.

import { describe, expect, test } from "vitest";
import { compareMany } from "../../src/compare/compare-many.ts";
import { comparisonToMarkdown, printComparison } from "../../src/compare/print-comparison.ts";
import { compareForPupil } from "../../src/compare/same-pupil.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

const schools = ["hall-green", "delapre", "rufford", "newquay", "slade"];
const compiled = schools.map((name) =>
  compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url)),
);
const policies = compiled.flatMap(({ ready, model }) =>
  ready === undefined || model === undefined ? [] : [{ ...ready, model }],
);
const comparison = compareMany(policies.map(({ model }) => model));

function saidIn(title: string): readonly (readonly string[])[] {
  return comparison.rows.find((row) => row.title === title)?.cells.map((cell) => cell.map(({ says }) => says)) ?? [];
}

test("all five are sound", () => {
  expect(policies.map(({ model }) => model.name)).toEqual(schools);
});

describe("rows come from the models", () => {
  test("the morning register: when it opens at each", () => {
    expect(saidIn("morning register opens").slice(0, 2)).toEqual([["08:55"], ["08:55"]]);
    expect(saidIn("morning register opens").flat()).toHaveLength(5);
  });

  test("thresholds fall from the highest to the lowest, and the law's stand in every column", () => {
    const limits = comparison.rows
      .filter(({ section }) => section.startsWith("Attendance thresholds"))
      .map(({ title }) => Number.parseFloat(title));
    expect(limits.length).toBeGreaterThan(5);
    expect(limits).toEqual(limits.toSorted((a, b) => b - a));
    const severe = comparison.rows.find(({ title }) => title === "50%");
    expect(severe?.cells.map((cell) => cell.some(({ law }) => law))).toEqual([true, true, true, true, true]);
    expect(saidIn("95%")[0]).toEqual(["below: “Stage 1”"]);
  });

  test("what is the law at one school is the law at all: the price of a notice in the regime of its date", () => {
    const prices = saidIn("what it costs").map((says) => says.join(" "));
    expect(prices[0]).toContain("£160");
    expect(prices).toHaveLength(5);
    expect(prices.every((price) => /£(60|80) if paid early/.test(price))).toBe(true);
  });
});

test("a rank of 1 is the strictest: the register that closes first", () => {
  const row = comparison.rows.find(({ title }) => title === "morning register closes");
  const times = (row?.cells ?? []).flatMap((cell, place) => {
    const rank = row?.ranks[place];
    return rank === undefined ? [] : [{ rank, closes: Math.min(...cell.flatMap(({ size }) => size ?? [])) }];
  });
  expect(times.length).toBeGreaterThan(2);
  const byRank = times.toSorted((a, b) => a.rank - b.rank).map(({ closes }) => closes);
  expect(byRank).toEqual(byRank.toSorted((a, b) => a - b));
  expect(times.map(({ rank }) => rank)).toContain(1);
});

test.each([true, false])("the page keeps to 120 columns (in full: %s)", (all) => {
  const text = printComparison(comparison, { width: 120, colour: false, all });
  const widths = text.split("\n").map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(120);
});

test("as Markdown every row has one cell for each school, whatever stands in it", () => {
  const rows = comparisonToMarkdown(comparison)
    .split("\n")
    .filter((line) => line.startsWith("|"));
  expect(new Set(rows.map((row) => row.replaceAll("\\|", "").split("|").length))).toEqual(
    new Set([schools.length + 3]),
  );
});

test("the same pupil under each: who comes a minute past nine", () => {
  const [hallGreen] = compiled;
  const example = hallGreen?.examples.find(({ title }) => title === "a minute past nine is late");
  if (hallGreen === undefined || example === undefined) throw new Error("no such example");
  const { rows } = compareForPupil(policies, { example, calendar: calendarOf(hallGreen) });
  const codes = rows
    .find(({ title }) => title === "codes to record")
    ?.cells.map((cell) => cell.map(({ says }) => says));
  expect(codes?.[0]).toEqual(["L"]);
  expect(rows[0]?.section).toContain("Tue 3 Mar 2026");
});
