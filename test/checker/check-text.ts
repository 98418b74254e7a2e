// Policy texts for the checker's tests: read, given the layer they extend, and checked.

import { readFileSync } from "node:fs";
import type { ClauseFile } from "../../src/checker/check-clauses.ts";
import { checkPolicy } from "../../src/checker/check-policy.ts";
import type { Checked } from "../../src/checker/check-policy.ts";
import { extendedName, namedFile } from "../../src/checker/headers.ts";
import type { Model } from "../../src/checker/model.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";

/** The clauses that a text with `clauses from` is checked against, unless a test has its own. */
const usualClauses = ["HIL-001", "HIL-002", "HIL-021"];

export interface CheckOptions {
  readonly parent?: Model;
  readonly choose?: ReadonlyMap<string, string>;
  readonly clauses?: readonly string[];
}

export function checkText(text: string, options: CheckOptions = {}): Checked & { readonly source: SourceText } {
  return checkSource(makeSource("policy.rollcall", text), options);
}

export function checkSource(source: SourceText, options: CheckOptions = {}): Checked & { readonly source: SourceText } {
  const policy = readable(source);
  const checked = checkPolicy({
    policy,
    parent: options.parent ?? layerFor(/^-- above: (\S+)/m.exec(source.text)?.[1] ?? extendedName(policy)),
    clauses: namedFile(policy, "clauses-from") === undefined ? undefined : clauseFile(options.clauses ?? usualClauses),
    choose: options.choose,
    missingFiles: ["./missing.yaml"],
    goesRound: extendedName(policy) === policy.name.text,
  });
  return { ...checked, source };
}

function clauseFile(ids: readonly string[]): ClauseFile {
  return { clauses: new Map(ids.map((id) => [id, { id }])) };
}

/** Text that cannot be read is a fault of the test, not of the checker. */
function readable(source: SourceText): Ast.Policy {
  const { policy, diagnostics } = parsePolicy(source);
  if (policy === undefined || diagnostics.length > 0) {
    throw new Error(`${source.name} cannot be read: ${diagnostics.map(messageOf).join(" ")}`);
  }
  return policy;
}

/** A policy that extends one of the files in `layers/` is given that; so is one that says what stands above it in a comment. */
function layerFor(name: string | undefined): Model | undefined {
  return name === "small-england" ? checkLayer(name).model : undefined;
}

const layers = new Map<string, Checked>();

/** Checked once: nothing changes a model, so all tests may share it. */
export function checkLayer(name: string): Checked {
  const known = layers.get(name);
  if (known !== undefined) return known;
  const file = new URL(`./layers/${name}.rollcall`, import.meta.url);
  const checked = checkSource(makeSource(`${name}.rollcall`, readFileSync(file, "utf8")));
  if (checked.diagnostics.length > 0) throw new Error(`${name} is not sound: ${said(checked.diagnostics).join(" ")}`);
  layers.set(name, checked);
  return checked;
}

export function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => `${diagnostic.code}: ${messageOf(diagnostic)}`);
}

/** A small school around the declarations, with the people and acts they need. */
export function school(declarations: string): string {
  return `school policy hill-top "Hill Top"\nextends small-england\n${declarations}\n`;
}
