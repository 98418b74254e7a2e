// What must be done in some procedures before their later steps can come, done when it falls due: a pupil's record → the same
// with these acts on it. What other procedures owe stays undone, for it has no say.

import { doneOnTime } from "../examples/act-on-time.ts";
import { evaluatePupil } from "../runtime/evaluate.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord } from "../school/record.ts";

/** One act may open the next; more steps than this are not climbed to show a difference. */
const mostRounds = 6;

export function actBefore(world: World, record: PupilRecord, at: Moment, procedures: ReadonlySet<string>): PupilRecord {
  let current = record;
  for (let round = 0; round < mostRounds; round++) {
    const owed = evaluatePupil(world, current, at).obligations.filter(
      (obligation) => procedures.has(obligation.procedure) && isUnmet(obligation, at),
    );
    if (owed.length === 0) return current;
    current = { ...current, log: [...current.log, ...owed.map((obligation) => doneOnTime(obligation, at, round))] };
  }
  return current;
}

/** A step that holds nothing that must be done is over when all that should is. */
function isUnmet({ state, due, modal }: Obligation, at: Moment): boolean {
  if (modal !== "must" && modal !== "should") return false;
  return state === "overdue" || (state === "open" && (due === undefined || due <= at));
}
