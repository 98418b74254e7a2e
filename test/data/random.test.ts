import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../src/data/random.ts";

const first = (...seeds: number[]): number[] => {
  const random = makeRandom(...seeds);
  return Array.from({ length: 5 }, () => random.below(1000));
};

describe("chance", () => {
  it("is the same for the same seeds and unrelated for any others", () => {
    expect(first(1, 2)).toEqual(first(1, 2));
    const starts = Array.from({ length: 2000 }, (_, seed) => makeRandom(7, seed).below(2 ** 32));
    expect(new Set(starts).size).toBe(2000);
    expect(first(1, 2)).not.toEqual(first(2, 1));
  });

  it("draws what it drew on the day this was written, on every computer", () => {
    const random = makeRandom(1);
    expect(Array.from({ length: 6 }, () => random.below(1_000_000))).toEqual([
      188263, 773570, 26006, 744824, 634650, 668985,
    ]);
  });

  it("stays within its bounds", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 31 }), (seed, bound) => {
        const random = makeRandom(seed);
        for (let index = 0; index < 20; index++) {
          const drawn = random.below(bound);
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
        }
        expect(random.between(3, 3)).toBe(3);
      }),
    );
  });

  it("draws evenly, and by weight where there are weights", () => {
    const random = makeRandom(42);
    const tally = (length: number, draw: () => number): number[] => {
      const counts = Array.from<number>({ length }).fill(0);
      for (let index = 0; index < 40_000; index++) {
        const drawn = draw();
        counts[drawn] = (counts[drawn] ?? 0) + 1;
      }
      return counts;
    };
    // six standard deviations to either side of the mean
    for (const count of tally(10, () => random.below(10))) expect(Math.abs(count - 4000)).toBeLessThan(360);
    const [light, none, heavy] = tally(3, () => random.weighted([1, 0, 3]));
    expect(none).toBe(0);
    expect(Math.abs((light ?? 0) - 10_000)).toBeLessThan(520);
    expect((light ?? 0) + (heavy ?? 0)).toBe(40_000);
    expect([random.chance(0), random.chance(1_000_000)]).toEqual([false, true]);
    expect(tally(2, () => ["a", "b"].indexOf(random.pick(["a", "b"])))).not.toContain(0);
  });
});
