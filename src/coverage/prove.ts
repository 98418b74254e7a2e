// Is the policy more than decoration? Every cited rule is taken away, and every edge and figure in it moved by a step; an
// example whose outcome changes has noticed. What nothing notices, nothing holds in place.

import type { ClauseFile } from "../yaml/clause-file.ts";
import type * as Ast from "../syntax/ast.ts";
import { coverClauses } from "./clause-coverage.ts";
import type { ClauseCoverage } from "./clause-coverage.ts";
import type { Notice } from "./laboratory.ts";
import type { Proof, Verdict } from "./trial.ts";

export interface ProofReport extends ClauseCoverage, Verdict {}

/** What is left of the coverage once every cited rule was tried; with `only`, of that clause. */
export function provenBy(policy: Ast.Policy, { clauses }: ClauseFile, verdict: Verdict, only?: string): ProofReport {
  const ids = [...clauses.keys()].filter((id) => only === undefined || id === only);
  return { ...provenCoverage(coverClauses(policy, ids), verdict.proofs), ...verdict };
}

/** A clause stays evaluated only if some change to its rules is noticed and none goes by unnoticed. */
function provenCoverage({ evaluated, noted, missing }: ClauseCoverage, proofs: readonly Proof[]): ClauseCoverage {
  const loose = new Set(proofs.filter(({ notice }) => notice.by === "nothing").flatMap(({ mutant }) => mutant.clauses));
  const held = new Set(proofs.filter(({ notice }) => proves(notice)).flatMap(({ mutant }) => mutant.clauses));
  const stays = (id: string): boolean => held.has(id) && !loose.has(id);
  return { evaluated: evaluated.filter(stays), noted, missing: [...missing, ...evaluated.filter((id) => !stays(id))] };
}

/** A change that the compiler refuses was never tried, and speaks neither for the rule nor against it. */
export function proves({ by }: Notice): boolean {
  return by === "example" || by === "name" || by === "silence" || by === "check";
}
