// What the tests of this room read with.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { makeSource } from "../../src/source/text.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import type { ParsedPolicy } from "../../src/syntax/parse.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";

export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

export function parse(text: string): ParsedPolicy {
  return parsePolicy(makeSource("policy.rollcall", text));
}

export function complaints(text: string): string {
  return renderDiagnostics(parse(text).diagnostics, { colour: false });
}

/** A policy in which nothing is wrong. */
export function read(text: string): Ast.Policy {
  const { policy, diagnostics } = parse(text);
  expect(renderDiagnostics(diagnostics, { colour: false })).toBe("no problems\n");
  if (policy === undefined) throw new Error("Nothing was read");
  return policy;
}

export const policyLine = 'school policy hill-top "Hill Top"';

/** Declarations, without the line that has to stand above them. */
export function readDeclarations(text: string): readonly Ast.Declaration[] {
  return read(`${policyLine}\n${text}\n`).declarations;
}
