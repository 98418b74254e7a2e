// A policy as written → every statement that cites a clause, with its place in the tree.
// Notes and examples cite too; what that is worth is for others to say.

import type * as Ast from "../syntax/ast.ts";
import type { Path } from "./tree.ts";

/** A reading that a statement stands in. */
export interface Within {
  readonly question: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface Citing {
  readonly path: Path;
  readonly node: CitingNode;
  readonly clauses: readonly string[];
  readonly within: readonly Within[];
}

export type CitingNode = { readonly kind: string; readonly clauses: readonly Ast.Code[] } & Pick<Ast.Note, "span">;

/** In the order of the file; a statement within a cited one comes after it. Examples are left out: they prove, they do not decide. */
export function citingStatements(policy: Ast.Policy): readonly Citing[] {
  const found: Citing[] = [];
  const look = (node: unknown, path: Path, within: readonly Within[]): void => {
    if (Array.isArray(node)) return node.forEach((each, index) => look(each, [...path, index], within));
    if (typeof node !== "object" || node === null || isKind(node, "example")) return;
    if (isCiting(node)) found.push({ path, node, clauses: node.clauses.map(({ text }) => text), within });
    for (const [key, child] of Object.entries(node)) {
      if (skipped.has(key)) continue;
      if (key === "alternatives" && isReadings(node)) lookInside(node, [...path, key], within);
      else look(child, [...path, key], within);
    }
  };
  const lookInside = (
    { question, alternatives }: Ast.Readings<unknown>,
    path: Path,
    within: readonly Within[],
  ): void => {
    alternatives.forEach((reading, index) =>
      look(
        reading,
        [...path, index],
        [...within, { question: question.text, label: reading.label.text, chosen: reading.chosen }],
      ),
    );
  };
  look(policy, [], []);
  return found;
}

/** Where no statement can stand; a span leads to the whole text. */
export const skipped: ReadonlySet<string> = new Set(["span", "edgeSpan", "comments", "clauses", "lock", "unreadable"]);

function isKind(node: object, kind: string): boolean {
  return "kind" in node && node.kind === kind;
}

function isCiting(node: object): node is CitingNode {
  return "kind" in node && "clauses" in node && Array.isArray(node.clauses) && node.clauses.length > 0;
}

export function isReadings(node: object): node is Ast.Readings<unknown> {
  return isKind(node, "readings");
}
