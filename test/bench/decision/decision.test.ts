import { describe, expect, test } from "vitest";
import { drawChart } from "../draw-chart.ts";
import { checkForms } from "../parts/decide.ts";
import { figuresOf } from "../parts/thresholds.ts";
import { ruleEngines } from "../thresholds/engines.ts";
import { decideByHand } from "../thresholds/rules.ts";
import { openDecision } from "./decision.ts";
import { hostilePupilsOf, pupilsOf } from "./pupils.ts";

describe("the decision that the bench measures", () => {
  const decision = openDecision();

  test("is that of 190 school days in 40 school weeks, the last half-term from the 155th on", () => {
    const { year } = decision;
    expect([year.days, new Set(year.weekOf).size, year.halfTermFrom >> 1]).toEqual([190, 40, 154]);
  });

  test("comes out alike by every form, on usual pupils and on such as no school has", () => {
    for (const draw of [pupilsOf(decision.year, 5), hostilePupilsOf(decision.year, 5)])
      expect(checkForms(decision, draw, 60).length).toBeGreaterThan(10);
  });
});

test("every rule engine decides the thresholds as the function by hand does", async () => {
  for (const { answer } of ruleEngines())
    for (const { facts } of figuresOf(9, 15)) expect(await answer(facts)).toBe(decideByHand(facts));
});

test("a chart gives every line its name and every point its place", () => {
  const points = [1, 10, 100].map((x) => ({ x, y: 2 * x }));
  const svg = drawChart({
    title: "a < b",
    across: "x",
    up: "y",
    lines: [
      { name: "one", points },
      { name: "two", points },
    ],
  });
  expect(svg).toContain("a &lt; b");
  expect(svg.match(/<circle/g)).toHaveLength(6);
  expect(svg).toMatch(/>one<[\s\S]*>two</);
  expect(svg).not.toContain("NaN");
});
