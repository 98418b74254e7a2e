// Both sides of a change → what runs, or what keeps one of them from running.

import { problemOf } from "./problems.ts";
import type { ChangeQuestion, ChangeSide, NotRunning } from "./what-if-protocol.ts";
import { compileText, readyOf } from "./ready.ts";
import type { Ready } from "./ready.ts";

export interface Sides {
  readonly kind: "sides";
  readonly before: Ready;
  readonly after: Ready;
}

export async function openSides({ before, after }: ChangeQuestion): Promise<Sides | NotRunning> {
  const old = await readyOf(before.policy, before.readings);
  if (old === undefined) return whyNot("before", before);
  const young = await readyOf(after.policy, after.readings);
  return young === undefined ? whyNot("after", after) : { kind: "sides", before: old, after: young };
}

async function whyNot(side: NotRunning["side"], { policy, readings }: ChangeSide): Promise<NotRunning> {
  const { diagnostics, source } = await compileText(policy, readings);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { kind: "not-running", side, problems: errors.map((error) => problemOf(error, source)) };
}
