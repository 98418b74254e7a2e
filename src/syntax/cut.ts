// A text → where its declarations begin, found by the first word of each line alone. Whether what stands before such a place
// and what stands behind it can be read apart is found out by whoever reads (reread.ts); colours need not know (highlight.ts).

import type { SourceText } from "../source/text.ts";
import { declaringWords, wordSorts } from "./tokens.ts";

/** A stretch of text that ends where its last line ends. */
export interface Cut {
  readonly from: number;
  /** Behind the comments and empty lines above the declaration: where its word stands. */
  readonly word: number;
}

/** The first piece is what stands above the first declaration, even if that is nothing. */
export function cutsOf({ text, lineStarts }: SourceText): readonly Cut[] {
  const cuts: Cut[] = [{ from: 0, word: 0 }];
  let from = 0;
  lineStarts.forEach((start, index) => {
    declaring.lastIndex = start;
    if (declaring.test(text)) cuts.push({ from, word: start });
    else if (isEmptyLine(text, start)) return;
    from = lineStarts[index + 1] ?? text.length;
  });
  return cuts;
}

const declaring = new RegExp(`(?:${[...declaringWords, ...wordSorts].join("|")})(?![A-Za-z0-9_-])`, "y");

/** Nothing but blanks, or a comment. */
function isEmptyLine(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === LINE_FEED || character === CARRIAGE_RETURN) return true;
    if (character === HYPHEN) return text.charCodeAt(at + 1) === HYPHEN;
    if (!blanks.has(character)) return false;
  }
  return true;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HYPHEN = 0x2d;
/** What the lexer skips. */
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0xa0, 0xfeff]);
