// The how-manieth of a record, with each edge, and where that does not hold: a sentence that says the other half of it is untrue.

import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { sayComparison } from "../../src/narration/say-comparison.ts";
import { knownDay } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { libraryOf } from "../policy-files.ts";

const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const ISSUED = "“penalty notice issued” is on record";

function said(edge: string, holds: boolean): string {
  const text = `school policy a "A"\nextends england\nmeasure price for each issue-penalty-notice is {\n  £160 when ordinal of issue-penalty-notice last 3 years ${edge}\n  otherwise £80\n}\n`;
  const { model, diagnostics } = compile(makeSource("a.rollcall", text), libraryOf(file));
  const condition = model?.measures.get("price")?.rows[0]?.when;
  if (model === undefined || condition?.kind !== "compare") throw new Error(diagnostics.map(({ code }) => code).join());
  return sayComparison({ model, day: knownDay("2026-03-13"), to: "parents" }, condition, holds);
}

test.each([
  ["at least 2", "for the second time or more", "for the first time"],
  ["at least 3", "for the third time or more", "for at most the second time"],
  ["more than 2", "for the third time or more", "for at most the second time"],
  ["at most 1", "for the first time", "for the second time or more"],
  ["fewer than 3", "for at most the second time", "for the third time or more"],
  ["at least 11", "for time number 11 or more", "for at most the tenth time"],
])("%s", (edge, so, notSo) => {
  expect(said(edge, true)).toBe(`${ISSUED} ${so} in the last 3 years`);
  expect(said(edge, false)).toBe(`${ISSUED} ${notSo} in the last 3 years`);
});

test("exactly 2", () => {
  expect(said("exactly 2", true)).toBe(`${ISSUED} for the second time in the last 3 years`);
  expect(said("exactly 2", false)).toBe(`it is not so that ${ISSUED} for the second time in the last 3 years`);
});
