// A policy → its canonical text: the formatter, and the text half of the conversion from YAML.
// Printing what was read from a printed text gives that text again, comments and clauses included.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "./ast.ts";
import { printDeclaration } from "./print-declarations.ts";
import { printText } from "./print-phrases.ts";
import type { Pieces } from "./print-pieces.ts";
import type { Lines } from "./print-statements.ts";
import { commentLines, joinLines, printLeaf, printSequence, standsApart } from "./print-statements.ts";

/** Statements that could not be read are not in the tree, so print only what was read without errors. */
export function printPolicy(policy: Ast.Policy): string {
  const heading = printLeaf(policy, 0, [`${policy.level} policy ${policy.name.text} ${printText(policy.title)}`]);
  const headers = printSequence(policy.headers, (header) => printLeaf(header, 0, printHeader(header)));
  const ending = commentLines(policy.comments.trailing, 0);
  const lines = [...heading, ...headers, ...printDeclarations(policy.declarations)];
  return `${joinLines([...lines, ...(ending.length > 0 ? [{ text: "" }] : []), ...ending])}\n`;
}

function printHeader({ entry }: Ast.Header): Pieces {
  switch (entry.kind) {
    case "extends":
      return [`extends ${entry.name.text}`];
    case "in-force":
      return [`in force from ${entry.from.text}`, ...(entry.until ? [`until ${entry.until.text}`] : [])];
    case "review-by":
      return [`review by ${entry.date.text}`];
    case "clauses-from":
      return [`clauses from ${printText(entry.file)}`];
    case "calendar-from":
      return [`calendar from ${printText(entry.file)}`];
    case "accepted-from":
      return [`accepted from ${printText(entry.file)}`];
    default:
      return assertNever(entry);
  }
}

/** Lines of one kind stand together unless their author kept them apart; anything else has an empty line above it. */
function printDeclarations(declarations: readonly Ast.Declaration[]): Lines {
  let previous: Ast.Declaration | undefined;
  return declarations.flatMap((declaration) => {
    const lines = printDeclaration(declaration, 0);
    const together = previous !== undefined && standTogether(previous, declaration);
    previous = declaration;
    return together ? lines : [{ text: "" }, ...lines];
  });
}

function standTogether(above: Ast.Declaration, below: Ast.Declaration): boolean {
  return above.kind === below.kind && isOneLine(above) && isOneLine(below) && !standsApart(below);
}

/** Comments above it do not count. */
function isOneLine(declaration: Ast.Declaration): boolean {
  const bare = { ...declaration, comments: { ...declaration.comments, before: [] } };
  return printDeclaration(bare, 0).length === 1;
}
