// Text → what each of its words is for, so that an editor can colour it. One token table serves lexer, parser and colours.

import type { SourceText } from "../source/text.ts";
import { cutsOf } from "../syntax/cut.ts";
import { lex } from "../syntax/lex.ts";
import { tokenTable } from "../syntax/tokens.ts";
import type { TokenRole } from "../syntax/tokens.ts";

/** A stretch of text and what it is for; offsets in UTF-16 units, in order, never overlapping. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly role: TokenRole;
}

const roles: ReadonlyMap<string, TokenRole> = new Map(tokenTable.map(({ name, role }) => [name, role]));

/** Words with a meaning in their place only are coloured as the keywords they could be. */
export function highlight(text: string): readonly Highlight[] {
  const { tokens, comments } = lex(text);
  return [...tokens, ...comments]
    .flatMap(({ tokenType, startOffset, image }): readonly Highlight[] => {
      const role = roles.get(tokenType.name) ?? (tokenType.name === "Comment" ? "comment" : undefined);
      return role === undefined ? [] : [{ from: startOffset, to: startOffset + image.length, role }];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** A stretch of a text that can be coloured alone; the offsets of its words count from where it begins. */
export interface HighlightedPiece {
  readonly from: number;
  readonly words: readonly Highlight[];
}

export interface HighlightedText {
  readonly pieces: readonly HighlightedPiece[];
  /** By their text, for reading an edit of the same text. */
  readonly known: ReadonlyMap<string, readonly Highlight[]>;
}

/** The same piece by piece. A piece that was there before has the very words it had then. */
export function highlightPieces(source: SourceText, before?: HighlightedText): HighlightedText {
  const cuts = cutsOf(source);
  const known = new Map<string, readonly Highlight[]>();
  const pieces = cuts.map(({ from }, index) => {
    const text = source.text.slice(from, cuts[index + 1]?.from);
    const words = known.get(text) ?? before?.known.get(text) ?? highlight(text);
    known.set(text, words);
    return { from, words };
  });
  return { pieces, known };
}
