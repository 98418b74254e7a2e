// A state that is taken on → what is new in what it says since it was asked last: for a night's work over a whole school, in
// which most pupils' answers stay as they were and nobody wants to read them again.

import type { Moment } from "../school/moment.ts";
import { outcomeAt, refuseWhatIsNone, replayAt } from "./advance.ts";
import type { State } from "./advance.ts";
import type { Context } from "./context.ts";
import type { Run } from "./engine.ts";
import { openHorizon, settle } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import type { Life } from "./life.ts";
import { toObligation } from "./obligations.ts";
import type { Obligation, ObligationState, Overturned } from "./outcome.ts";
import type { Test } from "./program.ts";

export interface Changes {
  /** What came to be owed, or is in another state than it was: open, done, overdue, no longer needed. */
  readonly obligations: readonly { readonly obligation: Obligation; readonly was: ObligationState | undefined }[];
  readonly statuses: readonly {
    readonly name: string;
    readonly holds: boolean | undefined;
    readonly was: boolean | undefined;
  }[];
  /** What was told of as owed, and a correction has shown that it never was (S30). */
  readonly overturned: readonly Overturned[];
}

/** What was told last. */
interface LastSaid {
  run: Run;
  at: Moment;
  closed: number;
  /** How many records and days of arrivals were known: a deadline may hang on one. */
  records: number;
  readonly states: Map<string, ObligationState>;
  /** How often a life had been looked at, and when the next of its deadlines passes by itself. */
  readonly lives: WeakMap<Life, { readonly looks: number; readonly passes: Moment }>;
  /** The lives there were, and those of them that could still change. */
  many: number;
  live: readonly Life[];
  readonly statuses: Map<string, { readonly holds: boolean | undefined; readonly horizon: Horizon }>;
}

/**
 * A question that says, each time it is asked, what has changed since it was asked before; at first, since it was made.
 * @throws RangeError where it is no state.
 */
export function watchChanges(state: State): () => Changes {
  refuseWhatIsNone(state);
  const { run, at } = state;
  const told: LastSaid = {
    run,
    at,
    closed: 0,
    records: 0,
    states: new Map(),
    lives: new WeakMap(),
    many: 0,
    live: [],
    statuses: new Map(),
  };
  changesIn(state, told);
  return () => changesIn(state, told);
}

function changesIn(state: State, told: LastSaid): Changes {
  const { context } = replayAt(state);
  const anew = state.run !== told.run;
  const lives = anew ? state.run.lives : [...told.live, ...state.run.lives.slice(told.many)];
  const records = context.facts.log.length + context.facts.arrivals.size;
  const heard = records !== told.records;
  const obligations = lives.flatMap((life) => obligationsIn(life, context, told, heard));
  const statuses = statusesIn(context, told, anew);
  const overturned = anew ? overturnedIn(state, told) : [];
  const { run, at } = state;
  Object.assign(told, { run, at, records, closed: run.facts.closed, many: run.lives.length, live: run.live });
  return { obligations, statuses, overturned };
}

function obligationsIn(life: Life, context: Context, told: LastSaid, heard: boolean): Changes["obligations"] {
  const before = told.lives.get(life);
  if (!heard && before !== undefined && before.looks === life.looks && context.now < before.passes) return [];
  let passes: Moment = Number.POSITIVE_INFINITY;
  const changes = life.owed.flatMap((owed) => {
    const obligation = toObligation(owed, context);
    const was = told.states.get(owed.id);
    for (const moment of [owed.opened, (obligation.due ?? passes) + 1])
      if (moment > context.now) passes = Math.min(passes, moment);
    told.states.set(owed.id, obligation.state);
    return was === obligation.state ? [] : [{ obligation, was }];
  });
  told.lives.set(life, { looks: life.looks, passes });
  return changes;
}

function overturnedIn(state: State, told: LastSaid): readonly Overturned[] {
  return outcomeAt(state).overturned.filter(({ obligation }) => told.states.delete(obligation.id));
}

function statusesIn(context: Context, told: LastSaid, anew: boolean): Changes["statuses"] {
  return context.facts.world.program.statuses.flatMap(({ name, test }) => {
    const before = told.statuses.get(name);
    if (before !== undefined && !anew && !isStale(before.horizon, context, told.closed)) return [];
    const now = answerOf(test, context);
    told.statuses.set(name, now);
    return before === undefined || before.holds === now.holds ? [] : [{ name, holds: now.holds, was: before.holds }];
  });
}

function answerOf(test: Test, context: Context): { readonly holds: boolean | undefined; readonly horizon: Horizon } {
  const asking = { ...context, horizon: openHorizon() };
  const holds = test(asking);
  settle(asking);
  return { holds, horizon: asking.horizon };
}

/** Whether an answer may be another by now: time has passed, a mark of a set has come, or records are read. */
function isStale({ until, sets, listens }: Horizon, { facts, now }: Context, closed: number): boolean {
  if (now >= until || listens) return true;
  if (sets.length === 0) return false;
  for (let session = closed; session < facts.closed; session++)
    if (sets.some((set) => facts.world.members[set]?.[facts.sessions[session] as number] === 1)) return true;
  return false;
}
