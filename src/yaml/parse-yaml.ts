// A policy written as YAML → the same tree as the text form makes, with places in the YAML file.
// Never throws over what an author wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { SourceText } from "../source/text.ts";
import { wholeSpan } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { lostCodes } from "./broken-yaml.ts";
import { buildPolicy } from "./build-policy.ts";
import { queueComments } from "./comments.ts";
import { withMendedLines } from "./mend-lines.ts";
import { readDocument } from "./read-document.ts";
import type { Reading } from "./read-statement.ts";

export interface YamlPolicy {
  /** Undefined when the file is not sound YAML or does not say whose policy it is. */
  readonly policy: Ast.Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseYamlPolicy(source: SourceText): YamlPolicy {
  const { policy, diagnostics } = readPolicy(source);
  return { policy, diagnostics: withMendedLines(source, diagnostics, (other) => readPolicy(other).diagnostics) };
}

function readPolicy(source: SourceText): YamlPolicy {
  const { root, diagnostics } = readDocument(source);
  if (root === undefined) return { policy: undefined, diagnostics };
  const comments = queueComments(source);
  const reading: Reading = { source, comments, diagnostics: [...diagnostics], unreadable: [] };
  const built = buildPolicy(reading, root);
  const unreadable = reading.unreadable.toSorted((a, b) => a.span.from - b.span.from);
  const policy = built && { ...built, span: wholeSpan(source), unreadable };
  return { policy, diagnostics: sortDiagnostics([...reading.diagnostics, ...lostCodes(comments.all)]) };
}
