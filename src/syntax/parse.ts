// The text form of a policy → its tree, with all that cannot be read. Never throws over what an author wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { SourceText } from "../source/text.ts";
import { makeSpan, pointSpan } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { buildPolicy } from "./build-ast.ts";
import type { Building } from "./build-context.ts";
import { queueComments } from "./build-context.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";
import { deepest, layOut } from "./layout.ts";
import { lex } from "./lex.ts";
import { mostFaults } from "./parser-base.ts";
import { braceDiagnostic, faultDiagnostic } from "./read-faults.ts";
import { sharedParser } from "./shared-parser.ts";
import { findUnreadable } from "./unreadable.ts";

export interface ParsedPolicy {
  /** Undefined when the file does not even say whose policy it is. */
  readonly policy: Ast.Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A long policy has some fifty thousand characters. */
export const longestText = 2_000_000;

export function parsePolicy(source: SourceText): ParsedPolicy {
  const { text } = source;
  if (text.length > longestText) {
    const fault = messages.fileTooLong({ length: text.length, limit: longestText }, pointSpan(source, 0));
    return { policy: undefined, diagnostics: [fault] };
  }
  const span = (from: number, to: number) => makeSpan(source, from, to);
  const { tokens, comments } = lex(text);
  const laid = layOut(tokens);
  const diagnostics: Diagnostic[] = laid.faults.map((fault) => braceDiagnostic(fault, span));
  if (laid.tooDeep !== undefined) {
    const place = span(laid.tooDeep.startOffset, laid.tooDeep.startOffset + laid.tooDeep.image.length);
    return { policy: undefined, diagnostics: [...diagnostics, messages.nestedTooDeeply({ limit: deepest }, place)] };
  }
  const parser = sharedParser();
  parser.start(laid.tokens);
  const cst = parser.policy() as unknown as Cst.Policy;
  diagnostics.push(...parser.faults.map((fault) => faultDiagnostic(fault, span, text.length)));
  if (parser.gaveUpAt !== undefined) {
    const { startOffset, image } = parser.gaveUpAt;
    const place = span(startOffset, startOffset + image.length);
    diagnostics.push(messages.tooManyFaults({ limit: mostFaults }, place));
  }
  const building: Building = {
    text,
    span,
    comments: queueComments(text, comments, span),
    diagnostics,
    refused: [],
    spoiled: false,
  };
  const policy = buildPolicy(building, cst);
  const unreadable = findUnreadable(laid.tokens, [...parser.unread, ...building.refused], span);
  return { policy: policy && { ...policy, unreadable }, diagnostics: sortDiagnostics(diagnostics) };
}
