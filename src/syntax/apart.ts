// A text → pieces that can be read apart: what is read of one cannot change with the text of another. Where that cannot be shown
// of two pieces, they are one.

import type { IToken } from "chevrotain";
import type { SourceText } from "../source/text.ts";
import { cutsOf } from "./cut.ts";
import type { Cut } from "./cut.ts";
import { beginsDeclaration, deepest, layOutPiece } from "./layout.ts";
import type { LaidPiece } from "./layout.ts";
import { lex } from "./lex.ts";
import type { Lexed } from "./lex.ts";
import { declaringTypes, token } from "./token-types.ts";

/** What was read before of a piece with the same text. */
interface Known {
  readonly shape: Shape;
}

/** All of a piece that could matter to the pieces around it. */
export interface Shape extends Pick<LaidPiece, "bracesOpened" | "bracesClosed" | "depth"> {
  readonly empty: boolean;
  /** A declaring word begins it; and what follows that word shows that it is meant so, even with a brace open above. */
  readonly declares: boolean;
  readonly begins: boolean;
  /** Another declaration stands at the left edge further down. */
  readonly declaresMore: boolean;
  readonly endsWithComma: boolean;
  readonly bracketsOpened: boolean;
  readonly bracketsClosed: boolean;
}

export interface Stretch<Kept extends Known> {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly shape: Shape;
  readonly kept: Kept | undefined;
  /** Undefined where the piece was kept. */
  readonly lexed: (Lexed & { readonly laid: LaidPiece }) | undefined;
}

/** Pieces that can be read apart; undefined where that is not soon found. */
export function apart<Kept extends Known>(
  source: SourceText,
  known: ReadonlyMap<string, Kept>,
): readonly Stretch<Kept>[] | undefined {
  const looked = new Map<string, Stretch<Kept>>();
  const look = (from: number, to: number): Stretch<Kept> => {
    const text = source.text.slice(from, to);
    const stretch = looked.get(text) ?? stretchOf(text, from === 0 ? undefined : known.get(text));
    looked.set(text, stretch);
    return { ...stretch, from, to };
  };
  let cuts = cutsOf(source);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stretches = stretchesOf(cuts, source.text.length, look);
    const together = goingOn(stretches);
    if (together.size === 0) return isTangled(stretches) || isTooDeep(stretches) ? undefined : stretches;
    cuts = cuts.filter((_, index) => !together.has(index));
  }
  return undefined;
}

/** What two pieces come to together can show that a third belongs to them; a text that needs more of this is read whole. */
const MOST_ROUNDS = 5;

/** What stands above a declaration belongs to it, unless a block is still open there: then it stands in the block. */
function stretchesOf<Kept extends Known>(
  cuts: readonly Cut[],
  end: number,
  look: (from: number, to: number) => Stretch<Kept>,
): readonly Stretch<Kept>[] {
  const stretches: Stretch<Kept>[] = [];
  let from = 0;
  for (const next of [...cuts.slice(1), undefined]) {
    const whole = look(from, next?.from ?? end);
    const stretch = next !== undefined && whole.shape.bracesOpened > 0 ? look(from, next.word) : whole;
    stretches.push(stretch);
    from = stretch.to;
  }
  return stretches;
}

function stretchOf<Kept extends Known>(text: string, kept: Kept | undefined): Stretch<Kept> {
  if (kept !== undefined) return { from: 0, to: 0, text, shape: kept.shape, kept, lexed: undefined };
  const { tokens, comments } = lex(text);
  const laid = layOutPiece(tokens, undefined);
  return { from: 0, to: 0, text, shape: shapeOf(tokens, laid), kept, lexed: { tokens, comments, laid } };
}

function shapeOf(lexed: readonly IToken[], { tokens, bracesOpened, bracesClosed, depth, brackets }: LaidPiece): Shape {
  const first = lexed.findIndex(({ tokenType }) => tokenType !== token.lineBreak);
  const last = tokens.findLast(({ tokenType }) => tokenType !== token.lineEnd);
  const begin = lexed[first];
  return {
    bracesOpened,
    bracesClosed,
    depth,
    empty: last === undefined,
    declares: begin !== undefined && begin.startColumn === 1 && declaringTypes.has(begin.tokenType),
    begins: beginsDeclaration(lexed, first),
    declaresMore: lexed.some((_, index) => index > first && beginsDeclaration(lexed, index)),
    endsWithComma: last?.tokenType === token.comma,
    bracketsOpened: brackets.leftOpen,
    bracketsClosed: brackets.neverOpened,
  };
}

// ---------------------------------------------------------------- what belongs together

/** Which pieces go on with the one before them, or cannot be shown not to. */
function goingOn(stretches: readonly Stretch<Known>[]): ReadonlySet<number> {
  const shapes = stretches.map(({ shape }) => shape);
  const joined = new Set([...inOpenBraces(shapes), ...inOpenBrackets(shapes)]);
  shapes.forEach(({ declares }, index) => {
    const before = shapes[index - 1];
    if (before !== undefined && (before.empty || before.endsWithComma || !declares)) joined.add(index);
  });
  return joined;
}

/**
 * Where all braces of the text have their partners, the declarations of a block may stand at the left as well. Where not, the
 * layout goes by the left edge, and closes each block before what is clearly a declaration.
 */
function inOpenBraces(shapes: readonly Shape[]): readonly number[] {
  if (shapes.every(({ bracesOpened }) => bracesOpened === 0)) return [];
  let depth = 0;
  const inside: number[] = [];
  for (const [index, { bracesOpened, bracesClosed }] of shapes.entries()) {
    if (depth > 0) inside.push(index);
    depth = Math.max(0, depth - bracesClosed) + bracesOpened;
  }
  if (depth === 0) return inside;
  return shapes.flatMap(({ begins }, index) => ((shapes[index - 1]?.bracesOpened ?? 0) > 0 && !begins ? [index] : []));
}

/** Where a brace stays open, all are paired by the left edge, which the layout of a piece does not look at. */
function isTangled(stretches: readonly Stretch<Known>[]): boolean {
  const shapes = stretches.map(({ shape }) => shape);
  return shapes.some(({ bracesOpened }) => bracesOpened > 0) && shapes.some(({ declaresMore }) => declaresMore);
}

/** An open ( or [ may find its partner in any later piece that has one too many. */
function inOpenBrackets(shapes: readonly Shape[]): readonly number[] {
  const opened = shapes.findIndex(({ bracketsOpened }) => bracketsOpened);
  const closed = shapes.findLastIndex(({ bracketsClosed }) => bracketsClosed);
  return opened < 0 ? [] : shapes.flatMap((_, index) => (opened < index && index <= closed ? [index] : []));
}

/** Perhaps: what is open above a piece is added to all that lies in it. */
function isTooDeep(stretches: readonly Stretch<Known>[]): boolean {
  const left = stretches.reduce((sum, { shape }) => sum + shape.depth.left, 0);
  return stretches.some(({ shape }) => left + shape.depth.most > deepest);
}
