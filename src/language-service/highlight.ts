// Text → what each of its words is for, so that an editor can colour it. One token table serves lexer, parser and colours.

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
