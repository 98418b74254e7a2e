// What every statement prints alike: the comments around it, its lock and clauses, its block, and the empty lines that
// its author left (one at most).

import type { Span } from "../source/text.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import type { Pieces } from "./print-pieces.ts";
import { commaList, indent, layOutPieces, suffix, widest } from "./print-pieces.ts";

/** A line, and apart from it the clauses that stand in its margin. */
export interface Line {
  readonly text: string;
  readonly clauses?: string;
  readonly comment?: string;
}

export type Lines = readonly Line[];

/** What a statement carries, whatever its kind. */
export interface Carried extends Ast.Tail {
  readonly comments: Ast.Comments;
  readonly span: Span;
}

const emptyLine: Line = { text: "" };

// ---------------------------------------------------------------- comments and empty lines

export function printComment(comment: Ast.Comment): string {
  return comment.text === "" ? "--" : `-- ${comment.text}`;
}

export function commentLines(comments: readonly Ast.Comment[] | undefined, depth: number): Lines {
  return (comments ?? []).flatMap((comment, index) => [
    ...(index > 0 && emptyLineBefore(comment.span) ? [emptyLine] : []),
    { text: indent(depth) + printComment(comment) },
  ]);
}

/** The comments above a statement, and the empty line between them and it. */
function linesAbove({ comments: { before } }: Carried, depth: number): Lines {
  const last = before.at(-1);
  const lines = commentLines(before, depth);
  return last !== undefined && emptyLineAfter(last.span) ? [...lines, emptyLine] : lines;
}

/** Whether the author left a line empty there. */
export function emptyLineBefore({ source, from }: Span): boolean {
  let start = from;
  while (start > 0 && source.text.charAt(start - 1).trim() === "") start--;
  return holdsEmptyLine(source.text.slice(start, from));
}

/** Whether the author left a line empty behind it. */
export function emptyLineAfter({ source, to }: Span): boolean {
  let end = to;
  while (end < source.text.length && source.text.charAt(end).trim() === "") end++;
  return holdsEmptyLine(source.text.slice(to, end));
}

/** The line ends of any system: LF, CR LF or CR. */
function holdsEmptyLine(blanks: string): boolean {
  return [...blanks.matchAll(/\r\n|\r|\n/g)].length > 1;
}

/** Whether an empty line stands above a statement and its comments. */
export function standsApart({ comments, span }: Carried): boolean {
  return emptyLineBefore(comments.before[0]?.span ?? span);
}

/** Statements one under the other. */
export function printSequence<Node extends Carried>(nodes: readonly Node[], print: (node: Node) => Lines): Lines {
  return nodes.flatMap((node, index) => [...(index > 0 && standsApart(node) ? [emptyLine] : []), ...print(node)]);
}

export function trailingLines(trailing: readonly Ast.Comment[] | undefined, depth: number, inside: Lines): Lines {
  const [first] = trailing ?? [];
  const apart = first !== undefined && inside.length > 0 && emptyLineBefore(first.span);
  return [...(apart ? [emptyLine] : []), ...commentLines(trailing, depth)];
}

// ---------------------------------------------------------------- statements

function withLock({ lock }: Ast.Tail, pieces: Pieces): Pieces {
  return lock === undefined ? pieces : [...suffix(pieces, ","), lock.value];
}

function printClauses(clauses: readonly Ast.Code[]): Pieces {
  const [first, ...rest] = clauses.map((clause) => clause.text);
  if (first === undefined) return [];
  return suffix(commaList([[`[${first}`], ...rest.map((clause) => [clause])]), "]");
}

/** A statement without a block. */
export function printLeaf(carried: Carried, depth: number, pieces: Pieces): Lines {
  return [...linesAbove(carried, depth), ...printOwnLines(carried, depth, pieces, "")];
}

/** The first line of a statement with a block, up to its brace. */
export function printOpening(carried: Carried, depth: number, heading: Pieces): Lines {
  return [...linesAbove(carried, depth), ...printOwnLines(carried, depth, heading, " {")];
}

/** On one line the clauses stand in the margin; on several they come right behind the last. */
function printOwnLines(carried: Carried, depth: number, pieces: Pieces, ending: string): Lines {
  const { clauses, comments } = carried;
  const comment = comments.after && printComment(comments.after);
  const said = withLock(carried, pieces);
  const cited = layOutPieces(suffix([...said, ...printClauses(clauses)], ending), depth);
  const [text = "", ...rest] = layOutPieces(said, depth);
  if (clauses.length > 0 && rest.length === 0 && cited.length === 1) {
    const behind = (cited[0] ?? "").slice(text.length + 1);
    return [withoutUndefined({ text, clauses: behind, comment })];
  }
  return cited.map((line, index) =>
    index === cited.length - 1 ? withoutUndefined({ text: line, comment }) : { text: line },
  );
}

export function printClosing({ comments }: Carried, depth: number, inside: Lines): Lines {
  return [...trailingLines(comments.trailing, depth + 1, inside), { text: `${indent(depth)}}` }];
}

/** A statement with a block; the lines inside are printed one deeper. */
export function printBlock(carried: Carried, depth: number, heading: Pieces, inside: Lines): Lines {
  return [...printOpening(carried, depth, heading), ...inside, ...printClosing(carried, depth, inside)];
}

/** With braces only if something stands in them. */
export function printPerhapsBlock(carried: Carried, depth: number, heading: Pieces, inside: Lines): Lines {
  const empty = inside.length === 0 && (carried.comments.trailing ?? []).length === 0;
  return empty ? printLeaf(carried, depth, heading) : printBlock(carried, depth, heading, inside);
}

// ---------------------------------------------------------------- the margin

/** Clauses stand in one column, like notes in a margin; a longer line has them right behind it. */
const margin = 78;

export function joinLines(lines: Lines): string {
  return lines
    .map(({ text, clauses, comment }) => {
      const cited = clauses === undefined ? text : citeInMargin(text, clauses);
      return comment === undefined ? cited : `${cited}  ${comment}`;
    })
    .join("\n");
}

function citeInMargin(text: string, clauses: string): string {
  const inMargin = `${text.padEnd(margin)} ${clauses}`;
  return inMargin.length > widest ? `${text} ${clauses}` : inMargin;
}
