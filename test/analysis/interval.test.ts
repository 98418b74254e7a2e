// Stretches of figures: what is in one, in both, in neither, and in the mirror.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remainder } from "../../src/analysis/exact.ts";
import { contains, gapsBetween, intersection, intervalOf, mirrored, without } from "../../src/analysis/interval.ts";
import type { Bound, Interval } from "../../src/analysis/interval.ts";
import { allEdges, holdsAt } from "../../src/units/edge.ts";
import { compareRatio, ratio } from "../../src/units/ratio.ts";

const figure = fc
  .record({ n: fc.integer({ min: 0, max: 24 }), d: fc.constantFrom(12, 24) })
  .map(({ n, d }) => ratio(n, d));
const bound: fc.Arbitrary<Bound> = fc.record({ at: figure, included: fc.boolean() });
const anyInterval: fc.Arbitrary<Interval> = fc.record({ low: bound, high: bound }, { requiredKeys: [] });

describe("an interval", () => {
  test("lets through what its edge lets through, the limit itself included or not (S2)", () => {
    fc.assert(
      fc.property(fc.constantFrom(...allEdges), figure, figure, (edge, limit, at) => {
        expect(contains(intervalOf(edge, limit), at)).toBe(holdsAt(edge, compareRatio(at, limit)));
      }),
    );
  });

  test("shares with another exactly what is in both", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, figure, (a, b, at) => {
        const both = intersection(a, b);
        expect(both !== undefined && contains(both, at)).toBe(contains(a, at) && contains(b, at));
      }),
    );
  });

  test("without another is what is in the one and not in the other", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, figure, (a, b, at) => {
        expect(without(a, b).some((part) => contains(part, at))).toBe(contains(a, at) && !contains(b, at));
      }),
    );
  });

  test("has gaps where none of several stretches reaches", () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 4 }), anyInterval, figure, (taken, within, at) => {
        const gaps = gapsBetween(taken, within);
        const inNone = contains(within, at) && !taken.some((each) => contains(each, at));
        expect(gaps.some((gap) => contains(gap, at))).toBe(inNone);
      }),
    );
  });

  test("is mirrored figure by figure: attendance up to 90% is absence from 10% on", () => {
    fc.assert(
      fc.property(anyInterval, figure, (a, at) => {
        fc.pre(at.n <= at.d);
        expect(contains(mirrored(a), remainder(at))).toBe(contains(a, at));
      }),
    );
  });
});
