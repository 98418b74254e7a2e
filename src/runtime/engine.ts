// The replay: one subject's facts, from the first day to a moment, instant by instant, in the order of S19:
// facts, completions, ends, starts, steps. Knows no policy: what is tested is in the program it is given. It can be taken up
// again where it was left, once more is known.

import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { holdsUntil, openHorizon, settle } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import { successorOf } from "./instance.ts";
import type { Instance } from "./instance.ts";
import { end, isAlive, isClosed, isStandingOnly, makeLife, nextStir } from "./life.ts";
import type { Host, Life } from "./life.ts";
import { remember } from "../support/remember.ts";
import { bear, openNursery } from "./nursery.ts";
import type { Nursery } from "./nursery.ts";
import type { Procedure, Trigger } from "./program.ts";
import { nextInstant, openQueue, periodsOf, wake } from "./queue.ts";
import type { Instant, Queue } from "./queue.ts";
import { moveOn, receive } from "./steps.ts";

export interface Replay {
  readonly lives: readonly Life[];
  readonly context: Context;
}

/** When an obligation opens that a rule calls for at a moment: later, where nobody could know of it then (S30). */
export type OpenedAt = (id: string, moment: Moment) => Moment;

/** A replay under way. */
export interface Run {
  readonly facts: Facts;
  readonly procedures: readonly Procedure[];
  readonly lives: Life[];
  /** Those that can still change. */
  live: Life[];
  readonly instances: ReadonlyMap<string, Instance[]>;
  readonly queue: Queue;
  readonly nursery: Nursery;
  readonly host: Host;
  /** Nobody need be looked at before this moment, unless a record comes or somebody is born. */
  quietUntil: Moment;
}

/** Where a replay was left: what had been lived by then, and what was waited for. */
export interface Left {
  readonly at: Moment;
  readonly lives: readonly Life[];
  readonly woken: readonly Moment[];
  readonly nextBirth: number;
}

export type SubjectKind = "pupil" | "school";

/** One life looked at in one instant. */
interface Look extends Context {
  readonly instance: Instance;
  readonly horizon: Horizon;
}

/** A replay of the subject's procedures that has not begun, or that goes on from where it was left. */
export function openRun(facts: Facts, subject: SubjectKind, openedAt: OpenedAt, left?: Left): Run {
  const { program } = facts.world;
  const procedures = program.procedures.filter((procedure) => procedure.subject === subject);
  const instances = new Map<string, Instance[]>(procedures.map(({ name }) => [name, []]));
  const queue = openQueue(facts, program.mornings?.[subject] ?? periodsOf(procedures), left?.at, left?.woken);
  const lives = [...(left?.lives ?? [])];
  for (const { instance } of lives) instances.get(instance.procedure)?.push(instance);
  const run: Run = {
    facts,
    procedures,
    lives,
    live: lives.filter(isAlive),
    instances,
    queue,
    nursery: openNursery(
      facts,
      procedures,
      (procedure, instance) => begin(run, procedure, instance),
      lives,
      left?.nextBirth,
    ),
    host: { wake: (moment) => wake(queue, moment), openedAt },
    quietUntil: Number.NEGATIVE_INFINITY,
  };
  return run;
}

function begin({ lives, live, instances }: Run, procedure: Procedure, instance: Instance): Life {
  const life = makeLife(procedure, instance);
  lives.push(life);
  live.push(life);
  instances.get(procedure.name)?.push(instance);
  return life;
}

/** Takes the replay up to and including a moment. All that is known by then must be among its facts. */
export function runTo(run: Run, asOf: Moment): void {
  if (run.procedures.length === 0) return;
  const { queue, facts } = run;
  for (let instant = nextInstant(queue, facts, asOf); instant !== undefined; instant = nextInstant(queue, facts, asOf))
    liveThrough(run, instant);
}

/** What a replay came to, as of a moment that it was taken to. */
export function replayOf({ lives, facts, instances, procedures }: Run, asOf: Moment): Replay {
  return { lives, context: { facts, now: asOf, instances: procedures.length === 0 ? new Map() : instances } };
}

