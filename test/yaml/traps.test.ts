// What people who live in spreadsheets and word processors leave in a YAML file: it is read as meant, or told with the line as
// it was probably meant, and that line can be read.

import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import { makeSource, positionOf } from "../../src/source/text.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";

const head = "school-policy:\n  name: hill-top\n  title: Hill Top\n";

function read(text: string) {
  const source = makeSource("hill-top.rollcall.yaml", text);
  return { source, ...parseYamlPolicy(source) };
}

/** The declarations as text, below the head. */
function asText(text: string): string {
  const { policy, diagnostics } = read(text);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return policy === undefined ? "" : printPolicy(policy).split("\n").slice(2).join("\n").trim();
}

describe("is read as meant", () => {
  test.each([
    ["a percentage", "parameters:\n  target: 95%\n", "parameter target is 95%"],
    ["a percentage with a fraction", "parameters:\n  target: 95.50%\n", "parameter target is 95.50%"],
    ["N, Y and No", "codes:\n  N: {means: No, category: unauthorised}\n", 'code N "No" unauthorised'],
    ["Yes", "codes:\n  L: {means: Late, category: attending, on-site: Yes}\n", 'code L "Late" attending on site'],
    ["TRUE", "codes:\n  L: {means: Late, category: attending, on-site: TRUE}\n", 'code L "Late" attending on site'],
    ["a lone backslash", "codes:\n  \\: {means: Here, category: attending}\n", 'code \\ "Here" attending'],
    ["a quoted #", 'codes:\n  "#": {means: Shut, category: not-possible}\n', 'code # "Shut" not-possible'],
    ["a comment behind a value", "parameters:\n  target: 95% # agreed\n", "parameter target is 95%  -- agreed"],
    ["a date", "parameters:\n  due: 2026-01-31\n", "parameter due is 2026-01-31"],
    ["a time of the afternoon", "parameters:\n  bell: 13:30\n", "parameter bell is 13:30"],
    ["a number with a leading nought", "parameters:\n  notice: 08 school days\n", "parameter notice is 08 school days"],
    ["a tab behind a colon", "parameters:\n  target:\t95%\n", "parameter target is 95%"],
    ["an anchor and its alias", "parameters:\n  a: &a 95%\n  b: *a\n", "parameter a is 95%\nparameter b is 95%"],
    ["a hard space between words", "parameters:\n  notice: 5\u00a0school days\n", "parameter notice is 5 school days"],
    ["curly quotes in words between people", "notes:\n  - says: Be “on time”\n", 'note "Be “on time”"'],
  ])("%s", (_, yaml, text) => {
    expect(asText(head + yaml)).toBe(text);
  });

  test("line ends of another system, and a mark at the front of the file", () => {
    const yaml = `${head}parameters:\n  target: 95%\n`;
    expect(asText(yaml.replaceAll("\n", "\r\n"))).toBe("parameter target is 95%");
    expect(asText(`\uFEFF${yaml}`)).toBe("parameter target is 95%");
  });
});

describe("is told, with the line as it was probably meant", () => {
  test.each([
    ["a code that became a comment", "codes:\n  #: {means: Shut, category: not-possible}\n", '"#": {means: Shut'],
    [
      "a # behind coded",
      "statuses:\n  shut: count of absent sessions coded # this year at least 1 session\n",
      "'count of",
    ],
    ["a time without its nought", "parameters:\n  bell: 8:55\n", "08:55"],
    ["a time with a dot", "registers:\n  morning:\n    times:\n      - {moment: opens, is: 8.55}\n", "08:55"],
    ["a date in the order of the country", "parameters:\n  due: 31/01/2026\n", "2026-01-31"],
    ["a date with long hyphens", "parameters:\n  due: 2026–01–31\n", "2026-01-31"],
    ["a tab that indents", "parameters:\n\ttarget: 95%\n", "  target: 95%"],
    ["hard spaces that indent", "parameters:\n\u00a0\u00a0target: 95%\n", "  target: 95%"],
    ["a hard space behind a colon", "parameters:\n  target:\u00a095%\n", "target: 95%"],
    ["no space behind a colon", "parameters:\n  target:95%\n", "target: 95%"],
    ["curly quotes in a phrase", "statuses:\n  a: judged “so” by office\n", 'judged "so" by office'],
    ["a value in curly quotes", "parameters:\n  target: “95%”\n", '"95%"'],
    ["a second colon", "notes:\n  - says: The rule: be on time\n", "'The rule: be on time'"],
    ["a bullet", "notes:\n  • says: Be on time\n", "- says: Be on time"],
  ])("%s", (_, yaml, mended) => {
    const { source, diagnostics } = read(head + yaml);
    const fixable = diagnostics.filter(({ fixes }) => fixes.length > 0).slice(0, 1);
    expect(fixable).toHaveLength(1);
    const { text } = applyFixes(source, fixable);
    expect(text).toContain(mended);
    expect(read(text).diagnostics.map(({ code }) => code)).toEqual([]);
  });
});

describe("is told at its place", () => {
  test.each([
    ["a key that stands twice", "parameters:\n  a: 95%\n  a: 96%\n", "yaml-key-twice", 6],
    ["a code that is none", "codes:\n  08: {means: X, category: attending}\n", "yaml-wrong-value", 5],
    ["a second document", "---\nschool-policy: {name: b, title: B}\n", "yaml-broken", 4],
    ["a group joined to another", "acts:\n  a: &a {by: office}\n  b: {<<: *a}\n", "yaml-key-unknown", 6],
    ["a reference to nothing", "parameters:\n  a: *b\n", "yaml-reference-unknown", 5],
  ])("%s", (_, yaml, code, line) => {
    const [told] = read(head + yaml).diagnostics;
    expect([told?.code, told === undefined ? 0 : positionOf(told.span).line]).toEqual([code, line]);
  });
});
