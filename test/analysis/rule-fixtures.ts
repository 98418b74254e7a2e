// The fixtures of the analysis: a policy text → what the analysis says of it. A text that does not check is a fault here.

import { readFileSync, readdirSync } from "node:fs";
import { analyse } from "../../src/analysis/analyse.ts";
import { checkPolicy } from "../../src/checker/check-policy.ts";
import type { Model } from "../../src/checker/model.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import type { Day } from "../../src/school/day.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";

const folder = new URL("./fixtures/", import.meta.url);

export function readFixture(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

export function fixtureNames(): readonly string[] {
  return readdirSync(folder).toSorted();
}

/** The model of a text that is free of errors; a text with errors fails the test with the errors drawn. */
export function modelOf(name: string, text: string, parent?: Model): Model {
  const source = makeSource(name, text);
  const parsed = name.endsWith(".yaml") ? parseYamlPolicy(source) : parsePolicy(source);
  if (parsed.policy === undefined) throw new Error(renderDiagnostics(parsed.diagnostics, { colour: false }));
  const checked = checkPolicy({ policy: parsed.policy, parent });
  const found = [...parsed.diagnostics, ...checked.diagnostics];
  if (hasErrors(found)) throw new Error(renderDiagnostics(found, { colour: false }));
  return checked.model;
}

const nation = modelOf("nation.rollcall", readFixture("nation.rollcall"));

export function nationModel(): Model {
  return nation;
}

/** What the analysis says of a school in the small nation. */
export function findingsIn(name: string, text: string, today?: Day): readonly Diagnostic[] {
  return analyse(modelOf(name, text, nation), today);
}

/** A text in the YAML form. */
export function asYaml(name: string, text: string): string {
  const { policy, diagnostics } = parsePolicy(makeSource(name, text));
  if (policy === undefined) throw new Error(renderDiagnostics(diagnostics, { colour: false }));
  return toYaml(policy);
}
