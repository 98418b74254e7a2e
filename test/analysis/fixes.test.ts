// Every fix that a rule offers, applied to the text in which the rule speaks, in both forms: the finding is gone, the policy
// still makes sense, and nothing else has come up.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { rules } from "../../src/analysis/rules.ts";
import { applyEdits, applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { knownDay } from "../../src/school/day.ts";
import { asYaml, findingsIn, modelOf, readFixture } from "./rule-fixtures.ts";

const today = knownDay("2026-03-02");
const codes = [...rules.keys()];

interface Case {
  readonly name: string;
  readonly text: string;
}

function formsOf(code: string): readonly Case[] {
  const name = `${code}.wrong.rollcall`;
  const text = readFixture(name);
  return [
    { name, text },
    { name: `${name}.yaml`, text: asYaml(name, text) },
  ];
}

/** With the first fix of everything, as `--fix` would, until no finding has one. */
function mendedThroughout(name: string, text: string): string {
  let after = text;
  for (let round = 0; round < 5; round++) after = mendedOnce(name, after);
  return after;
}

function mendedOnce(name: string, text: string): string {
  const found = findingsIn(name, text, today);
  const source = found[0]?.span.source;
  return source === undefined ? text : applyFixes(source, found).text;
}

const offered = codes.filter((code) =>
  findingsIn(`${code}.wrong.rollcall`, readFixture(`${code}.wrong.rollcall`), today).some(
    ({ fixes }) => fixes.length > 0,
  ),
);

test("at least half of the rules offer a fix", () => {
  expect(offered.length * 2).toBeGreaterThanOrEqual(codes.length);
});

test("words taken over from another place leave the comment between them behind", () => {
  const name = "actors-differ.wrong.rollcall";
  const text = readFixture(name).replace(
    "    attendance-officer must",
    "    attendance-officer, -- at the front desk\n      headteacher must",
  );
  const finding = findingsIn(name, text, today).find(({ code }) => code === "actors-differ");
  const after = finding?.fixes.map(({ edits }) => applyEdits(finding.span.source, edits)) ?? [];
  expect(after).toContainEqual(expect.stringContaining("\n  attendance-officer, headteacher must report"));
  for (const mended of after)
    expect(findingsIn(name, mended, today).map(({ code }) => code)).not.toContain("actors-differ");
});

describe.each(offered)("a fix of %s", (code) => {
  test("is offered in both forms alike", () => {
    const [text = [], yaml = []] = formsOf(code).map(({ name, text: wrong }) =>
      findingsIn(name, wrong, today).map(({ fixes }) => fixes.map(({ title }) => title)),
    );
    expect(yaml).toEqual(text);
  });

  test("ends the finding, and nothing is left that other fixes do not mend", () => {
    for (const { name, text } of formsOf(code)) {
      for (const finding of findingsIn(name, text, today)) {
        for (const fix of finding.fixes) {
          const after = applyEdits(finding.span.source, fix.edits);
          const left = findingsIn(name, after, today).map(messageOf);
          expect(left, `${name}: ${fix.title}\n\n${after}`).not.toContain(messageOf(finding));
          expect(findingsIn(name, mendedThroughout(name, after), today).map(messageOf)).toEqual([]);
        }
      }
    }
  });

  test("is told as an instruction", () => {
    for (const { name, text } of formsOf(code)) {
      for (const { fixes } of findingsIn(name, text, today)) {
        for (const { title } of fixes) expect(title).toMatch(/^[a-z].*[^.]$/);
      }
    }
  });
});

function readPolicy(file: string): string {
  return readFileSync(new URL(`../../policies/${file}`, import.meta.url), "utf8");
}

describe.each(["hall-green"])("a fix in the real policy %s", (school) => {
  const england = modelOf("england.rollcall", readPolicy("england/england.rollcall"));

  test.each(["rollcall", "rollcall.yaml"])(
    "of the form %s ends its finding, and the policy still makes sense",
    (form) => {
      const name = `${school}.${form}`;
      const text = readPolicy(`${school}/${name}`);
      const found = analyse(modelOf(name, text, england), today);
      for (const finding of found) {
        for (const fix of finding.fixes) {
          const after = applyEdits(finding.span.source, fix.edits);
          const left = analyse(modelOf(name, after, england), today).map(messageOf);
          expect(left, `${finding.code}: ${fix.title}`).not.toContain(messageOf(finding));
        }
      }
      expect(found.filter(({ fixes }) => fixes.length > 0).length).toBeGreaterThan(5);
    },
  );
});
