// The comments of a YAML file, in its order, handed out to the statements they belong to.
// A comment belongs to the statement it stands before, whose first line it ends, or within whose indentation it stands.

import type { SourceText, Span } from "../source/text.ts";
import { makeSpan, positionAt } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { lexemesOf } from "./lexemes.ts";

/** Where a statement begins and ends. In a list it begins in the column of its hyphen. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

export interface CommentQueue {
  readonly takeBefore: (offset: number) => readonly Ast.Comment[];
  /** The comment that ends the line on which the offset lies. */
  readonly takeOnLine: (offset: number) => Ast.Comment | undefined;
  /** Those left within a statement, behind its last line, and below it as long as they are indented deeper than it is. */
  readonly takeInside: (place: Place) => readonly Ast.Comment[];
  readonly takeAll: () => readonly Ast.Comment[];
  /** Every comment of the file, taken or not. */
  readonly all: readonly Ast.Comment[];
}

/** A line by which editors find the schema. It is theirs, not the author's. */
export const editorLine = /^yaml-language-server:/;

export function queueComments(source: SourceText): CommentQueue {
  const waiting = findComments(source).filter(({ text, span }) => span.from > 0 || !editorLine.test(text));
  let next = 0;
  const takeWhile = (wanted: (comment: Ast.Comment) => boolean): readonly Ast.Comment[] => {
    const start = next;
    for (let comment = waiting[next]; comment !== undefined && wanted(comment); comment = waiting[next]) next++;
    return waiting.slice(start, next);
  };
  return {
    takeBefore: (offset) => takeWhile(({ span }) => span.from < offset),
    takeOnLine: (offset) => {
      const comment = waiting[next];
      return comment !== undefined && isOnLine(source, comment, offset) ? waiting[next++] : undefined;
    },
    takeInside: (place) => takeInside(source, place, waiting[next - 1], takeWhile),
    takeAll: () => takeWhile(() => true),
    all: waiting,
  };
}

function isOnLine(source: SourceText, { span }: Ast.Comment, offset: number): boolean {
  return span.from >= offset && positionAt(source, span.from).line === positionAt(source, offset).line;
}

function takeInside(
  source: SourceText,
  place: Place,
  last: Ast.Comment | undefined,
  takeWhile: (wanted: (comment: Ast.Comment) => boolean) => readonly Ast.Comment[],
): readonly Ast.Comment[] {
  const written = source.text.slice(place.from, place.to).trimEnd();
  const end = place.from + written.length;
  // Comments below it that its parts have taken do not stand between.
  let seen = Math.max(end, last?.span.to ?? 0);
  return takeWhile((comment) => {
    const { from, to } = comment.span;
    // Whatever else stands between belongs to the next statement, and so does the comment.
    if (from > seen && !/^[\s,\]}]*$/.test(source.text.slice(seen, from))) return false;
    seen = Math.max(seen, to);
    return from < end || isOnLine(source, comment, end) || positionAt(source, from).column > place.column;
  });
}

// ---------------------------------------------------------------- finding them

export function findComments(source: SourceText): readonly Ast.Comment[] {
  const comments = lexemesOf(source).filter(({ text, isValue }) => !isValue && text.startsWith("#"));
  return comments.map(({ text, from }) => commentAt(makeSpan(source, from, from + text.length)));
}

function commentAt(span: Span): Ast.Comment {
  const written = span.source.text.slice(span.from + 1, span.to);
  // A bare carriage return ends a line everywhere but in YAML, so it cannot stay in a comment.
  return { text: written.replaceAll("\r", " ").trim(), span };
}
