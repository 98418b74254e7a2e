// One place to read from: a pupil's facts at a moment, and the instance a rule lives in. Every question a rule can ask is a
// function of a context alone, so asking it again later gives the same answer: that is what makes an explanation true.

import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import { windowSessions } from "../school/window.ts";
import type { SessionRange, Window } from "../school/window.ts";
import type { Facts } from "./facts.ts";
import { holdsNow, holdsToday, holdsUntilNext, holdsWhileWindowExists, openHorizon } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import type { Instance } from "./instance.ts";

/** Why something is not known: a decision that is waited for, a hole in the text, or nothing to count. */
export type Unknown =
  | { readonly kind: "decision"; readonly decision: string; readonly question: string; readonly by: readonly string[] }
  | { readonly kind: "hole"; readonly name: string }
  | { readonly kind: "nothing"; readonly what: string };

export interface Context {
  readonly facts: Facts;
  readonly now: Moment;
  readonly instance?: Instance;
  /** When the obligation or step that is asking opened; clock times and ends of day are those of that day. */
  readonly from?: Moment;
  /** A record that is being judged itself, and so is not counted among the earlier ones. */
  readonly without?: string;
  /** Every instance so far, so that one procedure can read the state of another (S20). */
  readonly instances: ReadonlyMap<string, readonly Instance[]>;
  /** Lowered by whatever is read, when somebody wants to know how long the answer holds. */
  readonly horizon?: Horizon;
  /** Filled with what is not known while a condition is read, when somebody wants to hear it. */
  readonly unknowns?: Unknown[];
}

export function today(context: Context): Day {
  return dayOf(context.now);
}

/** Reads at an earlier moment. What stood then stays so, unless it could already change at that moment itself. */
export function readAt<T>(context: Context, now: Moment, read: (there: Context) => T): T {
  if (now === context.now) return read(context);
  if (context.horizon === undefined) return read({ ...context, now });
  const horizon = openHorizon();
  const answer = read({ ...context, now, horizon });
  if (horizon.until <= now) holdsNow(context);
  return answer;
}

/** The sessions of a window as of now, or undefined where the calendar has no such window. */
export function rangeOf(context: Context, window: Window): SessionRange | undefined {
  const range = knownRange(context, window);
  if (range === undefined) holdsToday(context);
  else holdsWhileWindowExists(context, window);
  return range;
}

function knownRange({ facts, now }: Context, window: Window): SessionRange | undefined {
  const { calendar } = facts.world;
  if (window.kind === "since" || window.kind === "between") return windowSessions(calendar, window, now, facts.timing);
  const known = facts.timing.ranges.get(window) ?? new Map<Moment, SessionRange | undefined>();
  if (known.size === 0) facts.timing.ranges.set(window, known);
  if (!known.has(now)) known.set(now, windowSessions(calendar, window, now, facts.timing));
  return known.get(now);
}

export function unknown(context: Context, why: Unknown): undefined {
  context.unknowns?.push(why);
  return undefined;
}

/** The first instant that a rule's own acts may bear: the day its absence, request or year began; without an instance, ever. */
export function scopeStart(context: Context): Moment {
  return context.instance?.scopeFrom ?? Number.NEGATIVE_INFINITY;
}

/** Records of an act up to now, oldest first, of this parent where the instance is a parent's. */
export function actsUpToNow(
  context: Context,
  act: string,
  object: string | undefined,
  from: Moment,
): readonly LogRecord[] {
  const person = context.instance?.person;
  const records = context.facts.acts.get(act) ?? [];
  holdsUntilNext(context, records, ({ happened }) => happened);
  return records.filter(
    (entry) =>
      entry.happened <= context.now &&
      entry.happened >= from &&
      entry.id !== context.without &&
      (object === undefined || entry.object === object) &&
      (person === undefined || entry.person === undefined || entry.person === person),
  );
}

/**
 * Records of an act that are the rule's own. Where it lives on a record, such as a notice, and another of the kind came later to
 * the same parent, what happened from then on is the later one's; only where none came before is the first of it still its own
 * (S22).
 */
export function actsInScope(context: Context, act: string, object: string | undefined): readonly LogRecord[] {
  const records = actsUpToNow(context, act, object, scopeStart(context));
  const end = scopeEnd(context);
  const own = records.filter(({ happened }) => happened < end);
  return own.length > 0 ? own : records.slice(0, 1);
}

/** When the next record of the kind happened that the rule lives on. */
function scopeEnd(context: Context): Moment {
  const { record, person } = context.instance ?? {};
  if (record === undefined) return Number.POSITIVE_INFINITY;
  const kin = context.facts.acts.get(record.act) ?? [];
  holdsUntilNext(context, kin, ({ happened }) => happened);
  const next = kin.find(
    (other) =>
      other.happened > record.happened &&
      other.happened <= context.now &&
      other.object === record.object &&
      (person === undefined || other.person === undefined || other.person === person),
  );
  return next?.happened ?? Number.POSITIVE_INFINITY;
}
