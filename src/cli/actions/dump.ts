// `rollcall dump`: a policy as one stage of the compiler sees it, for people who work on Rollcall.

import { printModel } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, sayDiagnostics } from "../open-policy.ts";
import { printTree } from "../print-tree.ts";
import type { Terminal } from "../terminal.ts";

export async function dumpAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { compilation } = await openPolicy(given.operands[0] ?? "", terminal, given.valueOf("stdin-filename"));
  const { ast, model, ready, diagnostics } = compilation;
  const stage = given.valueOf("stage") ?? "model";
  const tree = stage === "ast" ? ast : stage === "ir" ? ready?.ir : model;
  if (tree !== undefined)
    terminal.write(stage === "model" && model !== undefined ? printModel(model) : printTree(tree));
  return sayDiagnostics(
    diagnostics.filter(({ severity }) => severity === "error"),
    terminal,
  ) || tree === undefined
    ? 1
    : 0;
}
