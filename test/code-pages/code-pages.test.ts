// Every code that any room can report has a page that says what, why and how to mend, and `rollcall explain-code` shows it.

import { describe, expect, test } from "vitest";
import { rules } from "../../src/analysis/rules.ts";
import { allCodePages, explainCode } from "../../src/pages.ts";
import { call } from "../cli/call.ts";
import { readSourceFiles } from "../source-files.ts";

/** Read off the sources, so that a room with messages of its own cannot be forgotten. */
function codesInSources(): readonly string[] {
  return readSourceFiles("src").flatMap(({ text }) => {
    const tables = text.split("defineMessages({").slice(1);
    return tables.flatMap((table) => {
      const [definitions = ""] = table.split(/^\}\);/m);
      return [...definitions.matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?: \{/gm)].map(([, code = ""]) => code);
    });
  });
}

const pages = allCodePages();

describe("the pages of codes", () => {
  test("are there for every code in the sources, and for no other", () => {
    const known = codesInSources().toSorted();
    expect(known.length).toBeGreaterThan(200);
    expect(pages.map(({ code }) => code).toSorted()).toEqual(known);
  });

  test.each(pages.map((page) => [page.code, page] as const))("%s says what, why and how to mend", (code, page) => {
    expect(page.page).toMatch(/^# [A-Z"].*[^.]\n\n/);
    // In an example braces may stand around a name of the policy's own.
    expect(page.page.replaceAll(/```[^]*?```/g, "")).not.toMatch(/undefined|\[object|\{[a-z]+\}/);
    expect(page.page.split("\n\n").length).toBeGreaterThanOrEqual(3);
    expect(page.title).not.toBe("");
    if (rules.has(code)) expect(page.page).toContain("Right:");
  });

  test("show an example of every fault of a policy's text", () => {
    const without = pages.filter(
      ({ code, page }) => !/^(?:answer|data|calendar|letter)-/.test(code) && !page.includes("```"),
    );
    expect(without.map(({ code }) => code)).toEqual(withoutExample);
  });
});

/** Faults of a file as a whole, or of what nobody writes by hand, which no line would make plainer. */
const withoutExample: readonly string[] = [
  "comment-in-phrase",
  "file-too-long",
  "nested-too-deeply",
  "nothing-written",
  "too-many-faults",
  "yaml-key-not-a-word",
  "yaml-reference-circular",
  "yaml-reference-unknown",
  "yaml-tag",
  "yaml-too-deep",
  "yaml-too-many-references",
];

describe("rollcall explain-code", () => {
  test("shows the page of a rule, with what Rollcall can do by itself", async () => {
    const { exit, written, said } = await call(["explain-code", "band-gap"]);
    expect({ exit, said }).toEqual({ exit: 0, said: "" });
    expect(written).toMatch(/^warning\[band-gap\]\n/);
    expect(written).toContain('    bands level of attendance this year {\n      "Good" from 96%');
    expect(written).toContain('- let "Concern" run `below 96%`, where "Good" begins');
  });

  test("shows the page of an error, put together from its own words and an example", async () => {
    const { written } = await call(["explain-code", "number-not-whole"]);
    expect(written).toContain("parameter half is 1.5 sessions\n");
    expect(written).toContain("Write a whole number.");
  });

  test("takes a code as it stands on the screen, and several at once", async () => {
    const { written } = await call(["explain-code", "warning[band-gap]", "band-overlap"]);
    expect(written).toContain("warning[band-gap]");
    expect(written).toContain("warning[band-overlap]");
  });

  test("guesses a slip of the keys", async () => {
    const { exit, said } = await call(["explain-code", "band-gpa"]);
    expect(exit).toBe(2);
    expect(said).toContain('Did you mean "band-gap"?');
  });

  test("asks for a code where none is given", async () => {
    const { exit, said } = await call(["explain-code"]);
    expect(exit).toBe(2);
    expect(said).toContain("--list");
  });

  test("lists every code on a line of its own", async () => {
    const { written } = await call(["explain-code", "--list"]);
    expect(written.trimEnd().split("\n")).toHaveLength(pages.length);
  });

  test("gives the same as data", async () => {
    const { written } = await call(["explain-code", "band-gap", "--format", "json"]);
    expect(JSON.parse(written)).toEqual({ format: "rollcall/codes", version: 1, codes: [explainCode("band-gap")] });
  });
});
