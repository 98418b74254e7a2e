// Statements that could not be read → the names they were about to declare, so that these are not called unknown elsewhere.

import type { IToken } from "chevrotain";
import type { Span } from "../source/text.ts";
import type * as Ast from "./ast.ts";
import { declaringTypes, token, word } from "./token-types.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One per stretch of text; stretches inside others belong to them. Tokens are in the order of the text. */
export function findUnreadable(
  tokens: readonly IToken[],
  stretches: readonly Stretch[],
  place: (from: number, to: number) => Span,
): readonly Ast.Unreadable[] {
  const found = mergeStretches(stretches).map((stretch) => ({ ...stretch, declares: [] as string[] }));
  let index = 0;
  for (const [at, current] of tokens.entries()) {
    while (index < found.length && (found[index]?.to ?? 0) <= current.startOffset) index++;
    const stretch = found[index];
    const name = tokens[at + 1];
    if (stretch === undefined) break;
    if (current.startOffset >= stretch.from && name !== undefined && declaresName(current, name))
      stretch.declares.push(name.image);
  }
  return found.map(({ from, to, declares }) => ({ kind: "unreadable", declares, span: place(from, to) }));
}

function declaresName(current: IToken, name: IToken): boolean {
  const declares = declaringTypes.has(current.tokenType) || current.tokenType === word("step");
  return declares && /^[a-z]/.test(name.image) && name.tokenType !== token.lineEnd;
}

function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: { from: number; to: number }[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from < last.to) last.to = Math.max(last.to, stretch.to);
    else merged.push({ ...stretch });
  }
  return merged;
}
