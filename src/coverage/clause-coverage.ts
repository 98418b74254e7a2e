// Which clauses of a published policy its rules evaluate, which are carried as notes, and which are missing.

import type * as Ast from "../syntax/ast.ts";
import { citingStatements } from "./citations.ts";

/** Clause ids in the order of the clause file; each id stands in exactly one list. */
export interface ClauseCoverage {
  readonly evaluated: readonly string[];
  readonly noted: readonly string[];
  readonly missing: readonly string[];
}

/** Words that decide nothing. */
const words: ReadonlySet<string> = new Set(["note", "document-text"]);

/** A clause that a rule cites is evaluated, even if a note or the text of a letter speaks of it too. */
export function coverClauses(policy: Ast.Policy, clauses: readonly string[]): ClauseCoverage {
  const citing = citingStatements(policy);
  const citedBy = (notes: boolean): ReadonlySet<string> =>
    new Set(citing.filter(({ node }) => words.has(node.kind) === notes).flatMap((each) => each.clauses));
  const [evaluated, noted] = [citedBy(false), citedBy(true)];
  return {
    evaluated: clauses.filter((id) => evaluated.has(id)),
    noted: clauses.filter((id) => !evaluated.has(id) && noted.has(id)),
    missing: clauses.filter((id) => !evaluated.has(id) && !noted.has(id)),
  };
}
