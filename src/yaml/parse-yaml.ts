// A policy written as YAML → the same tree as the text form makes, with places in the YAML file.
// Never throws over what an author wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { SourceText } from "../source/text.ts";
import { pointSpan, wholeSpan } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { messages as syntaxMessages } from "../syntax/diagnostics.ts";
import { longestText } from "../syntax/parse.ts";
import { buildPolicy } from "./build-policy.ts";
import { queueComments } from "./comments.ts";
import { yamlMessages } from "./diagnostics.ts";
import { readDocument } from "./read-document.ts";
import type { Reading } from "./read-statement.ts";

export interface YamlPolicy {
  /** Undefined when the file is not sound YAML or does not say whose policy it is. */
  readonly policy: Ast.Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseYamlPolicy(source: SourceText): YamlPolicy {
  const { length } = source.text;
  if (length > longestText) {
    const fault = syntaxMessages.fileTooLong({ length, limit: longestText }, pointSpan(source, 0));
    return { policy: undefined, diagnostics: [fault] };
  }
  const { root, diagnostics } = readDocument(source);
  if (root === undefined) return { policy: undefined, diagnostics };
  const comments = queueComments(source);
  const reading: Reading = { source, comments, diagnostics: [...diagnostics], unreadable: [] };
  const built = buildPolicy(reading, root);
  const unreadable = reading.unreadable.toSorted((a, b) => a.span.from - b.span.from);
  const policy = built && { ...built, span: wholeSpan(source), unreadable };
  return { policy, diagnostics: sortDiagnostics([...reading.diagnostics, ...lostCodes(comments.all)]) };
}

/** `#: {…}` was meant for the code # and has become a comment. */
function lostCodes(comments: readonly Ast.Comment[]): readonly Diagnostic[] {
  return comments
    .filter(({ span }) => /^#\s*:/.test(span.source.text.slice(span.from, span.to)))
    .map(({ span }) => yamlMessages.yamlCodeBecameComment({}, span));
}
