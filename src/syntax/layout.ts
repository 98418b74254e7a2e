// Tokens with line breaks → tokens in which every statement ends with a line end and every brace has its partner.
// Lines that go on with the one above are joined here; what a statement means is not known here.

import type { IToken, TokenType } from "chevrotain";
import { createTokenInstance } from "chevrotain";
import { beforeConditions, declaringTypes, token, word } from "./token-types.ts";
import { continuationWords } from "./tokens.ts";

/** A brace without its partner. */
export type BraceFault =
  | { readonly what: "never-opened"; readonly brace: IToken }
  /** `noticedAt`: the declaration that begins although the brace is still open. */
  | { readonly what: "never-closed"; readonly brace: IToken; readonly noticedAt?: IToken }
  | OpeningLeftOut;

/** As the lines stand, the block that the brace closes begins behind the word. */
interface OpeningLeftOut {
  readonly what: "opening-left-out";
  readonly brace: IToken;
  readonly behind: IToken;
}

export interface Laid {
  readonly tokens: readonly IToken[];
  readonly faults: readonly BraceFault[];
  readonly depth: Depth;
}

/** How deep brackets, and words such as `not`, lie in one another. */
export interface Depth {
  readonly most: number;
  /** How many brackets are still open at the end. */
  readonly left: number;
  /** The first token that lies deeper than the limit, if any does. */
  readonly tooDeep: IToken | undefined;
}

/** Brackets, and words such as `not` that wrap what follows, may lie this deep in one another. */
export const deepest = 100;

const continuations: ReadonlySet<TokenType> = new Set([...continuationWords].map(word));
const wrapping: ReadonlySet<TokenType> = new Set([word("not"), word("the earlier of"), word("the later of")]);

export function layOut(lexed: readonly IToken[]): Laid {
  return layOutBalanced(closeBraces(lexed));
}

/** A piece of a text, with all that could make a difference to the pieces before and behind it. */
export interface LaidPiece extends Laid {
  /** How many braces are open at its end, and how many it closes that it never opened. */
  readonly bracesOpened: number;
  readonly bracesClosed: number;
  readonly brackets: Brackets;
}

/** A piece with one declaration at most, so that its indentation says nothing; `next` is what begins behind it. */
export function layOutPiece(lexed: readonly IToken[], next: IToken | undefined): LaidPiece {
  const balanced = balanceBraces(lexed, false, next);
  const bracesClosed = balanced.faults.filter(({ what }) => what !== "never-closed").length;
  return { ...layOutBalanced(balanced), bracesOpened: balanced.open, bracesClosed };
}

function layOutBalanced({ tokens: balanced, faults }: Balanced): Laid & Pick<LaidPiece, "brackets"> {
  const brackets = matchBrackets(balanced);
  const tokens = endLines(balanced, brackets.joining);
  return { tokens, faults, depth: depthOf(tokens), brackets };
}

/** The same for a phrase that is a whole text: outside braces its line breaks mean nothing. */
export function layOutPhrase(lexed: readonly IToken[]): Laid {
  const laid = layOut(lexed);
  let depth = 0;
  const tokens = laid.tokens.filter((current) => {
    if (current.tokenType === token.openBlock) depth++;
    else if (current.tokenType === token.closeBlock) depth--;
    return depth > 0 || current.tokenType !== lineEnd;
  });
  return { ...laid, tokens };
}

// ---------------------------------------------------------------- braces

interface Balanced {
  readonly tokens: readonly IToken[];
  readonly faults: readonly BraceFault[];
  /** How many braces the end had to close. */
  readonly open: number;
}

/** Drops braces that close nothing and closes those left open, where the next declaration begins or at the end. */
function closeBraces(lexed: readonly IToken[]): Balanced {
  const strict = balanceBraces(lexed, false);
  if (strict.faults.every((fault) => fault.what !== "never-closed")) return strict;
  // Only a file that does not add up is read by its indentation: a sound one may be laid out as its author likes.
  const indented = balanceBraces(lexed, true);
  // A brace that closes nothing there is the one that was missing before, and has been told.
  return { ...indented, faults: indented.faults.filter((fault) => fault.what !== "never-opened") };
}

