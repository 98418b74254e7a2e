import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { jsonSchema } from "../../src/yaml/json-schema.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import type { Shape, StatementShape } from "../../src/yaml/shape.ts";
import { shapes } from "../../src/yaml/shapes.ts";
import { policyPaths } from "../generate/yaml-files.ts";
import { arbitraryPolicy } from "../syntax/arbitrary-policy.ts";

const options = { allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true } as const;
const validators = [new Ajv2020(options).compile(jsonSchema()), new Ajv(options).compile(jsonSchema("draft-07"))];

/** What each draft of the schema says of a YAML text, as an editor would read it; the two have to agree. */
function complaints(text: string): readonly string[] {
  const value: unknown = parse(text, { version: "1.2" });
  const [newest, older] = validators.map((validate) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  );
  expect(older?.length === 0).toBe(newest?.length === 0);
  return [...(newest ?? []), ...(older ?? [])];
}

const head = "school-policy: {name: hill-top, title: Hill Top}\n";

describe("the JSON Schema of the YAML form", () => {
  test("accepts every policy of the repository", () => {
    for (const path of policyPaths) {
      const file = new URL(`../../${path}.rollcall.yaml`, import.meta.url);
      expect(complaints(readFileSync(file, "utf8"))).toEqual([]);
    }
  });

  test("accepts the tour of the language", () => {
    const text = readFileSync(new URL("../syntax/fixtures/tour.rollcall", import.meta.url), "utf8");
    const { policy } = parsePolicy(makeSource("tour.rollcall", text));
    expect(policy && complaints(toYaml(policy))).toEqual([]);
  });

  test("accepts whatever is written as YAML", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        expect(complaints(toYaml(policy))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ["a file without a policy", "parameters: {}"],
    ["two policies in one", `${head}nation-policy: {name: a, title: b}`],
    ["a kind that is none", `${head}stauses: {late: absent}`],
    ["a key that is none", `${head}parameters: {a: {is: 5 days, lck: fixed}}`],
    ["a key that is missing", `${head}parameters: {a: {lock: fixed}}`],
    ["a lock that is none", `${head}parameters: {a: {is: 5 days, lock: firm}}`],
    ["a name that is none", `${head}parameters: {A: 5 days}`],
    ["a code that is none", `${head}codes: {"08": {means: x, category: a}}`],
    ["a clause that is none", `${head}parameters: {a: {is: 5 days, clauses: [HAL1]}}`],
    ["a date that is none", `${head.trim().slice(0, -1)}, review-by: tomorrow}`],
    ["half a switch", `${head}statuses: {a: {from: letter sent}}`],
    ["a step without its turn", `${head}procedures: {a: {for-each: year, course: [{step: b, do: []}]}}`],
    ["a list for a group of keys", `${head}acts: [visit]`],
  ])("refuses %s", (_, text) => {
    expect(complaints(text)).not.toEqual([]);
  });
});

test("the older draft says what the newest does, in its own words", () => {
  const older = JSON.stringify(jsonSchema("draft-07"));
  expect(older).toContain('"$schema":"http://json-schema.org/draft-07/schema#"');
  expect(older).not.toMatch(/\$defs|dependentRequired|2020-12/);
  expect(older.match(/#\/definitions\//g)?.length).toBe(JSON.stringify(jsonSchema()).match(/#\/\$defs\//g)?.length);
});

describe("the table of shapes", () => {
  const all: Readonly<Record<string, StatementShape>> = shapes;
  const partsOf = (shape: Shape): readonly string[] =>
    shape.kind === "list" ? shape.of : shape.kind === "part" || shape.kind === "named" ? [shape.of] : [];

  test("speaks only of sorts that it describes, and describes only those that can be reached", () => {
    const named = new Set(Object.values(all).flatMap(({ keys }) => Object.values(keys).flatMap(partsOf)));
    expect([...named].toSorted()).toEqual(
      Object.keys(all)
        .filter((sort) => sort !== "file" && sort !== "section")
        .toSorted(),
    );
  });

  test("needs only keys that exist", () => {
    for (const { keys, needed, oneOf, together = [], main } of Object.values(all)) {
      const asked = [...needed, ...oneOf.flat(), ...together, ...(main === undefined ? [] : [main])];
      expect(asked.filter((key) => !Object.hasOwn(keys, key))).toEqual([]);
    }
  });

  test("says of every key what it is for", () => {
    const says = Object.values(all).flatMap(({ keys }) => Object.values(keys).map((shape) => shape.says));
    expect(says.filter((words) => !/^[A-Z]/.test(words))).toEqual([]);
  });
});
