import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRatio, formatPercent, parsePercent, ratio, subtractRatio } from "../../src/units/ratio.ts";

const smallRatio = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([n, d]) => ratio(n, d));
const anyRatio = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
  .map(([n, d]) => ratio(n, d));

describe("an exact ratio", () => {
  it("calls 342 of 380 exactly ninety per cent, and one session either side not", () => {
    const ninety = parsePercent("90");
    expect(ninety && compareRatio(ratio(342, 380), ninety)).toBe(0);
    expect(ninety && compareRatio(ratio(341, 380), ninety)).toBe(-1);
    expect(ninety && compareRatio(ratio(343, 380), ninety)).toBe(1);
  });

  it("refuses a base of nought, a base below it, and numbers that are not safe integers", () => {
    for (const [n, d] of [
      [1, 0],
      [1, -2],
      [0.5, 2],
      [2 ** 53, 1],
      [1, Number.NaN],
    ] as const) {
      expect(() => ratio(n, d)).toThrow("not an exact ratio");
    }
  });

  it("compares as whole-number arithmetic does, for any two ratios however large", () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d);
        expect(compareRatio(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    );
  });

  it("sees the difference of one part in nine thousand million million, where floating point sees none", () => {
    const whole = Number.MAX_SAFE_INTEGER;
    expect((whole - 1) / whole === (whole - 2) / (whole - 1)).toBe(true);
    expect(compareRatio(ratio(whole - 1, whole), ratio(whole - 2, whole - 1))).toBe(1);
  });

  it("subtracts exactly: taking away and comparing agree, and a difference added back compares equal", () => {
    fc.assert(
      fc.property(smallRatio, smallRatio, (a, b) => {
        const change = subtractRatio(a, b);
        expect(Math.sign(change.n)).toBe(compareRatio(a, b) + 0);
        expect(compareRatio(subtractRatio(a, change), b)).toBe(0);
      }),
    );
  });
});

describe("a percentage in writing", () => {
  it.each([
    [342, 380, 1, "90.0%"],
    [1, 3, 2, "33.33%"],
    [2, 3, 0, "67%"],
    [1999, 2000, 1, "100.0%"],
    [19989, 20000, 1, "99.9%"],
    [0, 5, 1, "0.0%"],
    [-1, 8, 1, "-12.5%"],
    [-1, 8, 0, "-13%"],
    [-1, 5000, 1, "0.0%"],
    [1, 200, 0, "1%"],
  ])("%i of %i to %i places reads %s", (n, d, places, text) => {
    expect(formatPercent(ratio(n, d), places)).toBe(text);
  });

  it("rounds to the nearest, halves up, for every ratio", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), fc.nat(4), (n, d, places) => {
        const read = parsePercent(formatPercent(ratio(n, d), places));
        expect(read).toBeDefined();
        if (read === undefined) return;
        // shown - true, in half units of the last place: at least -1 excluded, at most +1 included
        const error = subtractRatio(read, ratio(n, d));
        const half = ratio(1, 200 * 10 ** places);
        expect(compareRatio(error, half)).not.toBe(1);
        expect(compareRatio(error, ratio(-half.n, half.d))).toBe(1);
      }),
    );
  });

  it("is read back exactly as it was written", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 6 }), (hundredths, places) => {
        const value = ratio(hundredths, 100 * 10 ** places);
        const read = parsePercent(formatPercent(value, places));
        expect(read && compareRatio(read, value)).toBe(0);
      }),
    );
  });

  it("keeps the parts it was written with, so that 95.5 is 955 of 1000", () => {
    expect(parsePercent("95.5")).toEqual({ n: 955, d: 1000 });
    expect(parsePercent("95.5%")).toEqual({ n: 955, d: 1000 });
  });

  it.each(["", "%", "95,5", "-5", "95.", ".5", "9 5", "1e2", "95.1234567", "NaN", "95.5%%"])("refuses %j", (text) => {
    expect(parsePercent(text)).toBeUndefined();
  });
});
