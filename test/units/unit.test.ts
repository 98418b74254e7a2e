import { describe, expect, it } from "vitest";
import { allUnits, unitFamily, unitFromWords, unitWords } from "../../src/units/unit.ts";

describe("unit words", () => {
  it("reads every unit back from its own words, one and many, with spaces or hyphens", () => {
    for (const unit of allUnits) {
      for (const count of [0, 1, 2, 10]) {
        const words = unitWords(unit, count);
        expect(unitFromWords(words)).toEqual({ kind: "unit", unit });
        expect(unitFromWords(words.replaceAll(" ", "-"))).toEqual({ kind: "unit", unit });
      }
    }
  });

  it.each([
    ["school weeks", "school-week"],
    ["school-week", "school-week"],
    ["%", "per-cent"],
    ["per cent", "per-cent"],
    ["people", "person"],
    ["half-terms", "half-term"],
    ["half term", "half-term"],
  ] as const)("reads %j as %s", (words, unit) => {
    expect(unitFromWords(words)).toEqual({ kind: "unit", unit });
  });

  it("S3: knows a bare day for what it is, so that a policy can be asked which day it means", () => {
    expect(unitFromWords("day")).toEqual({ kind: "bare-day" });
    expect(unitFromWords("days")).toEqual({ kind: "bare-day" });
  });

  it.each(["fortnight", "", "School Days", "constructor", "__proto__", "schooldays"])("does not know %j", (words) => {
    expect(unitFromWords(words)).toBeUndefined();
  });

  it("says one week but two weeks", () => {
    expect(unitWords("school-week", 1)).toBe("school week");
    expect(unitWords("school-week", 10)).toBe("school weeks");
  });

  it("keeps kinds of number that may not be compared in different families", () => {
    expect(unitFamily("per-cent")).not.toBe(unitFamily("session"));
    expect(unitFamily("pound")).not.toBe(unitFamily("point"));
    expect(unitFamily("school-day")).toBe(unitFamily("calendar-day"));
  });
});
