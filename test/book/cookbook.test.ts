// The cookbook is true: every recipe compiles, its examples come out and notice when the rule is gone, its traps are traps,
// and what is shown in YAML is the rule again.

import { describe, expect, test } from "vitest";
import { mutantsOf } from "../../src/coverage/mutants.ts";
import { once } from "../../src/support/once.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { noticedPlainly } from "../coverage/plain-trial.ts";
import { withoutPlaces } from "../syntax/without-places.ts";
import type { Block } from "./blocks.ts";
import { consequencesOf, cook, failures, served } from "./cook.ts";
import type { Dish } from "./cook.ts";
import { readRecipes, uses } from "./recipes.ts";
import type { Recipe } from "./recipes.ts";

const recipes = readRecipes();

const whole = ({ given, rule, examples }: Recipe): readonly Block[] => [...given, ...rule, ...examples];
const codesOf = (text: string | undefined): readonly string[] => text?.split(",").toSorted() ?? [];
const toldCodes = ({ compilation }: Dish): readonly string[] =>
  [...new Set(compilation.diagnostics.map(({ code }) => code))].toSorted();

describe.each(recipes.map((recipe) => [recipe.clause, recipe] as const))("%s", (_, recipe) => {
  const { blocks, clause, examples, given, instead, layers, prose, rule, says } = recipe;
  const dish = once(() => cook(recipe, whole(recipe)));

  test("says what the school says, the rule, examples and a trap", () => {
    expect({ clause, says }).toEqual({ clause: expect.stringMatching(/./), says: expect.stringMatching(/[.?]$/) });
    expect(rule.length * examples.length).toBeGreaterThan(0);
    expect(prose).toContain("*Trap.* ");
  });

  test("knows each of its blocks", () => {
    const unknown = blocks.filter(({ language, words }) =>
      language === "rollcall" ? words.some((word) => !uses.some((use) => use === word)) : words.length > 0,
    );
    expect(unknown).toEqual([]);
    expect(["rollcall", "yaml", "text"]).toEqual(expect.arrayContaining(blocks.map(({ language }) => language)));
  });

  test("compiles, and is told nothing that it does not announce", () => {
    const announced = [...given, ...rule].flatMap(({ values }) => codesOf(values.get("tells"))).toSorted();
    expect(toldCodes(dish())).toEqual(announced);
  });

  test("has examples that come out as written", () => {
    expect(dish().compilation.examples.length).toBeGreaterThan(0);
    expect([...failures(dish())]).toEqual([]);
  });

  test("has an example that fails once what the school says is taken away", () => {
    const { compilation, calendar, parent } = dish();
    if (compilation.ast === undefined) throw new Error("it cannot be read");
    const removals = mutantsOf(compilation.ast).filter(
      ({ kind, clauses }) => (kind === "remove" || kind === "read") && clauses.includes(clause),
    );
    const trial = { school: compilation, parent: { model: parent }, calendar };
    const noticed = removals.map((removal) => [noticedPlainly(trial, removal), removal.span.from] as const);
    const unnoticed = noticed
      .filter(([by]) => by === "nothing")
      .map(([, from]) => served(whole(recipe)).slice(from, from + 80));
    expect(unnoticed).toEqual([]);
    expect(noticed.map(([by]) => by)).toContain("example");
  });

  test.each(instead.map((block) => [block.line, block] as const))(
    "says what its trap on line %i leads to",
    (__, trap) => {
      const { finding, broken, text } = consequencesOf(recipe, trap);
      const [error, tells, breaks] = ["error", "tells", "breaks"].map((key) => trap.values.get(key));
      expect(finding?.code).toBe(error ?? tells);
      expect(finding?.severity === "error").toBe(error !== undefined);
      expect(breaks === undefined ? [] : broken).toEqual(breaks === undefined ? [] : expect.arrayContaining([breaks]));
      const shown = blocks[blocks.indexOf(trap) + 1];
      expect(shown?.language).toBe("text");
      expect(oneLine(shown?.text ?? "")).toBe(oneLine(text));
      expect(text).not.toBe("");
    },
  );

  test.each(blocks.filter(({ language }) => language === "yaml").map((block) => [block.line, block] as const))(
    "has the same rule in YAML on line %i",
    (__, { text }) => {
      const heading = "school-policy: {name: brook-lane, title: Brook Lane School}\n";
      const twin = parseYamlPolicy(makeSource("brook-lane.rollcall.yaml", heading + text));
      const { policy } = parsePolicy(makeSource("brook-lane.rollcall", served(rule)));
      expect(twin.diagnostics).toEqual([]);
      expect(withoutPlaces(twin.policy?.declarations)).toEqual(withoutPlaces(policy?.declarations));
    },
  );

  test("is laid out as the formatter lays it out", () => {
    for (const block of [...layers, ...given, ...rule, ...instead, ...examples]) {
      const { policy, diagnostics } = parsePolicy(makeSource("brook-lane.rollcall", served([block])));
      const broken = policy === undefined || diagnostics.some(({ severity }) => severity === "error");
      if (broken) expect(block.values.get("error"), `line ${block.line}`).toBeDefined();
      else expect(printPolicy(policy).slice(-block.text.length)).toBe(block.text);
    }
  });
});

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

test("there are more than forty, each with a clause and a title of its own", () => {
  expect(recipes.length).toBeGreaterThan(40);
  expect(new Set(recipes.map(({ clause }) => clause)).size).toBe(recipes.length);
  expect(new Set(recipes.map(({ title }) => title)).size).toBe(recipes.length);
});

test("more than ten are shown in YAML too", () => {
  const shown = recipes.filter(({ blocks }) => blocks.some(({ language }) => language === "yaml"));
  expect(shown.length).toBeGreaterThan(10);
});
