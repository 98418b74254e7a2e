// One declaration of a text, by its place → its tree, read apart from all that stands around it.

import type { SourceText } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { layOutPiece } from "./layout.ts";
import { lex } from "./lex.ts";
import { readPiece } from "./read-piece.ts";

/** Undefined where there is more than one declaration, or something that cannot be read. */
export function readAlone(source: SourceText, from: number, to: number): Ast.Declaration | undefined {
  const { tokens, comments } = lex(source.text.slice(from, to));
  const laid = layOutPiece(tokens, undefined);
  if (laid.depth.tooDeep !== undefined) return undefined;
  const piece = readPiece({ source, from, to, laid, comments, first: false, carried: [] });
  const { declarations, headers, unreadable, laidOut, parsed, built } = piece;
  const others = headers.length + unreadable.length + laidOut.length + parsed.length + built.length;
  return others === 0 && declarations.length === 1 ? declarations[0] : undefined;
}
