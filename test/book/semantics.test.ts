// The chapter on semantics tells no second truth: each rule stands there as the language's contract has it, with cases that are tried.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compareText } from "../../src/support/compare-text.ts";
import type { CaseFile } from "../conformance/case-file.ts";
import { root } from "../source-files.ts";
import { bookFolder } from "./pages.ts";

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const contract = readFileSync(`${root}grammar/README.md`, "utf8");
const page = readFileSync(`${bookFolder}semantics.md`, "utf8");

const stated = [...contract.matchAll(/^- (\*\*S\d+.*?)(?=^- |^#|^$)/gms)].map(([, rule = ""]) => oneLine(rule));

/** By rule, what stands under its heading. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^S\d+/.exec(section)?.[0] ?? "", section]),
);

test("it has every rule, in order", () => {
  expect([...sections.keys()]).toEqual(Array.from({ length: 35 }, (_, index) => `S${index + 1}`));
});

describe.each([...sections])("%s", (rule, section) => {
  test("is quoted word for word", () => {
    const quoted = oneLine([...section.matchAll(/^> ?(.*)$/gm)].map(([, row = ""]) => row).join(" "));
    expect(quoted).not.toBe("");
    expect(stated).toContain(quoted);
    expect(quoted).toMatch(new RegExp(`\\b${rule}\\b`));
  });

  test("names cases that are about it, and examples that bear its number", () => {
    const cases = [...section.matchAll(/\(\.\.\/\.\.\/(test\/conformance\/[^)]+\.yaml)\)/g)].map(
      ([, path = ""]) => path,
    );
    expect(cases.length).toBeGreaterThan(0);
    for (const path of cases) {
      const { rules = [] } = parse(readFileSync(`${root}${path}`, "utf8")) as CaseFile;
      expect(rules, path).toContain(rule);
    }
    for (const [, title = ""] of section.matchAll(/^example "(.*)" \{$/gm)) expect(title.split(" ")).toContain(rule);
    expect(cases).toEqual(cases.toSorted(compareText));
  });
});
