// Text → tokens and comments. Every character of the text belongs to some token: what fits none is a stray one.

import type { IToken } from "chevrotain";
import { Lexer } from "chevrotain";
import { Bug } from "../support/bug.ts";
import { lexedTypes } from "./token-types.ts";

export interface Lexed {
  /** Line breaks included. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** A test proves the tokens sound, so that their users need not wait for the proof. */
export function makeLexer(proveTokens = false): Lexer {
  return new Lexer([...lexedTypes], {
    positionTracking: "full",
    ensureOptimizations: true,
    skipValidations: !proveTokens,
  });
}

let lexer: Lexer | undefined;

/** Never fails: the stray token takes whatever the table does not know. */
export function lex(text: string): Lexed {
  lexer ??= makeLexer();
  const result = lexer.tokenize(text);
  const fault = result.errors[0];
  if (fault !== undefined) throw new Bug(`The lexer stopped at ${fault.offset}: ${fault.message}`);
  return { tokens: result.tokens, comments: result.groups["comments"] ?? [] };
}
