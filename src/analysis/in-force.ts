// The time for which a policy is in force, and the days within it on which something that it rests on changes.

import type { Model } from "../checker/model.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";

/** Whether what holds from the one day until the other ever holds while the policy is in force. */
export function meetsForce({ inForce }: Model, from: Day | undefined, until: Day | undefined): boolean {
  if (inForce === undefined) return true;
  return (from ?? inForce.from) <= (inForce.until ?? Infinity) && inForce.from <= (until ?? Infinity);
}

/** `from 2025-09-01`, `from 2025-09-01 until 2026-08-31`. */
export function forceWords({ inForce }: Model): string {
  if (inForce === undefined) return "";
  const until = inForce.until === undefined ? "" : ` until ${formatDay(inForce.until)}`;
  return `from ${formatDay(inForce.from)}${until}`;
}

/** The last day on which the policy stands as it is: when it ends, or is to be looked at again before that. */
function lastDay({ inForce, reviewBy }: Model): Day {
  return Math.min(inForce?.until ?? Infinity, reviewBy ?? Infinity);
}

/** Whether a day lies after the policy's first, and not after its last. */
export function isMeanwhile(model: Model, day: Day): boolean {
  const { inForce } = model;
  return inForce !== undefined && inForce.from < day && day <= lastDay(model);
}

/** The first day of the policy, and each later one on which a dated value changes. */
export function turningDays(model: Model): readonly Day[] {
  if (model.inForce === undefined) return [];
  const { from, until } = model.inForce;
  const changes = [...model.parameters.values()].flatMap(({ history }) =>
    history.flatMap((dated) => [dated.from, dated.until === undefined ? undefined : dated.until + 1]),
  );
  const within = changes.filter((day) => day !== undefined).filter((day) => from < day && day <= (until ?? Infinity));
  return [...new Set([from, ...within])].toSorted((a, b) => a - b);
}
