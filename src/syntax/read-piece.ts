// Laid-out tokens of a policy, or of a piece of one that can be read apart, → what stands in it, with places in the whole text.

import type { IToken } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../source/text.ts";
import { makeSpan } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { buildLines } from "./build-ast.ts";
import type { BuiltLines } from "./build-ast.ts";
import type { Building } from "./build-context.ts";
import { queueComments } from "./build-context.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";
import type { Laid } from "./layout.ts";
import { mostFaults } from "./parser-base.ts";
import { braceDiagnostic, faultDiagnostic } from "./read-faults.ts";
import { sharedParser } from "./shared-parser.ts";
import { findUnreadable } from "./unreadable.ts";

export interface Piece {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
  /** Both with offsets in the piece. */
  readonly laid: Laid;
  readonly comments: readonly IToken[];
  /** The first piece says whose policy it is. */
  readonly first: boolean;
  /** Comments of pieces before it that no statement there could take. */
  readonly carried: readonly Ast.Comment[];
}

export interface ReadPiece extends BuiltLines {
  readonly unreadable: readonly Ast.Unreadable[];
  /** What the layout, the parser and the builders found, in the order in which they found it. */
  readonly laidOut: readonly Diagnostic[];
  readonly parsed: readonly Diagnostic[];
  readonly built: readonly Diagnostic[];
}

export function readPiece({ source, from, to, laid, comments, first, carried }: Piece): ReadPiece {
  const text = source.text.slice(from, to);
  const span = (start: number, end: number) => makeSpan(source, from + start, from + end);
  const parser = sharedParser();
  parser.start(laid.tokens, !first);
  const cst = parser.policy() as unknown as Cst.Policy;
  const parsed = parser.faults.map((fault) => faultDiagnostic(fault, span, source.text.length - from));
  if (parser.gaveUpAt !== undefined) {
    const { startOffset, image } = parser.gaveUpAt;
    parsed.push(messages.tooManyFaults({ limit: mostFaults }, span(startOffset, startOffset + image.length)));
  }
  const { unread } = parser;
  const built: Diagnostic[] = [];
  const queue = queueComments(text, comments, span, carried);
  const building: Building = { text, span, comments: queue, diagnostics: built, refused: [], spoiled: false };
  const lines = buildLines(building, cst);
  return {
    ...lines,
    unreadable: findUnreadable(laid.tokens, [...unread, ...building.refused], span),
    laidOut: laid.faults.map((fault) => braceDiagnostic(fault, span)),
    parsed,
    built,
  };
}
