// The compiler's tokens and blocks → numbers that the editor's tree is built from.

import { foldsOf, highlightPieces } from "../../src/index.ts";
import type { Draft, Highlight, HighlightedText } from "../../src/index.ts";
import { remember } from "../../src/wording.ts";
import { roleNames } from "../editor/roles.ts";
import type { Colours } from "./protocol.ts";

/** Colours of one text after another: what was not edited in between is not coloured again. */
export function makeColours(): (written: Pick<Draft, "source" | "ast">) => Colours {
  let before: HighlightedText | undefined;
  return ({ source, ast }) => {
    before = highlightPieces(source, before);
    const folds = ast === undefined ? [] : foldsOf(ast).flatMap(({ from, to }) => [from, to]);
    return { tokens: joined(before), folds: Int32Array.from(folds) };
  };
}

/** From, to and role of each word, with places in the piece. */
const numbersOf = remember((words: readonly Highlight[]) =>
  Int32Array.from(words.flatMap(({ from, to, role }) => [from, to, roleNames.indexOf(role)])),
);

function joined({ pieces }: HighlightedText): Int32Array {
  const numbers = pieces.map(({ from, words }) => ({ from, words: numbersOf(words) }));
  const tokens = new Int32Array(numbers.reduce((sum, { words }) => sum + words.length, 0));
  let next = 0;
  for (const { from, words } of numbers) {
    for (let at = 0; at < words.length; at += 3) {
      tokens[next] = (words[at] ?? 0) + from;
      tokens[next + 1] = (words[at + 1] ?? 0) + from;
      tokens[next + 2] = words[at + 2] ?? 0;
      next += 3;
    }
  }
  return tokens;
}
