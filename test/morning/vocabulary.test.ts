// The words of a policy are those of the sample school: what is invented to try a policy on must speak its language.

import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkWords } from "../../src/data/check-words.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import { inventSchool } from "../../src/morning/invent-school.ts";
import { vocabularyOf } from "../../src/morning/vocabulary-of.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { compileFile } from "../policy-files.ts";
import { said } from "../data/read.ts";

function modelOf(name: string): Parameters<typeof vocabularyOf>[0] {
  const { model } = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (model === undefined) throw new Error(`${name} cannot be read`);
  return model;
}

async function strangeIn(files: Iterable<readonly [string, string]>, policy: string): Promise<readonly string[]> {
  const folder = memoryFolder("sample", files);
  const { school } = await readSchool(folder);
  return said({ diagnostics: await checkWords(school, vocabularyOf(modelOf(policy)), folder) });
}

describe("the sample school", () => {
  test.each(["england", "hall-green", "delapre"])("uses the words of %s alone", async (policy) => {
    const files = inventSchool({ seed: 3, pupils: 90, until: lastInstant(knownDay("2026-03-13")) });
    expect(files?.size).toBeGreaterThan(6);
    expect(await strangeIn(files ?? [], policy)).toEqual([]);
  });

  test("that lies beside Hall Green's policy uses its words alone", async () => {
    const home = new URL("../../policies/hall-green/sample/", import.meta.url);
    const files = readdirSync(home).map((name) => [name, readFileSync(new URL(name, home), "utf8")] as const);
    expect(await strangeIn(files, "hall-green")).toEqual([]);
  });
});

describe("the words of a policy", () => {
  const vocabulary = vocabularyOf(modelOf("hall-green"));

  test("are those it declares, and those of the nation", () => {
    expect([...vocabulary.flags]).toEqual(expect.arrayContaining(["free-school-meals", "looked-after"]));
    expect([...vocabulary.roles]).toEqual(expect.arrayContaining(["headteacher", "family-support-worker"]));
    expect([...vocabulary.acts]).toEqual(expect.arrayContaining(["report-absence", "issue-penalty-notice"]));
    expect(vocabulary.acts.has(vocabulary.decide)).toBe(false);
  });

  test("are also what its sentences and conditions speak of, and what it decides", () => {
    expect([...vocabulary.objects]).toEqual(expect.arrayContaining(["notice-to-improve", "penalty-notice", "parents"]));
    expect(vocabulary.decisions.get("prosecute-or-withdraw")).toEqual(new Set(["prosecute", "withdraw"]));
    expect(vocabulary.decisions.get("genuine")).toEqual(new Set(["yes", "no"]));
  });

  test("and for a field that rules compare with words, all words of that sort", () => {
    expect([...(vocabulary.values.get("reason") ?? [])]).toEqual(expect.arrayContaining(["illness", "interview"]));
    expect([...(vocabulary.values.get("channel") ?? [])]).toEqual(expect.arrayContaining(["voicemail", "newsletter"]));
    expect(vocabulary.values.has("adult")).toBe(false);
  });
});