function balanceBraces(lexed: readonly IToken[], byIndentation: boolean, next?: IToken): Balanced {
  const tokens: IToken[] = [];
  const faults: BraceFault[] = [];
  const open: IToken[] = [];
  const mended = new Set<IToken>();
  let unread = 0;
  for (const [index, current] of lexed.entries()) {
    if (byIndentation && beginsDeclaration(lexed, index)) closeAll(open, current, tokens, faults);
    if (current.tokenType === token.openBlock) open.push(current);
    const unopened = current.tokenType === token.closeBlock && open.pop() === undefined;
    const block = unopened ? blockWithoutOpening(lexed, unread, index, mended) : undefined;
    if (block !== undefined) {
      mended.add(block.behind);
      tokens.splice(tokens.lastIndexOf(block.behind) + 1, 0, insertedAt(token.openBlock, endOf(block.behind)));
      faults.push({ what: "opening-left-out", ...block });
    } else if (unopened) {
      faults.push({ what: "never-opened", brace: current });
      unread = index + 1;
    }
    if (!unopened || block !== undefined) tokens.push(current);
    if (hidesBrace(current)) {
      const brace = insertedAt(token.openBlock, endOf(current));
      open.push(brace);
      tokens.push(brace);
    }
  }
  const left = open.length;
  closeAll(open, next, tokens, faults);
  return { tokens, faults, open: left };
}

/**
 * The nearest block above that looks as if it had lost its opening brace: the lines below its first lie deeper, and the first that
 * does not is a closing brace just below where that begins. It is looked for in the same declaration, below what could not be made
 * out before.
 */
function blockWithoutOpening(
  lexed: readonly IToken[],
  from: number,
  unopened: number,
  mended: ReadonlySet<IToken>,
): Pick<OpeningLeftOut, "brace" | "behind"> | undefined {
  const below: IToken[] = [];
  let behind: IToken | undefined;
  for (let index = unopened; index >= from; index--) {
    const first = lexed[index] as IToken;
    if (first.tokenType === token.lineBreak) continue;
    behind ??= first;
    if (index > 0 && lexed[index - 1]?.tokenType !== token.lineBreak) continue;
    if (goesOn(wordBefore(lexed, index), first, lexed[index + 1])) continue;
    const whole = behind.tokenType === token.openBlock || mended.has(behind);
    const brace = whole ? undefined : closingOf(first, below);
    if (brace !== undefined) return { brace, behind };
    if (first.startColumn === 1 && declaringTypes.has(first.tokenType)) return undefined;
    below.push(first);
    behind = undefined;
  }
  return undefined;
}

function wordBefore(lexed: readonly IToken[], index: number): IToken | undefined {
  let before = index - 1;
  while (lexed[before]?.tokenType === token.lineBreak) before--;
  return lexed[before];
}

/** The closing brace of a statement's block, as far as its place tells; `below` are the first words of statements, the nearest last. */
function closingOf({ startColumn: column = 1 }: IToken, below: readonly IToken[]): IToken | undefined {
  const end = below.findLastIndex(({ startColumn = 1 }) => startColumn <= column);
  const brace = below[end];
  const isBelow = brace?.tokenType === token.closeBlock && brace.startColumn === column;
  return isBelow && end < below.length - 1 ? brace : undefined;
}

/** `step call "Call on start {`: all that stands behind an unclosed quotation mark belongs to it, but for the brace. */
function hidesBrace({ tokenType, image }: IToken): boolean {
  return tokenType === token.stray && /^".*\{\s*$/.test(image);
}

/** One fault for all: which of the braces in one another was forgotten, only the author knows. */
function closeAll(open: IToken[], noticedAt: IToken | undefined, tokens: IToken[], faults: BraceFault[]): void {
  const brace = open.at(-1);
  if (brace === undefined) return;
  faults.push(noticedAt === undefined ? { what: "never-closed", brace } : { what: "never-closed", brace, noticedAt });
  for (const _ of open.splice(0)) {
    const at = noticedAt ?? endOf(tokens.at(-1));
    tokens.push(insertedAt(token.closeBlock, at), insertedAt(token.lineBreak, at));
  }
}

/** A declaring word at the very left of its line, followed by what it declares. */
export function beginsDeclaration(lexed: readonly IToken[], index: number): boolean {
  const current = lexed[index];
  const next = lexed[index + 1];
  if (current?.startColumn !== 1 || !declaringTypes.has(current.tokenType) || next === undefined) return false;
  return next.tokenType === token.name || next.tokenType === token.text || next.tokenType === token.code;
}

function insertedAt(type: TokenType, beside: IToken | undefined): IToken {
  const offset = beside?.startOffset ?? 0;
  const line = beside?.startLine ?? 1;
  const column = beside?.startColumn ?? 1;
  return createTokenInstance(type, "", offset, offset - 1, line, line, column, column);
}

// ---------------------------------------------------------------- lines

interface Brackets {
  /** The opening ( and [ that have a partner in their own block: inside them, line breaks mean nothing. */
  readonly joining: ReadonlySet<IToken>;
  /** Whether some ( or [ waits for its partner at the end, or some ) or ] had none before it. */
  readonly leftOpen: boolean;
  readonly neverOpened: boolean;
}

