// The text form of a policy → its tree, with all that cannot be read. Never throws over what an author wrote.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { SourceText } from "../source/text.ts";
import { makeSpan, pointSpan, wholeSpan } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { messages } from "./diagnostics.ts";
import { braceDiagnostic } from "./read-faults.ts";
import { deepest, layOut } from "./layout.ts";
import { lex } from "./lex.ts";
import { readPiece } from "./read-piece.ts";
import type { ReadPiece } from "./read-piece.ts";

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
  const { tokens, comments } = lex(text);
  const laid = layOut(tokens);
  const { tooDeep } = laid.depth;
  if (tooDeep !== undefined) {
    const span = (from: number, to: number) => makeSpan(source, from, to);
    const place = span(tooDeep.startOffset, tooDeep.startOffset + tooDeep.image.length);
    const faults = laid.faults.map((fault) => braceDiagnostic(fault, span));
    return { policy: undefined, diagnostics: [...faults, messages.nestedTooDeeply({ limit: deepest }, place)] };
  }
  return joinPieces(source, [
    readPiece({ source, from: 0, to: text.length, laid, comments, first: true, carried: [] }),
  ]);
}

/** All pieces of one text, in order; the first of them says whose policy it is. */
export function joinPieces(source: SourceText, pieces: readonly ReadPiece[]): ParsedPolicy {
  const diagnostics = sortDiagnostics([
    ...pieces.flatMap(({ laidOut }) => laidOut),
    ...pieces.flatMap(({ parsed }) => parsed),
    ...pieces.flatMap(({ built }) => built),
  ]);
  const heading = pieces[0]?.heading;
  if (heading === undefined) return { policy: undefined, diagnostics };
  const trailing = pieces.at(-1)?.left ?? [];
  const policy: Ast.Policy = {
    ...heading,
    comments: trailing.length === 0 ? heading.comments : { ...heading.comments, trailing },
    span: wholeSpan(source),
    headers: pieces.flatMap(({ headers }) => headers),
    declarations: pieces.flatMap(({ declarations }) => declarations),
    unreadable: pieces.flatMap(({ unreadable }) => unreadable),
  };
  return { policy, diagnostics };
}
