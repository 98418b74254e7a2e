// Comments → lines of YAML, with the empty lines that their author left between them.

import type * as Ast from "../syntax/ast.ts";
import { emptyLineAfter, emptyLineBefore } from "../syntax/print-statements.ts";

export type Lines = readonly string[];

function writeComment(comment: Ast.Comment): string {
  const text = comment.text.replaceAll(/[\r\n]+/g, " ");
  return text === "" ? "#" : `# ${text}`;
}

export function behind(comment: Ast.Comment | undefined): string {
  return comment === undefined ? "" : `  ${writeComment(comment)}`;
}

export function commentLines(comments: readonly Ast.Comment[] | undefined, column: number): Lines {
  return (comments ?? []).flatMap((comment, index) => [
    ...(index > 0 && emptyLineBefore(comment.span) ? [""] : []),
    indent(column) + writeComment(comment),
  ]);
}

export function linesAbove({ before }: Ast.Comments, column: number): Lines {
  const lines = commentLines(before, column);
  const last = before.at(-1);
  return last !== undefined && emptyLineAfter(last.span) ? [...lines, ""] : lines;
}

export function trailingLines(trailing: readonly Ast.Comment[] | undefined, column: number): Lines {
  const [first] = trailing ?? [];
  return [...(first !== undefined && emptyLineBefore(first.span) ? [""] : []), ...commentLines(trailing, column)];
}

export function indent(column: number): string {
  return " ".repeat(column);
}
