// What every builder needs: places in the author's file, the comments still to be handed out, and where to put faults.

import type { CstNodeLocation, IToken } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import type * as Ast from "./ast.ts";
import type * as Cst from "./cst.ts";

export interface Building {
  /** The text that was lexed: a whole file, or a phrase of one. */
  readonly text: string;
  /** From offsets in that text to a place in the author's file. */
  readonly span: (from: number, to: number) => Span;
  readonly comments: CommentQueue;
  readonly diagnostics: Diagnostic[];
  /** Statements that came to nothing, by their offsets; those the parser gave up on are not among them. */
  readonly refused: { readonly from: number; readonly to: number }[];
  /** Whether the statement at hand has been refused. */
  spoiled: boolean;
}

/** Comments in the order of the file; whoever builds a statement takes those that come before its end. */
export interface CommentQueue {
  readonly takeBefore: (offset: number) => readonly Ast.Comment[];
  /** The comment that ends the line on which `offset` lies, if nothing else stands between. */
  readonly takeOnLine: (offset: number) => Ast.Comment | undefined;
}

/** Any node of the concrete tree. */
export interface Placed {
  readonly location?: CstNodeLocation;
}

// ---------------------------------------------------------------- reading the concrete tree

export function one<Item>(items: readonly Item[] | undefined): Item {
  const first = items?.[0];
  if (first === undefined) throw new Bug("The grammar promised a part that is not there");
  return first;
}

export function maybe<Item>(items: readonly Item[] | undefined): Item | undefined {
  return items?.[0];
}

export function startOf(node: Placed): number {
  return node.location?.startOffset ?? 0;
}

export function endOf(node: Placed): number {
  return (node.location?.endOffset ?? -1) + 1;
}

export function endOfToken(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function nodeSpan(building: Building, node: Placed): Span {
  return building.span(startOf(node), endOf(node));
}

export function tokenSpan(building: Building, token: IToken): Span {
  return building.span(token.startOffset, endOfToken(token));
}

// ---------------------------------------------------------------- refusing

/** The statement at hand cannot be read after all: it is left out of the tree, and this is why. */
export function refuse(building: Building, diagnostic: Diagnostic): void {
  building.diagnostics.push(diagnostic);
  building.spoiled = true;
}

/** Builds one statement; undefined when it was refused. What goes wrong inside its block concerns only that. */
export function buildStatement<Node>(building: Building, node: Placed, build: () => Node | undefined): readonly Node[] {
  const outer = building.spoiled;
  building.spoiled = false;
  const built = build();
  const refused = building.spoiled;
  building.spoiled = outer;
  if (refused) building.refused.push({ from: startOf(node), to: endOf(node) });
  return refused || built === undefined ? [] : [built];
}

// ---------------------------------------------------------------- comments

/** `carried` stand before all the others, and are taken with the first of them. */
export function queueComments(
  text: string,
  comments: readonly IToken[],
  span: Building["span"],
  carried: readonly Ast.Comment[] = [],
): CommentQueue {
  let next = 0;
  let waiting = carried;
  const take = (): Ast.Comment | undefined => {
    const token = comments[next++];
    return token && { text: token.image.slice(2).trim(), span: span(token.startOffset, endOfToken(token)) };
  };
  const takeWhile = (wanted: (offset: number) => boolean): readonly Ast.Comment[] => {
    const taken: Ast.Comment[] = [];
    for (let token = comments[next]; token !== undefined && wanted(token.startOffset); token = comments[next]) {
      const comment = take();
      if (comment !== undefined) taken.push(comment);
    }
    return taken;
  };
  return {
    takeBefore: (offset) => {
      const taken = [...waiting, ...takeWhile((at) => at < offset)];
      waiting = [];
      return taken;
    },
    takeOnLine: (offset) => {
      const token = waiting.length > 0 ? undefined : comments[next];
      const alone =
        token !== undefined &&
        token.startOffset >= offset &&
        /^[ \t\u00A0]*$/.test(text.slice(offset, token.startOffset));
      return alone ? take() : undefined;
    },
  };
}

/** The comments of a statement whose first part ends at `end`: its whole text, or its heading up to the brace. */
export function commentsUpTo(building: Building, end: number): Ast.Comments {
  const before = building.comments.takeBefore(end);
  const after = building.comments.takeOnLine(end);
  return after === undefined ? { before } : { before, after };
}

/** The comments left over where a block closes, the one behind its brace included. */
export function withTrailing(building: Building, comments: Ast.Comments, close: IToken): Ast.Comments {
  const inside = building.comments.takeBefore(close.startOffset);
  const behind = building.comments.takeOnLine(endOfToken(close));
  const trailing = behind === undefined ? inside : [...inside, behind];
  return trailing.length === 0 ? comments : { ...comments, trailing };
}

// ---------------------------------------------------------------- what every statement carries

const lockOf: Readonly<Record<string, Ast.Lock>> = {
  fixed: "fixed",
  free: "free",
  "may only rise": "may only rise",
  "may only fall": "may only fall",
};

export function plainWords(image: string): string {
  return image.replaceAll(/[ \t\u00A0]+/g, " ");
}

export function buildTail(building: Building, tail: Cst.Tail): Ast.Tail {
  const lock = maybe(tail.children.Lock);
  const clauses = (tail.children.ClauseId ?? []).map((token) => buildCode(building, token));
  if (lock === undefined) return { clauses };
  const value = lockOf[plainWords(lock.image)];
  if (value === undefined) throw new Bug(`No lock is called ${lock.image}`);
  return { lock: { value, span: tokenSpan(building, lock) }, clauses };
}

/** What a statement of one line, or of one line and its continuations, carries. */
export function lineFacts(building: Building, node: Placed, tail: Cst.Tail) {
  return {
    span: nodeSpan(building, node),
    comments: commentsUpTo(building, endOf(node)),
    ...buildTail(building, tail),
  };
}

interface BlockTokens {
  readonly OpenBlock: readonly IToken[];
  readonly CloseBlock: readonly IToken[];
}

/** Builds what stands in braces, after the comments before and behind the opening one have been taken. */
export function buildBlock<Part, Node>(
  building: Building,
  block: BlockTokens,
  parts: readonly Part[] | undefined,
  build: (part: Part) => readonly Node[],
): { readonly comments: Ast.Comments; readonly items: readonly Node[] } {
  const comments = commentsUpTo(building, endOfToken(one(block.OpenBlock)));
  const items = (parts ?? []).flatMap(build);
  return { comments: withTrailing(building, comments, one(block.CloseBlock)), items };
}

export function buildCode(building: Building, token: IToken): Ast.Code {
  return { kind: "code", text: token.image, span: tokenSpan(building, token) };
}

export function buildText(building: Building, token: IToken): Ast.Text {
  const text = token.image.slice(1, -1).replaceAll('""', '"');
  return { kind: "text", text, span: tokenSpan(building, token) };
}
