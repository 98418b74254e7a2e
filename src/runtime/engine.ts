// The replay: one subject's facts, from the first day to a moment, instant by instant, in the order of S19:
// facts, completions, ends, starts, steps. Knows no policy: what is tested is in the program it is given.

import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { holdsUntil, openHorizon, settleShare } from "./horizon.ts";
import type { Horizon } from "./horizon.ts";
import type { Instance } from "./instance.ts";
import { end, isAlive, isClosed, isStandingOnly, makeLife, nextStir } from "./life.ts";
import type { Host, Life } from "./life.ts";
import { makeNursery } from "./nursery.ts";
import type { Procedure, Trigger } from "./program.ts";
import { makeQueue, periodsOf } from "./queue.ts";
import { advance, receive } from "./steps.ts";

export interface Replay {
  readonly lives: readonly Life[];
  readonly context: Context;
}

/** One life looked at in one instant. */
interface Look extends Context {
  readonly instance: Instance;
  readonly horizon: Horizon;
}

/**
 * Replays the subject's procedures up to and including `asOf`. `notBefore` holds, by obligation, the first moment at which
 * what was then known called for it (S30).
 */
export function replay(
  facts: Facts,
  subject: "pupil" | "school",
  asOf: Moment,
  notBefore: ReadonlyMap<string, Moment>,
): Replay {
  const procedures = facts.world.program.procedures.filter((procedure) => procedure.subject === subject);
  if (procedures.length === 0) return { lives: [], context: { facts, now: asOf, instances: new Map() } };
  const instances = new Map<string, Instance[]>(procedures.map(({ name }) => [name, []]));
  const queue = makeQueue(facts, asOf, facts.world.program.mornings?.[subject] ?? periodsOf(procedures));
  const host: Host = {
    wake: (moment) => queue.wake(moment),
    openedAt: (id, moment) => Math.max(moment, notBefore.get(id) ?? moment),
  };
  const all: Life[] = [];
  let live: Life[] = [];
  const begin = (procedure: Procedure, instance: Instance): Life => {
    const life = makeLife(procedure, instance);
    all.push(life);
    live.push(life);
    (instances.get(procedure.name) as Instance[]).push(instance);
    return life;
  };
  const nursery = makeNursery(facts, procedures, begin);
  const contextOf = ({ instance }: Life, now: Moment): Context => ({ facts, now, instances, instance });
  const look = (life: Life, now: Moment): Look => {
    life.moved = false;
    return { facts, now, instances, instance: life.instance, horizon: openHorizon() };
  };
  // Nobody need be looked at before this moment, unless a record comes or somebody is born.
  let quietUntil: Moment = Number.NEGATIVE_INFINITY;
  for (let instant = queue.next(); instant !== undefined; instant = queue.next()) {
    const { at, endOfSchoolDay, records } = instant;
    const many = all.length;
    for (const record of records) for (const life of live) receive(life, record, contextOf(life, at), host);
    nursery.bear(instant);
    if (at < quietUntil && records.length === 0 && all.length === many) continue;
    const awake: (readonly [Life, Look])[] = [];
    for (const life of live) {
      if (life.awakeFrom <= at && (endOfSchoolDay || !life.standing)) awake.push([life, look(life, at)]);
    }
    for (const [life, context] of awake) endIfDue(life, context, endOfSchoolDay);
    for (const [life, context] of awake) startIfDue(life, context, endOfSchoolDay, begin);
    // What ends it may stand with what starts it: a contact logged as the register closes prevents the chase (S19).
    for (const [life, context] of awake) if (life.instance.started === at) endIfDue(life, context, endOfSchoolDay);
    for (const [life, context] of awake) {
      advance(life, context, endOfSchoolDay, host);
      // What is tested at the end of a school day only was not asked before.
      if (!endOfSchoolDay) holdsUntil(context, facts.timing.endOfDay(dayOf(at)));
      settleShare(context);
      life.awakeFrom = nextStir(life, context.horizon.until);
      life.standing = isStandingOnly(life);
    }
    if (awake.some(([life]) => !isAlive(life))) live = live.filter(isAlive);
    quietUntil = live.reduce((earliest, { awakeFrom }) => Math.min(earliest, awakeFrom), Number.POSITIVE_INFINITY);
  }
  return { lives: all, context: { facts, now: asOf, instances } };
}

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
function startIfDue(
  life: Life,
  context: Context,
  endOfSchoolDay: boolean,
  begin: (procedure: Procedure, instance: Instance) => Life,
): void {
  const { procedure, instance } = life;
  if (isClosed(instance, context.now)) return;
  if (life.over) {
    if (procedure.startsAgain && instance.started !== undefined) begin(procedure, successor(instance)).startHeld = true;
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

/** The same thing, lived again: numbered, and its start condition counts as held until it has lapsed. */
function successor(instance: Instance): Instance {
  const [base, times] = instance.key.split(" again ");
  const { started: _started, ended: _ended, endedBecause: _because, outcome: _outcome, ...rest } = instance;
  return { ...rest, key: `${base} again ${Number(times ?? 0) + 1}`, steps: new Map() };
}
