// The words before a place → every kind of word that the grammar lets stand there, and the rules it would stand in. It walks the
// parser's own grammar, so that it can never come to differ from what is read; what names there are is not known here.

import type { IProduction, IToken, TokenType } from "chevrotain";
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  tokenMatcher,
} from "chevrotain";
import { Bug } from "../support/bug.ts";
import { remember } from "../support/remember.ts";
import { layOut } from "./layout.ts";
import { lex } from "./lex.ts";
import { sharedParser } from "./shared-parser.ts";
import { beforeConditions, token, word } from "./token-types.ts";
import { continuationWords, declaringWords, wordSorts } from "./tokens.ts";

export interface MayFollow {
  readonly type: TokenType;
  /** Names of the grammar's rules, outermost first; a label stands in place of the rule that bears it. */
  readonly within: readonly string[];
  /** The rule that reads the word does so a second time and more: the further words of a phrase. */
  readonly again: boolean;
}

/** Nothing may follow where what stands before it cannot be read. */
export function whatMayFollow(text: string): readonly MayFollow[] {
  frames.clear();
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

/** A place in a list of productions, and where to go on once the list is done. Equal places are one object, so that many ways
 *  to read the same words cost no more than one. */
interface Frame {
  readonly id: number;
  readonly list: readonly IProduction[];
  readonly index: number;
  readonly then: Frame | undefined;
  /** The rule whose list it is; undefined for a list inside it. */
  readonly rule: string | undefined;
  readonly again: boolean;
}

/** Those of one question. */
const frames = new Map<string, Frame>();
const lists = new WeakMap<readonly IProduction[], number>();
let lastList = 0;

function frame(
  list: readonly IProduction[],
  index: number,
  then: Frame | undefined,
  rule: string | undefined,
  again: boolean,
): Frame {
  const known = lists.get(list);
  const number = known ?? ++lastList;
  if (known === undefined) lists.set(list, number);
  const key = `${number} ${index} ${then?.id ?? 0} ${rule ?? ""} ${again}`;
  const found = frames.get(key) ?? { id: frames.size + 1, list, index, then, rule, again };
  frames.set(key, found);
  return found;
}

function listOf(rule: string): readonly IProduction[] {
  const found = sharedParser().getGAstProductions()[rule];
  if (found === undefined) throw new Bug(`The grammar has no rule called ${rule}`);
  return found.definition;
}

/** The places at which a word is read, reached without reading one. */
function open(places: readonly Frame[]): readonly Frame[] {
  const seen = new Set<Frame>();
  const waiting = [...places];
  const read: Frame[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const production = at.list[at.index];
    if (production instanceof Terminal) read.push(at);
    else waiting.push(...nextOf(at, production));
  }
  return read;
}

/** At least one is one, and then any number. */
const furtherOf = remember(({ definition }: RepetitionMandatory): readonly IProduction[] => [
  new Repetition({ definition }),
]);

function nextOf(at: Frame, production: IProduction | undefined): readonly Frame[] {
  if (production === undefined) return at.then === undefined ? [] : [at.then];
  const past = frame(at.list, at.index + 1, at.then, at.rule, at.again);
  if (production instanceof NonTerminal) {
    const { label, nonTerminalName, referencedRule, idx } = production;
    return [frame(referencedRule.definition, 0, past, label ?? nonTerminalName, idx > 1)];
  }
  const inside = (list: readonly IProduction[], then: Frame): Frame => frame(list, 0, then, undefined, false);
  if (production instanceof Alternation)
    return production.definition.flatMap((each) =>
      each instanceof Alternative ? [inside(each.definition, past)] : [],
    );
  if (production instanceof Option) return [past, inside(production.definition, past)];
  if (production instanceof Repetition) return [past, inside(production.definition, at)];
  if (production instanceof RepetitionMandatory)
    return [inside(production.definition, inside(furtherOf(production), past))];
  throw new Bug("The grammar is built of something that is not walked yet");
}

function step(places: readonly Frame[], { tokenType }: IToken): readonly Frame[] {
  return open(advance(places, tokenType));
}

function advance(places: readonly Frame[], type: TokenType): readonly Frame[] {
  return places
    .filter(({ list, index }) =>
      tokenMatcher({ tokenType: type, tokenTypeIdx: type.tokenTypeIdx } as IToken, terminalAt(list, index)),
    )
    .map(({ list, index, then, rule, again }) => frame(list, index + 1, then, rule, again));
}

function terminalAt(list: readonly IProduction[], index: number): TokenType {
  const production = list[index];
  if (!(production instanceof Terminal)) throw new Bug("A word is read where the grammar reads none");
  return production.terminalType;
}

function told(places: readonly Frame[]): readonly MayFollow[] {
  return places.map((at) => ({ type: terminalAt(at.list, at.index), ...within(at) }));
}

function within(at: Frame): Pick<MayFollow, "within" | "again"> {
  const rules: Frame[] = [];
  for (let each: Frame | undefined = at; each !== undefined; each = each.then)
    if (each.rule !== undefined) rules.unshift(each);
  return { within: rules.flatMap(({ rule }) => rule ?? []), again: rules.at(-1)?.again ?? false };
}
