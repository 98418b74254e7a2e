// Every policy of the repository, in both forms: no clause is missing, and both forms cover the same.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coverClauses } from "../../src/coverage/clause-coverage.ts";
import type { ClauseCoverage } from "../../src/coverage/clause-coverage.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { readClauses } from "../../src/yaml/clause-file.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { policyPaths } from "../generate/yaml-files.ts";
import { root } from "../source-files.ts";

const known = new Map<string, readonly ClauseCoverage[]>();

function coverageOf(path: string): readonly ClauseCoverage[] {
  const coverage = known.get(path) ?? coverForms(path);
  known.set(path, coverage);
  return coverage;
}

function coverForms(path: string): readonly ClauseCoverage[] {
  const read = (file: string) => makeSource(file, readFileSync(`${root}${file}`, "utf8"));
  const { file } = readClauses(read(`${path.slice(0, path.lastIndexOf("/"))}/clauses.yaml`));
  const forms = [parsePolicy(read(`${path}.rollcall`)), parseYamlPolicy(read(`${path}.rollcall.yaml`))];
  return forms.map(({ policy }) => {
    if (policy === undefined) throw new Error(`${path} cannot be read`);
    return coverClauses(policy, [...file.clauses.keys()]);
  });
}

describe.each(policyPaths)("%s", (path) => {
  const [text, yaml] = coverageOf(path);

  test("evaluates or notes every clause", () => {
    expect(text?.missing).toEqual([]);
  });

  test("covers the same in both forms", () => {
    expect(yaml).toEqual(text);
  });
});

test("the five schools' policies hold 905 clauses between them", () => {
  const schools = policyPaths.filter((path) => !path.endsWith("/england"));
  const count = schools.reduce((sum, path) => {
    const [coverage] = coverageOf(path);
    return sum + (coverage?.evaluated.length ?? 0) + (coverage?.noted.length ?? 0);
  }, 0);
  expect(count).toBe(905);
});
