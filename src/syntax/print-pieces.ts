// Pieces of a statement → lines no longer than 120 characters where that is possible. A line is broken only where the
// layout will join it again: before a continuation word or after a comma.

import { Bug } from "../support/bug.ts";

/**
 * A soft break becomes a space or a new line; the deeper it lies, the longer it stays a space. A hard break is always a
 * new line, indented by the open blocks.
 */
export type Piece =
  string | { readonly kind: "soft"; readonly depth: number } | { readonly kind: "hard" | "open" | "close" };

/** Texts that follow one another have a space between them. */
export type Pieces = readonly Piece[];

export const softBreak: Piece = { kind: "soft", depth: 0 };
const hardBreak: Piece = { kind: "hard" };
const openBlock: Piece = { kind: "open" };
const closeBlock: Piece = { kind: "close" };

export const widest = 120;

export function indent(depth: number): string {
  return "  ".repeat(depth);
}

// ---------------------------------------------------------------- putting pieces together

/** Adds to the last text, with no space between: a comma, a bracket. */
export function suffix(pieces: Pieces, end: string): Pieces {
  const last = pieces.at(-1);
  if (typeof last !== "string") throw new Bug("Pieces end in a text");
  return [...pieces.slice(0, -1), last + end];
}

export function prefix(start: string, pieces: Pieces): Pieces {
  const [first, ...rest] = pieces;
  if (typeof first !== "string") throw new Bug("Pieces begin with a text");
  return [start + first, ...rest];
}

/** Pieces that belong together more closely than what is around them: of a list, or in brackets. */
export function deeper(pieces: Pieces): Pieces {
  return pieces.map((piece) =>
    typeof piece !== "string" && piece.kind === "soft" ? { kind: "soft", depth: piece.depth + 1 } : piece,
  );
}

/** `a, b, c`, breakable after each comma. */
export function commaList(items: readonly Pieces[]): Pieces {
  const list = items.flatMap((item, index) => (index === items.length - 1 ? item : [...suffix(item, ","), softBreak]));
  return deeper(list);
}

/** `all of {`, each on a line of its own, `}`. */
export function bracedLines(opening: string, items: readonly Pieces[]): Pieces {
  const inside = items.flatMap((item) => [hardBreak, ...item]);
  return [`${opening} {`, openBlock, ...inside, closeBlock, hardBreak, "}"];
}

// ---------------------------------------------------------------- lines

export function layOutPieces(pieces: Pieces, depth: number): readonly string[] {
  const lines: string[] = [];
  let level = depth;
  let line = indent(level);
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") line += (line.trim() === "" ? "" : " ") + piece;
    else if (piece.kind === "open") level++;
    else if (piece.kind === "close") level--;
    else if (piece.kind !== "soft" || line.length + widthAhead(pieces, index + 1, piece.depth) > widest) {
      lines.push(line);
      // A line that goes on stands further in than a block would.
      line = piece.kind === "hard" ? indent(level) : `${indent(level)}    `;
    }
  }
  return [...lines, line];
}

/** How much the texts up to the next break that lies no deeper add to the line. */
function widthAhead(pieces: Pieces, from: number, depth: number): number {
  let width = 0;
  for (let index = from; index < pieces.length; index++) {
    const piece = pieces[index];
    if (typeof piece === "string") width += 1 + piece.length;
    else if (piece?.kind !== "soft" || piece.depth <= depth) break;
  }
  return width;
}
