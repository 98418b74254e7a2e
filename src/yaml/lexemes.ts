// The text of a YAML file → its smallest pieces with their places, as the YAML library cuts them.

import { Lexer } from "yaml";
import type { SourceText } from "../source/text.ts";

export interface Lexeme {
  readonly text: string;
  readonly from: number;
  /** Whether it is a value or key: a quotation mark or # in front then belongs to it. */
  readonly isValue: boolean;
}

const nextIsValue = "\u001F";
/** Signs that the lexer adds of its own: a document begins, a bracket was not closed, a value follows. */
const signs: ReadonlySet<string> = new Set(["\u0002", "\u0018", nextIsValue]);

export function lexemesOf(source: SourceText): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let from = 0;
  let isValue = false;
  for (const text of new Lexer().lex(source.text)) {
    if (!isValue && signs.has(text)) {
      isValue = text === nextIsValue;
      continue;
    }
    lexemes.push({ text, from, isValue });
    from += text.length;
    isValue = false;
  }
  return lexemes;
}
