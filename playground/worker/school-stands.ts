// What a school has under a policy, kept while somebody turns the policy's figures: a policy that differs a little from one that
// was worked out is worked out only as far as it differs.

import { standAfter, standOfCohort } from "../../src/index.ts";
import type { CohortStand } from "../../src/index.ts";
import type { Ready } from "./ready.ts";
import type { School } from "./school-memory.ts";
import { follow } from "./work.ts";
import type { Work } from "./work.ts";

/** So many are kept: a baseline, and what it is compared with. Each holds the registers of a whole school. */
const KEPT = 3;

let kept: readonly CohortStand[] = [];

/** What was worked out of a school that is forgotten goes with it. */
export function forgetStands(): void {
  kept = [];
}

export async function standFor(
  work: Work,
  { school, calendar }: School,
  ready: Ready,
  asOf: number,
): Promise<CohortStand> {
  const { model, ready: compiled } = ready.compilation;
  const alike = kept.filter((stand) => stand.school === school && stand.asOf === asOf);
  const policy = { ...compiled, model };
  const known = alike.find((stand) => stand.policy.model === model);
  if (known !== undefined) return keep(known);
  const [nearest] = alike;
  const steps = nearest === undefined ? standOfCohort({ school, calendar, asOf }, policy) : standAfter(nearest, policy);
  return keep(await follow(work, "Working out what the policy makes of it", school.pupils.length, steps));
}

/** The one asked for last stands first; another school's are let go. */
function keep(stand: CohortStand): CohortStand {
  kept = [stand, ...kept.filter((other) => other !== stand && other.school === stand.school)].slice(0, KEPT);
  return stand;
}
