import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSource } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { arbitraryPolicy } from "./arbitrary-policy.ts";
import { withoutPlaces } from "./without-places.ts";

function read(text: string): Ast.Policy {
  const { policy, diagnostics } = parsePolicy(makeSource("printed.rollcall", text));
  expect(diagnostics).toEqual([]);
  if (policy === undefined) throw new Error("Nothing was read");
  return policy;
}

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

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

  test("the tour of the language is printed as it stands, apart from its spacing", () => {
    const policy = read(fixture("tour.rollcall"));
    const printed = printPolicy(policy);
    expect(withoutPlaces(read(printed))).toEqual(withoutPlaces(policy));
    expect(printPolicy(read(printed))).toBe(printed);
  });
});
