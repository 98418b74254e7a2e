// A policy named on the command line → compiled, with what it names found; and its diagnostics shown where it must be sound.

import { compile, hasErrors, renderDiagnostics } from "../index.ts";
import type { Compilation, Day, Diagnostic, Library } from "../index.ts";
import { readPolicy } from "./read-files.ts";
import type { PolicyFiles } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

export interface OpenPolicy {
  readonly compilation: Compilation;
  readonly library: Library;
  /** Undefined for the standard input. */
  readonly path: string | undefined;
  readonly files: PolicyFiles["files"];
}

/** Only who looks at a policy as of a day says which. */
export async function openPolicy(
  operand: string,
  terminal: Terminal,
  stdinName?: string,
  today?: Day,
): Promise<OpenPolicy> {
  const { source, library, path, files } = await readPolicy(operand, terminal, stdinName);
  return { compilation: compile(source, library, undefined, today), library, path, files };
}

export type ReadyPolicy = NonNullable<Compilation["ready"]> & {
  readonly model: NonNullable<Compilation["model"]>;
  readonly ast: NonNullable<Compilation["ast"]>;
};

/** What runs, or undefined after the errors that keep it from running have been shown. */
export function readyPolicy({ compilation }: OpenPolicy, terminal: Terminal): ReadyPolicy | undefined {
  const { ready, model, ast, diagnostics } = compilation;
  if (ready !== undefined && model !== undefined && ast !== undefined) return { ...ready, model, ast };
  sayDiagnostics(
    diagnostics.filter(({ severity }) => severity === "error"),
    terminal,
  );
  return undefined;
}

/** Shown beside the result, never within it. True where something is an error. */
export function sayDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): boolean {
  if (diagnostics.length > 0) terminal.say(renderDiagnostics(diagnostics, { colour: terminal.colour.remarks }));
  return hasErrors(diagnostics);
}
