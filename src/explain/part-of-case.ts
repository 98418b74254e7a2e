// A pupil's case, and a policy that differs a little from the one it was opened under → what of the case has to be worked out
// again, worked out. Everything else is as it was: whoever drags a figure turns one rule in a hundred.

import { interpret } from "../backends/interpreter/interpret.ts";
import { slicesOf } from "../ir/slice.ts";
import { makeWorld } from "../runtime/world.ts";
import { isDeepEqual } from "../support/is-deep-equal.ts";
import { openCase } from "./case.ts";
import type { Case, Policy } from "./case.ts";

export interface CasePart {
  /** The pupil under the rules that lean on the difference, and under no others. */
  readonly part: Case;
  /** By name, what of the case before is not so any more, or is said anew by the part. */
  readonly replaced: {
    readonly statuses: ReadonlySet<string>;
    readonly bands: ReadonlySet<string>;
    readonly procedures: ReadonlySet<string>;
  };
}

/** What any rule may lean on besides the facts, and what a record is held against. */
const besides = ["acts", "documents", "roles"] as const satisfies (keyof Policy["ir"])[];

/** Undefined where the policies read the facts themselves otherwise, and everything has to be worked out again. */
export function partOfCase(before: Case, policy: Omit<Policy, "program">): CasePart | undefined {
  const { before: old, after, whole } = slicesOf(before.policy.ir, policy.ir);
  if (whole || besides.some((part) => !isDeepEqual(before.policy.ir[part], policy.ir[part]))) return undefined;
  const program = interpret(after);
  const world = makeWorld(program, before.world.calendar);
  const names = (table: "statuses" | "bands" | "procedures"): ReadonlySet<string> =>
    new Set([...old[table], ...after[table]].map(({ name }) => name));
  return {
    part: openCase({ ...policy, program }, world, before.record, before.asOf),
    replaced: { statuses: names("statuses"), bands: names("bands"), procedures: names("procedures") },
  };
}
