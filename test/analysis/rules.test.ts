// Every rule of the analysis has a page, a text on which it and it alone speaks, and the same text mended, which is silent.

import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { rules } from "../../src/analysis/rules.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { knownDay } from "../../src/school/day.ts";
import { findingsIn, fixtureNames, nationModel, readFixture } from "./rule-fixtures.ts";

const folder = new URL("../../src/analysis/rules/", import.meta.url);
const codes = [...rules.keys()];
const today = knownDay("2026-03-02");

const standardHeader = /^school policy brook "Brook School"\nextends nation\nin force from .*\nreview by .*\n\n/;

/** What a page shows of a fixture: its own lines, without a header that is the same in nearly all. */
function shown(fixture: string): string {
  return readFixture(fixture).replace(standardHeader, "");
}

describe("the rules", () => {
  test("are listed in the order of the alphabet, one for each file of the folder", () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replace(/\.ts$/, ""));
    expect(codes).toEqual(files.toSorted());
  });

  test("have no fixtures and no pages left over", () => {
    const fixtures = codes.flatMap((code) => [`${code}.right.rollcall`, `${code}.wrong.rollcall`]);
    expect(fixtureNames()).toEqual([...fixtures, "nation.rollcall"].toSorted());
    const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
    expect(pages.toSorted()).toEqual(codes.map((code) => `${code}.md`).toSorted());
  });

  test("find nothing wrong with the law of the small nation", () => {
    expect(analyse(nationModel(), today).map(messageOf)).toEqual([]);
  });
});

describe.each(codes)("%s", (code) => {
  test("speaks on the wrong text, and nobody else does", () => {
    const found = findingsIn(`${code}.wrong.rollcall`, readFixture(`${code}.wrong.rollcall`), today);
    expect([...new Set(found.map((each) => each.code))], found.map(messageOf).join("\n")).toEqual([code]);
    for (const each of found) {
      expect(each.home).toBe("unwise-or-unlawful");
      expect(messageOf(each)).not.toMatch(/undefined|\{|\[object/);
      expect(hintOf(each)).not.toBe("");
    }
  });

  test("is silent on the right text, and so is everybody else", () => {
    const found = findingsIn(`${code}.right.rollcall`, readFixture(`${code}.right.rollcall`), today);
    expect(found.map(messageOf)).toEqual([]);
  });

  test("has a page that shows both texts", () => {
    const page = readFileSync(new URL(`${code}.md`, folder), "utf8");
    expect(page).toMatch(/^# .+\n/);
    expect(page).toContain(`Wrong:\n\n\`\`\`rollcall\n${shown(`${code}.wrong.rollcall`)}\`\`\``);
    expect(page).toContain(`Right:\n\n\`\`\`rollcall\n${shown(`${code}.right.rollcall`)}\`\`\``);
  });
});
