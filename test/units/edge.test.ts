import { describe, expect, it } from "vitest";
import {
  allEdges,
  edgeFromWords,
  edgeWords,
  holdsAt,
  includesEdge,
  isLowerBound,
  isUpperBound,
} from "../../src/units/edge.ts";

describe("an edge", () => {
  it.each([
    ["below", true, false, false],
    ["fewer-than", true, false, false],
    ["before", true, false, false],
    ["at-most", true, true, false],
    ["by", true, true, false],
    ["until", true, true, false],
    ["exactly", false, true, false],
    ["at-least", false, true, true],
    ["from", false, true, true],
    ["above", false, false, true],
    ["more-than", false, false, true],
    ["after", false, false, true],
  ] as const)("S2: %s holds under, on and over its limit: %s, %s, %s", (edge, under, on, over) => {
    expect([holdsAt(edge, -1), holdsAt(edge, 0), holdsAt(edge, 1)]).toEqual([under, on, over]);
    expect(includesEdge(edge)).toBe(on);
    expect(isLowerBound(edge)).toBe(over);
    expect(isUpperBound(edge)).toBe(under);
  });

  it("S2: is one of twelve, and each is read back from its own words", () => {
    expect(allEdges).toHaveLength(12);
    for (const edge of allEdges) expect(edgeFromWords(edgeWords(edge))).toBe(edge);
    expect(edgeFromWords("at-least")).toBe("at-least");
    expect(edgeFromWords("under")).toBeUndefined();
    expect(edgeFromWords("toString")).toBeUndefined();
  });
});
