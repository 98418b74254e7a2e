// Each policy of the repository in its two forms: what is generated from the text is the text's equal to the last meaning.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { policyPaths } from "../generate/yaml-files.ts";
import { libraryOf, readText } from "../policy-files.ts";
import { withoutPlaces } from "../syntax/without-places.ts";

function compileForm(path: string, ending: string): Compilation {
  const file = new URL(`../../${path}${ending}`, import.meta.url);
  const source = readText(file);
  if (source === undefined) throw new Error(`There is no ${path}${ending}: run \`npm run generate\``);
  return compile(source, libraryOf(file));
}

/** What a model says, its places aside; maps become lists so that they are compared, too. */
function meaning(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(meaning);
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (isPlace(part) ? [] : [[key, meaning(part)]])),
  );
}

function isPlace(value: unknown): boolean {
  return typeof value === "object" && value !== null && "source" in value && "from" in value && "to" in value;
}

describe.each(policyPaths)("%s", (path) => {
  const text = readFileSync(new URL(`../../${path}.rollcall`, import.meta.url), "utf8");
  const yaml = readFileSync(new URL(`../../${path}.rollcall.yaml`, import.meta.url), "utf8");

  test("has one tree in both forms, and the text can be had back from the YAML", () => {
    const { policy } = parsePolicy(makeSource("a.rollcall", text));
    const twin = parseYamlPolicy(makeSource("a.rollcall.yaml", yaml));
    expect(twin.diagnostics).toEqual([]);
    expect(withoutPlaces(twin.policy)).toEqual(withoutPlaces(policy));
    expect(twin.policy && printPolicy(twin.policy)).toBe(policy && printPolicy(policy));
  });

  test("has one meaning in both forms, and is told the same", { timeout: 60_000 }, () => {
    const [first, second] = [compileForm(path, ".rollcall"), compileForm(path, ".rollcall.yaml")];
    expect(first.model).toBeDefined();
    expect(meaning(second.model)).toEqual(meaning(first.model));
    expect(meaning(second.examples)).toEqual(meaning(first.examples));
    // Each form speaks of its own lines.
    const told = ({ diagnostics }: Compilation) =>
      diagnostics
        .map((each) =>
          [each.code, messageOf(each), hintOf(each)]
            .join(" ")
            .replaceAll(/\blines? \d+(?:, \d+)*(?: and \d+)?/g, "lines"),
        )
        .toSorted();
    expect(told(second)).toEqual(told(first));
  });
});
