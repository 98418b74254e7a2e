// Texts that nobody meant to write: whatever they are, the checker answers with findings and never throws.

import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPolicy } from "../../src/checker/check-policy.ts";
import { printModel } from "../../src/checker/print.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { checkLayer, said } from "./check-text.ts";

const whole = readFileSync(new URL("../syntax/fixtures/tour.rollcall", import.meta.url), "utf8");
const words = whole.match(/\S+/g) ?? [];
const { model: parent } = checkLayer("small-england");

/** One slip: at a place of the text, some words are lost, doubled, or put in from elsewhere in it. */
const slip = fc.record({
  at: fc.integer({ min: 0, max: whole.length - 1 }),
  lost: fc.integer({ min: 0, max: 40 }),
  put: fc.constantFrom("", ...words),
});

function withSlips(slips: readonly { readonly at: number; readonly lost: number; readonly put: string }[]): string {
  return slips.reduce((text, { at, lost, put }) => `${text.slice(0, at)} ${put} ${text.slice(at + lost)}`, whole);
}

test("a policy with any words lost, doubled or misplaced is checked to the end", () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
      const { policy } = parsePolicy(makeSource("slips.rollcall", withSlips(slips)));
      if (policy === undefined) return;
      const { model, diagnostics } = checkPolicy({ policy, parent });
      expect(printModel(model).length).toBeGreaterThan(0);
      for (const { span } of diagnostics) expect(span.to).toBeGreaterThanOrEqual(span.from);
    }),
    { numRuns: 25 },
  );
});

test("names that every object has are names like any other", () => {
  const text = `school policy hill-top "Hill Top"
extends small-england
status constructor when to-string
flag to-string
reason has-own-property
status prototype when reason is has-own-property and constructor
`;
  const { policy } = parsePolicy(makeSource("names.rollcall", text));
  if (policy === undefined) throw new Error("The text can be read");
  expect(checkPolicy({ policy, parent }).diagnostics).toEqual([]);
});

test("a name that stands in what could not be read is not called unknown as well", () => {
  const text = `school policy hill-top "Hill Top"
extends small-england
act tidy-up "tidied" recording
status settled when tidied and looked-afer
`;
  const { policy, diagnostics: unread } = parsePolicy(makeSource("unread.rollcall", text));
  if (policy === undefined) throw new Error("The rest of the text can be read");
  expect(unread.length).toBe(1);
  expect(said(checkPolicy({ policy, parent }).diagnostics)).toEqual([
    "unknown-words: Nothing in this policy is called `looked-afer`, so it can neither hold nor fail.",
  ]);
});
