import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSource } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { arbitraryPolicy } from "../syntax/arbitrary-policy.ts";
import { withoutPlaces } from "../syntax/without-places.ts";

function readText(text: string): Ast.Policy {
  const { policy, diagnostics } = parsePolicy(makeSource("written.rollcall", text));
  expect(diagnostics).toEqual([]);
  if (policy === undefined) throw new Error("Nothing was read");
  return policy;
}

function readYaml(text: string): Ast.Policy {
  const { policy, diagnostics } = parseYamlPolicy(makeSource("written.rollcall.yaml", text));
  expect(diagnostics).toEqual([]);
  if (policy === undefined) throw new Error(`Nothing was read of\n${text}`);
  return policy;
}

const tour = readFileSync(new URL("../syntax/fixtures/tour.rollcall", import.meta.url), "utf8");

/** Somewhere in it two declarations of one kind bear one name. */
function hasNamesakes(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if (!Array.isArray(node)) return Object.values(node).some(hasNamesakes);
  const named = node.flatMap(
    (each: { kind?: string; name?: { text?: string }; code?: { text?: string }; title?: { text?: string } } | null) => {
      const name = each?.name?.text ?? each?.code?.text ?? each?.title?.text;
      return name === undefined ? [] : [`${each?.kind ?? ""} ${name}`];
    },
  );
  return new Set(named).size < named.length || node.some(hasNamesakes);
}

describe("a policy written as YAML", () => {
  test("reads as the same policy, whatever it holds", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        expect(withoutPlaces(readYaml(toYaml(policy)))).toEqual(withoutPlaces(policy));
      }),
      { numRuns: 60 },
    );
  });

  test("is written the same when it is read and written again", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        const written = toYaml(policy);
        expect(toYaml(readYaml(written))).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  test("comes back as the text it was made from, with its comments and empty lines", () => {
    const gaps = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(arbitraryPolicy, gaps, (policy, isGap) => {
        // Two of one kind and name stand in sections of their own, between which there is always an empty line.
        fc.pre(!hasNamesakes(policy));
        const lines = printPolicy(policy).split("\n");
        const spaced = lines.flatMap((line, index) => (isGap[index % isGap.length] === true ? [line, ""] : [line]));
        const read = readText(spaced.join("\n"));
        expect(printPolicy(readYaml(toYaml(read)))).toBe(printPolicy(read));
      }),
      { numRuns: 60 },
    );
  });

  test("holds the tour of the language, and gives it back", () => {
    const policy = readText(tour);
    const twin = readYaml(toYaml(policy));
    expect(withoutPlaces(twin)).toEqual(withoutPlaces(policy));
    expect(printPolicy(twin)).toBe(printPolicy(policy));
  });
});
