// The words before a place → every kind of word that the grammar lets stand there, and the rules it would stand in. It walks the
// parser's own grammar, so that it can never come to differ from what is read; what names there are is not known here.

import type { IProduction, IToken, TokenType } from "chevrotain";
import { Bug } from "../support/bug.ts";
import { layOut } from "./layout.ts";
import { lex } from "./lex.ts";
import { sharedParser } from "./shared-parser.ts";
import { beforeConditions, token, word } from "./token-types.ts";
import { continuationWords, declaringWords, wordSorts } from "./tokens.ts";
import { advance, forgetFrames, frame, open, terminalAt } from "./walk-grammar.ts";
import type { Frame } from "./walk-grammar.ts";

export interface MayFollow {
  readonly type: TokenType;
  /** Names of the grammar's rules, outermost first; a label stands in place of the rule that bears it. */
  readonly within: readonly string[];
  /** The rule that reads the word does so a second time and more: the further words of a phrase. */
  readonly again: boolean;
}

/** Nothing may follow where what stands before it cannot be read. */
export function whatMayFollow(text: string): readonly MayFollow[] {
  forgetFrames();
  const before = lastDeclarationOf(text);
  const tokens = skeletonOf(before);
  return [...followers(before, tokens), ...(endsInOr(tokens) ? followers(before, skeletonOf(before, '""')) : [])];
}

/** What it begins, another condition or another reading, is settled by the word behind it. */
function endsInOr(tokens: readonly IToken[]): boolean {
  return tokens.at(-1)?.tokenType === word("or");
}

function followers(before: string, tokens: readonly IToken[]): readonly MayFollow[] {
  const begun = [frame(listOf("policy"), 0, undefined, "policy", false)];
  const here = tokens.reduce(step, open(begun));
  if (!startsLine(before, tokens)) return told(here);
  const joined = told(here).filter(({ type }) => continuations.has(type));
  const last = tokens.at(-1)?.tokenType;
  if (last === token.comma) return told(here);
  const ended = last === token.openBlock || last === undefined ? here : open(advance(here, token.lineEnd));
  return [...told(ended), ...(ended === here ? [] : joined)];
}

const continuations: ReadonlySet<TokenType> = new Set([...continuationWords].map(word));

// ---------------------------------------------------------------- what stands before

const declaration = new RegExp(`^(?:${[...declaringWords, ...wordSorts, "readings"].join("|")})[ \\t]`, "gm");

/** A declaration knows nothing of those before it: their length must not be felt by who types. */
function lastDeclarationOf(text: string): string {
  const begins = [...text.matchAll(declaration)].at(-1)?.index;
  return begins === undefined ? text : `school policy any "Any"\n${text.slice(begins)}`;
}

/**
 * The tokens without the statements that are done: of each open block its heading, and of the innermost what was begun.
 * What the layout puts in at the end of a text (closing braces and line ends) is no author's word and is taken off again.
 * The layout looks one word ahead: `next` is that word.
 */
function skeletonOf(before: string, next = ""): readonly IToken[] {
  const laid = [...layOut(lex(`${before}${next}`).tokens).tokens];
  while (laid.at(-1)?.image === "") laid.pop();
  if (next !== "") laid.pop();
  const kept: IToken[] = [];
  const blocks: { readonly start: number; readonly conditions: boolean }[] = [];
  let heading = true;
  for (const current of laid) {
    const previous = kept.at(-1);
    kept.push(current);
    if (current.tokenType === token.openBlock)
      blocks.push({
        start: kept.length,
        conditions: previous !== undefined && beforeConditions.has(previous.tokenType),
      });
    else if (current.tokenType === token.closeBlock) blocks.pop();
    else if (current.tokenType === token.lineEnd) {
      const inside = blocks.at(-1);
      if (inside === undefined && heading) {
        heading = false;
        blocks.push({ start: kept.length, conditions: false });
      } else if (inside !== undefined && !inside.conditions) kept.length = inside.start;
    }
  }
  return kept;
}

/** Whether the place is on a line on which nothing stands yet. */
function startsLine(before: string, tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1);
  return /(?:^|[\r\n])[ \t\u00A0]*$/.test(before) && last?.tokenType !== token.lineEnd;
}

// ---------------------------------------------------------------- walking the grammar

function listOf(rule: string): readonly IProduction[] {
  const found = sharedParser().getGAstProductions()[rule];
  if (found === undefined) throw new Bug(`The grammar has no rule called ${rule}`);
  return found.definition;
}

function step(places: readonly Frame[], { tokenType }: IToken): readonly Frame[] {
  return open(advance(places, tokenType));
}

function told(places: readonly Frame[]): readonly MayFollow[] {
  return places.map((at) => ({ type: terminalAt(at), ...within(at) }));
}

function within(at: Frame): Pick<MayFollow, "within" | "again"> {
  const rules: Frame[] = [];
  for (let each: Frame | undefined = at; each !== undefined; each = each.then)
    if (each.rule !== undefined) rules.unshift(each);
  return { within: rules.flatMap(({ rule }) => rule ?? []), again: rules.at(-1)?.again ?? false };
}