function liveThrough(run: Run, instant: Instant): void {
  const { facts, host, instances } = run;
  const { at, endOfSchoolDay, records } = instant;
  const many = run.lives.length;
  for (const record of records)
    for (const life of run.live) receive(life, record, { facts, now: at, instances, instance: life.instance }, host);
  bear(run.nursery, instant);
  if (at < run.quietUntil && records.length === 0 && run.lives.length === many) return;
  const awake: (readonly [Life, Look])[] = [];
  for (const life of run.live) {
    if (life.awakeFrom <= at && (endOfSchoolDay || !life.standing)) awake.push([life, look(run, life, at)]);
  }
  for (const [life, context] of awake) endIfDue(life, context, endOfSchoolDay);
  for (const [life, context] of awake) startIfDue(run, life, context, endOfSchoolDay);
  // What ends it may stand with what starts it: a contact logged as the register closes prevents the chase (S19).
  for (const [life, context] of awake) if (life.instance.started === at) endIfDue(life, context, endOfSchoolDay);
  for (const [life, context] of awake) {
    moveOn(life, context, endOfSchoolDay, host);
    rest(life, context, endOfSchoolDay);
  }
  if (awake.some(([life]) => !isAlive(life))) run.live = run.live.filter(isAlive);
  run.quietUntil = run.live.reduce(
    (earliest, { awakeFrom }) => Math.min(earliest, awakeFrom),
    Number.POSITIVE_INFINITY,
  );
}

function look({ facts, instances }: Run, life: Life, now: Moment): Look {
  life.moved = false;
  life.looks++;
  return { facts, now, instances, instance: life.instance, horizon: openHorizon() };
}

/** Until the answers just given may be others, nobody need look again. */
function rest(life: Life, context: Look, endOfSchoolDay: boolean): void {
  const { facts, now, horizon } = context;
  // What is tested at the end of a school day only was not asked before.
  if (!endOfSchoolDay && hasStandingTests(life.procedure)) holdsUntil(context, facts.timing.endOfDay(dayOf(now)));
  settle(context);
  life.awakeFrom = nextStir(life, horizon.until);
  life.watches = horizon.sets;
  life.listens = horizon.listens;
  life.standing = isStandingOnly(life);
}

const hasStandingTests: (procedure: Procedure) => boolean = /* @__PURE__ */ remember(
  ({ starts, ends, pauses, steps }: Procedure): boolean => {
    const triggers = [...(starts === undefined ? [] : [starts]), ...ends, ...pauses];
    return (
      triggers.some(({ standing }) => standing) ||
      steps.some(({ trigger }) => trigger.kind === "when" && trigger.standing)
    );
  },
);

function tests(trigger: Trigger, context: Context, endOfSchoolDay: boolean): boolean {
  return (!trigger.standing || endOfSchoolDay) && trigger.test(context) === true;
}

function endIfDue(life: Life, context: Context, endOfSchoolDay: boolean): void {
  const { procedure, instance, over } = life;
  if (over) return;
  if (instance.lastsUntil !== undefined && instance.lastsUntil <= context.now) {
    return end(life, context.now, "the absence is over", undefined);
  }
  if (instance.started === undefined || isClosed(instance, context.now)) return;
  for (const ending of procedure.ends) {
    if (!tests(ending, context, endOfSchoolDay)) continue;
    return end(life, context.now, ending.outcome ?? "its end was reached", ending.outcome);
  }
  const pausing = procedure.pauses.filter((trigger) => !trigger.standing || endOfSchoolDay);
  if (pausing.length === 0) return;
  const paused = pausing.some((trigger) => tests(trigger, context, endOfSchoolDay));
  if (paused !== life.paused) life.moved = true;
  life.paused = paused;
}

/** A start needs its condition to become true, or to be true at the first test (S21); once over, only a policy that says so starts again (S22). */
function startIfDue(run: Run, life: Life, context: Context, endOfSchoolDay: boolean): void {
  const { procedure, instance } = life;
  if (isClosed(instance, context.now)) return;
  if (life.over) {
    if (procedure.startsAgain && instance.started !== undefined) startAgainFrom(run, procedure, life, context);
    return;
  }
  if (instance.started !== undefined) return;
  if (procedure.starts === undefined) {
    instance.started = context.now;
    life.moved = true;
    return;
  }
  if (procedure.starts.standing && !endOfSchoolDay) return;
  const holds = procedure.starts.test(context) === true;
  if (holds && !life.startHeld) {
    instance.started = context.now;
    life.moved = true;
  }
  life.startHeld = holds;
}

/** What no longer holds as it ends may become true on the very next day; what still holds must lapse first. */
function startAgainFrom(run: Run, procedure: Procedure, { instance }: Life, context: Context): void {
  const next = begin(run, procedure, successorOf(instance));
  next.startHeld = procedure.starts?.test({ ...context, instance: next.instance }) === true;
}
