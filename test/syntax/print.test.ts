import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printPolicy } from "../../src/syntax/print.ts";
import { arbitraryPolicy } from "./arbitrary-policy.ts";
import { fixture, read } from "./read.ts";
import { withoutPlaces } from "./without-places.ts";

describe("printing", () => {
  test("a printed policy reads as the same policy", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        expect(withoutPlaces(read(printPolicy(policy)))).toEqual(withoutPlaces(policy));
      }),
      { numRuns: 150 },
    );
  });

  test("printing what was printed changes nothing", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        const printed = printPolicy(policy);
        expect(printPolicy(read(printed))).toBe(printed);
      }),
      { numRuns: 150 },
    );
  });

  test.each(["tour.rollcall", "beyond-the-tour.rollcall"])(
    "%s is printed as it stands, apart from its spacing",
    (name) => {
      const policy = read(fixture(name));
      const printed = printPolicy(policy);
      expect(withoutPlaces(read(printed))).toEqual(withoutPlaces(policy));
      expect(printPolicy(read(printed))).toBe(printed);
    },
  );

  test("what is laid out already stays as it is", () => {
    const text = fixture("beyond-the-tour.rollcall");
    expect(printPolicy(read(text))).toBe(text);
  });
});
