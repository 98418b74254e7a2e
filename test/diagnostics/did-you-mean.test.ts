import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundedDistance, closestName, suggestName } from "../../src/diagnostics/did-you-mean.ts";

const roles = ["headteacher", "attendance-officer", "school-office", "senco", "local-authority"];

describe("did you mean", () => {
  test.each([
    ["headteecher", "headteacher"],
    ["haedteacher", "headteacher"],
    ["Headteacher", "headteacher"],
    ["officer-attendance", "attendance-officer"],
    ["attendance officer", "attendance-officer"],
    ["snco", "senco"],
    ["LA", "local-authority"],
  ])("%s is probably %s", (word, meant) => {
    expect(closestName(word, roles)).toBe(meant);
  });

  test.each(["governor", "x", "", "headline-news"])("%j is like none of them", (word) => {
    expect(closestName(word, roles)).toBeUndefined();
  });

  test("the nearest wins, and the first of equally near ones", () => {
    expect(closestName("letter-2x", ["letter-1", "letter-2", "letter-2y"])).toBe("letter-2");
    expect(closestName("lettr", ["lette", "letter"])).toBe("lette");
  });

  test("a single letter is not corrected into another", () => {
    expect(closestName("Q", ["L", "U"])).toBeUndefined();
  });

  test("the hint names the probable word, else what there is", () => {
    expect(suggestName("snco", roles, "roles")).toBe('Did you mean "senco"?');
    expect(suggestName("governor", ["senco", "senco", "headteacher"], "roles")).toBe(
      "The roles known here: senco and headteacher.",
    );
    expect(suggestName("governor", [], "roles")).toBe("There are no roles to choose from yet.");
    const many = Array.from({ length: 13 }, (_, index) => `room-${index}`);
    expect(suggestName("governor", many, "rooms")).toBe("It is none of the 13 rooms known here.");
  });
});

/** The definition itself, without rows or bounds: slow, and plainly right. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const changed = distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const missing = Math.min(distance(a.slice(0, -1), b), distance(a, b.slice(0, -1))) + 1;
  const swaps = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  const swapped = swaps ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity;
  return Math.min(changed, missing, swapped);
}

describe("of every two words", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });

  test("the distance is the least number of slips, or too far", () => {
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, bound) => {
        const exact = distance(a, b);
        expect(boundedDistance(a, b, bound)).toBe(exact <= bound ? exact : undefined);
      }),
      { numRuns: 300 },
    );
  });

  test("the distance is the same both ways", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(boundedDistance(a, b, 3)).toBe(boundedDistance(b, a, 3));
      }),
    );
  });
});
