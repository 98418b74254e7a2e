// A text that was edited, and what was read of it before → the same as reading the whole text (parse.ts), in the time that the
// edited declarations take. A declaration whose text is as it was, and was read without a fault, only moves. Where pieces of the
// text cannot be shown to mean nothing to one another, they are read together, and in the last resort the whole text is.

import type { IToken } from "chevrotain";
import { createTokenInstance } from "chevrotain";
import { makeSource } from "../source/text.ts";
import type { SourceText } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { apart } from "./apart.ts";
import type { Shape, Stretch } from "./apart.ts";
import { layOutPiece } from "./layout.ts";
import { lex } from "./lex.ts";
import { moved, movedLate } from "./moved.ts";
import { joinPieces, longestText, parsePolicy } from "./parse.ts";
import type { ParsedPolicy } from "./parse.ts";
import { mostFaults } from "./parser-base.ts";
import { readPiece } from "./read-piece.ts";
import type { ReadPiece } from "./read-piece.ts";
import { token } from "./token-types.ts";

export interface ReadPolicy extends ParsedPolicy {
  /** By their text, the pieces in which nothing was wrong. */
  readonly kept: ReadonlyMap<string, KeptPiece>;
}

/** Its places are those in its own text. */
interface KeptPiece extends Pick<ReadPiece, "headers" | "declarations"> {
  readonly shape: Shape;
}

export function rereadPolicy(source: SourceText, before?: ReadPolicy): ReadPolicy {
  const known = before?.kept ?? new Map<string, KeptPiece>();
  const stretches = source.text.length > longestText ? undefined : apart(source, known);
  const pieces = stretches === undefined ? undefined : readAll(source, stretches);
  const faults = pieces?.reduce((sum, { parsed }) => sum + parsed.length, 0) ?? 0;
  if (stretches === undefined || pieces === undefined || faults >= mostFaults)
    return { ...parsePolicy(source), kept: known };
  return { ...joinPieces(source, pieces), kept: keep(source, stretches, pieces) };
}

// ---------------------------------------------------------------- reading

function readAll(source: SourceText, stretches: readonly Stretch<KeptPiece>[]): readonly ReadPiece[] {
  const byIndentation = stretches.some(({ shape }) => shape.bracesOpened > 0);
  const pieces: ReadPiece[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const carried = pieces.at(-1)?.left ?? [];
    const next = stretches[index + 1];
    const piece =
      stretch.kept !== undefined && carried.length === 0
        ? movedPiece(stretch.kept, source, stretch.from)
        : readStretch(source, stretch, index === 0, next, carried, byIndentation);
    pieces.push(piece);
  }
  return pieces;
}

const nothingFound = { unreadable: [], laidOut: [], parsed: [], built: [], left: [], heading: undefined };

function movedPiece({ headers, declarations }: KeptPiece, source: SourceText, from: number): ReadPiece {
  return {
    ...nothingFound,
    headers: headers.map((header) => moved(header, source, from)),
    declarations: declarations.map((declaration) => movedLate(declaration, source, from)),
  };
}

function readStretch(
  source: SourceText,
  { from, to, text, shape, lexed }: Stretch<KeptPiece>,
  first: boolean,
  next: Stretch<KeptPiece> | undefined,
  carried: readonly Ast.Comment[],
  byIndentation: boolean,
): ReadPiece {
  const { tokens, comments } = lexed ?? lex(text);
  const behind = shape.bracesOpened > 0 && next !== undefined ? firstWord(next, tokens, text.length) : undefined;
  const laid = behind === undefined && lexed !== undefined ? lexed.laid : layOutPiece(tokens, behind);
  // A brace that closes nothing is the partner of one that is missing its own, and that one is told.
  const faults = byIndentation ? laid.faults.filter(({ what }) => what !== "never-opened") : laid.faults;
  return readPiece({ source, from, to, laid: { ...laid, faults }, comments, first, carried });
}

/** The declaring word that shows that a block above was never closed; such a piece begins with its word. */
function firstWord({ text }: Stretch<KeptPiece>, above: readonly IToken[], offset: number): IToken {
  const [image] = /^[a-z]*/.exec(text) ?? [""];
  const line = above.filter(({ tokenType }) => tokenType === token.lineBreak).length + 1;
  return createTokenInstance(token.name, image, offset, offset + image.length - 1, line, line, 1, image.length);
}

// ---------------------------------------------------------------- keeping

function keep(
  { name }: SourceText,
  stretches: readonly Stretch<KeptPiece>[],
  pieces: readonly ReadPiece[],
): ReadonlyMap<string, KeptPiece> {
  const kept = new Map<string, KeptPiece>();
  for (const [index, { text, from, shape, kept: before }] of stretches.entries()) {
    const piece = pieces[index];
    const carried = pieces[index - 1]?.left ?? [];
    if (before !== undefined) kept.set(text, before);
    else if (index > 0 && piece !== undefined && carried.length === 0 && isFaultless(piece, shape))
      kept.set(text, { ...broughtHome(piece, makeSource(name, text), from), shape });
  }
  return kept;
}

/** In a text of its own, so that what is kept does not keep the whole text it was read in. */
function broughtHome(
  { headers, declarations }: ReadPiece,
  source: SourceText,
  from: number,
): Pick<KeptPiece, "headers" | "declarations"> {
  return {
    headers: headers.map((header) => moved(header, source, -from)),
    declarations: declarations.map((declaration) => moved(declaration, source, -from)),
  };
}

/** Then its tree is all there is to say of it, and nothing around it can change that. */
function isFaultless({ unreadable, laidOut, parsed, built, left }: ReadPiece, shape: Shape): boolean {
  const { bracesOpened, bracesClosed, bracketsOpened, bracketsClosed } = shape;
  const found = unreadable.length + laidOut.length + parsed.length + built.length + left.length;
  return found + bracesOpened + bracesClosed === 0 && !bracketsOpened && !bracketsClosed;
}