function matchBrackets(tokens: readonly IToken[]): Brackets {
  const joining = new Set<IToken>();
  const open: IToken[] = [];
  let neverOpened = false;
  for (const current of tokens) {
    if (opens(current)) open.push(current);
    else if (closes(current) && !matchPartner(open, current, joining)) neverOpened = true;
  }
  return { joining, leftOpen: open.length > 0, neverOpened };
}

/**
 * A closing brace leaves unclosed ( and [ inside it behind; a closing ) or ] never leaves a brace behind. False where nothing
 * at all is open.
 */
function matchPartner(open: IToken[], closing: IToken, joining: Set<IToken>): boolean {
  const brace = closing.tokenType === token.closeBlock;
  for (let partner = open.at(-1); partner !== undefined; partner = open.at(-1)) {
    if (!brace && partner.tokenType === token.openBlock) return true;
    open.pop();
    if (partnerOf.get(partner.tokenType) !== closing.tokenType) continue;
    if (!brace) joining.add(partner);
    return true;
  }
  return false;
}

const partnerOf: ReadonlyMap<TokenType, TokenType> = new Map([
  [token.openBlock, token.closeBlock],
  [token.openGroup, token.closeGroup],
  [token.openClauses, token.closeClauses],
]);

function opens(current: IToken): boolean {
  return partnerOf.has(current.tokenType);
}

function closes(current: IToken): boolean {
  return (
    current.tokenType === token.closeBlock ||
    current.tokenType === token.closeGroup ||
    current.tokenType === token.closeClauses
  );
}

function endLines(tokens: readonly IToken[], joining: ReadonlySet<IToken>): readonly IToken[] {
  const laid: IToken[] = [];
  const open: IToken[] = [];
  const conditionBraces = new Set<IToken>();
  let lineBreak: IToken | undefined;
  let blockClosed = false;
  for (const [index, current] of tokens.entries()) {
    if (current.tokenType === token.lineBreak) {
      lineBreak ??= current;
      continue;
    }
    const previous = laid.at(-1);
    const inside = open.at(-1);
    const second = tokens[index + 1];
    const newLine = lineBreak !== undefined && !(inside && joining.has(inside)) && !goesOn(previous, current, second);
    const closing = current.tokenType === token.closeBlock;
    if (newLine || closing || (blockClosed && beginsReading(current, second))) endLine(laid, lineBreak ?? current);
    if (current.tokenType === token.openBlock && previous && beforeConditions.has(previous.tokenType)) {
      conditionBraces.add(current);
    }
    laid.push(current);
    if (current.tokenType === token.openBlock || joining.has(current)) open.push(current);
    else if (inside && partnerOf.get(inside.tokenType) === current.tokenType) open.pop();
    lineBreak = undefined;
    blockClosed = closing && inside !== undefined && !conditionBraces.has(inside);
  }
  endLine(laid, lineBreak ?? endOf(laid.at(-1)));
  return laid;
}

/** Nothing ends where nothing has been said. */
function endLine(laid: IToken[], at: IToken | undefined): void {
  const previous = laid.at(-1);
  if (previous === undefined || previous.tokenType === lineEnd || previous.tokenType === token.openBlock) return;
  laid.push(insertedAt(lineEnd, at));
}

const lineEnd = token.lineEnd;

function endOf(last: IToken | undefined): IToken | undefined {
  return last === undefined ? undefined : { ...last, startOffset: last.startOffset + last.image.length };
}

/** Whether a line goes on with the statement above: it begins with a joining word, or the one above ends with a comma. */
function goesOn(previous: IToken | undefined, first: IToken, second: IToken | undefined): boolean {
  if (previous?.tokenType === token.comma || first.tokenType === token.openBlock) return true;
  if (beginsReading(first, second)) return false;
  if (first.tokenType === word("otherwise")) {
    return previous?.tokenType === token.closeBlock && second?.tokenType === token.openBlock;
  }
  return continuations.has(first.tokenType);
}

/** `or "another reading"` and `or chosen …` begin an alternative of their own, on their own line or behind a brace. */
function beginsReading(first: IToken, second: IToken | undefined): boolean {
  return first.tokenType === word("or") && (second?.tokenType === token.text || second?.tokenType === word("chosen"));
}

// ---------------------------------------------------------------- depth

function depthOf(tokens: readonly IToken[]): Depth {
  let depth = 0;
  let wrapped = 0;
  let most = 0;
  let tooDeep: IToken | undefined;
  for (const current of tokens) {
    if (opens(current)) depth++;
    else if (closes(current)) depth = Math.max(0, depth - 1);
    else if (current.tokenType === lineEnd) wrapped = 0;
    else if (wrapping.has(current.tokenType)) wrapped++;
    most = Math.max(most, depth + wrapped);
    if (most > deepest) tooDeep ??= current;
  }
  return { most, left: depth, tooDeep };
}
