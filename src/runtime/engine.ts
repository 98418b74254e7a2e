// The replay: one subject's facts, from the first day to a moment, instant by instant, in the order of S19:
// facts, completions, ends, starts, steps. Knows no policy: what is tested is in the program it is given.

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { spellsOf } from "./facts.ts";
import type { Instance } from "./instance.ts";
import { advance, end, isAlive, isClosed, isStandingOnly, makeLife, nextStir, receive } from "./life.ts";
import type { Host, Life } from "./life.ts";
import type { Procedure, Trigger } from "./program.ts";

export interface Replay {
  readonly lives: readonly Life[];
  readonly context: Context;
}

/** What the facts of an instant are: sessions whose registers close, and records. */
interface Instant {
  readonly at: Moment;
  readonly closing: number[];
  readonly records: LogRecord[];
  endOfSchoolDay: boolean;
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
  const instances = new Map<string, Instance[]>(procedures.map(({ name }) => [name, []]));
  const queue = makeQueue(facts, asOf, periodsOf(procedures));
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
  for (let instant = queue.next(); instant !== undefined; instant = queue.next()) {
    const { at, endOfSchoolDay, records } = instant;
    for (const record of records) for (const life of live) receive(life, record, contextOf(life, at), host);
    nursery.bear(instant);
    const awake = live
      .filter((life) => life.awakeFrom <= at && (endOfSchoolDay || !life.standing))
      .map((life): readonly [Life, Context] => [life, contextOf(life, at)]);
    for (const [life, context] of awake) endIfDue(life, context, endOfSchoolDay);
    for (const [life, context] of awake) startIfDue(life, context, endOfSchoolDay, begin);
    for (const [life, context] of awake) {
      advance(life, context, endOfSchoolDay, host);
      life.awakeFrom = nextStir(life, at);
      life.standing = isStandingOnly(life);
    }
    if (awake.some(([life]) => !isAlive(life))) live = live.filter(isAlive);
  }
  return { lives: all, context: { facts, now: asOf, instances } };
}

// ---------------------------------------------------------------- ends and starts

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
  if (pausing.length > 0) life.paused = pausing.some((trigger) => tests(trigger, context, endOfSchoolDay));
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
    return;
  }
  if (procedure.starts.standing && !endOfSchoolDay) return;
  const holds = procedure.starts.test(context) === true;
  if (holds && !life.startHeld) instance.started = context.now;
  life.startHeld = holds;
}

/** The same thing, lived again: numbered, and its start condition counts as held until it has lapsed. */
function successor(instance: Instance): Instance {
  const [base, times] = instance.key.split(" again ");
  const { started: _started, ended: _ended, endedBecause: _because, outcome: _outcome, ...rest } = instance;
  return { ...rest, key: `${base} again ${Number(times ?? 0) + 1}`, steps: new Map() };
}

// ---------------------------------------------------------------- births

interface Nursery {
  readonly bear: (instant: Instant) => void;
}

/** Makes an instance whenever the thing a procedure lives on begins. */
function makeNursery(
  facts: Facts,
  procedures: readonly Procedure[],
  begin: (procedure: Procedure, instance: Instance) => Life,
): Nursery {
  const { calendar } = facts.world;
  const born = new Map<Procedure, Set<string>>(procedures.map((procedure) => [procedure, new Set()]));
  const once = (procedure: Procedure, key: string, begun: Moment, more: Partial<Instance> = {}): void => {
    const keys = born.get(procedure) as Set<string>;
    if (keys.has(key)) return;
    keys.add(key);
    const { changesApplyAtOnce } = procedure;
    begin(procedure, {
      procedure: procedure.name,
      key,
      begun,
      scopeFrom: startOfDay(dayOf(begun)),
      changesApplyAtOnce,
      steps: new Map(),
      ...more,
    });
  };
  const byRecord = procedures.filter(({ anchor }) => anchor.kind === "act");
  const bySession = procedures.filter(({ anchor }) => anchor.kind === "absence" || anchor.kind === "session");
  const byDay = procedures.filter((procedure) => !byRecord.includes(procedure) && !bySession.includes(procedure));
  const beginnings = new Map(
    bySession.flatMap((procedure) =>
      procedure.anchor.kind === "absence"
        ? [[procedure, new Map(spellsOf(facts, procedure.anchor.set).map((spell) => [spell.first, spell]))] as const]
        : [],
    ),
  );
  const bornUntil = new Map<Procedure, Day>();
  let lastDay: Day | undefined;

  const bearOnDay = (procedure: Procedure, day: Day, at: Moment): void => {
    const { anchor } = procedure;
    if (anchor.kind === "period") {
      if (anchor.unit === "day") {
        if (calendar.isSchoolDay(day)) once(procedure, formatDay(day), at, { periodEnds: startOfDay(day + 1) - 1 });
        return;
      }
      const span = calendar.period(anchor.unit, day);
      if (span === undefined || bornUntil.get(procedure) === span.to) return;
      bornUntil.set(procedure, span.to);
      once(procedure, `${anchor.unit} ${span.name}`, startOfDay(Math.max(span.from, calendar.firstDay)), {
        periodEnds: startOfDay(span.to + 1) - 1,
      });
    } else if (anchor.kind === "parent") {
      for (const link of facts.record.pupil.parents)
        once(procedure, link.person, at, { person: link.person, scopeFrom: Number.NEGATIVE_INFINITY });
    } else if (anchor.kind === "class") {
      for (const other of facts.school) {
        const className = other.record.pupil.class;
        if (className !== undefined) once(procedure, className, at, { className, scopeFrom: Number.NEGATIVE_INFINITY });
      }
    } else once(procedure, "", at, { scopeFrom: Number.NEGATIVE_INFINITY });
  };

  const bearOnSession = (procedure: Procedure, session: number, at: Moment): void => {
    const { anchor } = procedure;
    const day = calendar.sessionDay[session] as Day;
    const key = `${formatDay(day)} ${calendar.sessionHalf[session] === 0 ? "AM" : "PM"}`;
    const own = { session, scopeFrom: startOfDay(day) };
    if (anchor.kind === "session") {
      if (facts.world.members[anchor.set]?.[facts.sessions[session] as number] === 1) once(procedure, key, at, own);
      return;
    }
    const spell = beginnings.get(procedure)?.get(session);
    if (spell === undefined) return;
    once(procedure, key, at, spell.endedBy < 0 ? own : { ...own, lastsUntil: facts.timing.closesAt(spell.endedBy) });
  };

  return {
    bear: (instant) => {
      const day = dayOf(instant.at);
      if (day !== lastDay) {
        lastDay = day;
        for (const procedure of byDay) bearOnDay(procedure, day, instant.at);
      }
      for (const session of instant.closing)
        for (const procedure of bySession) bearOnSession(procedure, session, instant.at);
      for (const record of instant.records) {
        for (const procedure of byRecord) {
          const { anchor } = procedure;
          if (
            anchor.kind !== "act" ||
            anchor.act !== record.act ||
            (anchor.object !== undefined && anchor.object !== record.object)
          )
            continue;
          once(procedure, record.id, record.happened, {
            record,
            ...(record.person === undefined ? {} : { person: record.person }),
          });
        }
      }
    },
  };
}

// ---------------------------------------------------------------- instants

interface Queue {
  readonly next: () => Instant | undefined;
  readonly wake: (moment: Moment) => void;
}

type Period = Extract<Procedure["anchor"], { readonly kind: "period" }>["unit"];

function periodsOf(procedures: readonly Procedure[]): readonly Period[] {
  return [...new Set(procedures.flatMap(({ anchor }) => (anchor.kind === "period" ? [anchor.unit] : [])))];
}

/**
 * All moments at which something can change, in order: mornings on which a period begins (what it asks for is owed from
 * then on, not only once a register has closed), closing registers, ends of school days, records, and moments that rules wait for.
 */
function makeQueue(facts: Facts, asOf: Moment, periods: readonly Period[]): Queue {
  const { calendar } = facts.world;
  const planned = new Map<Moment, Instant>();
  const instantAt = (at: Moment): Instant => {
    let instant = planned.get(at);
    if (instant === undefined) planned.set(at, (instant = { at, closing: [], records: [], endOfSchoolDay: false }));
    return instant;
  };
  const [from, to] = rollOf(facts, asOf);
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (day > to) break;
    if (periods.some((unit) => beginsOn(facts, unit, day, session))) instantAt(startOfDay(day));
    const closes = facts.timing.closesAt(session);
    if (closes <= asOf) instantAt(closes).closing.push(session);
    const ends = facts.timing.endOfDay(day);
    if (ends <= asOf) instantAt(ends).endOfSchoolDay = true;
  }
  for (const record of facts.log) if (record.happened <= asOf) instantAt(record.happened).records.push(record);
  const moments = [...planned.keys()].toSorted((a, b) => a - b);
  const woken: Moment[] = [];
  let index = 0;
  let current = Number.NEGATIVE_INFINITY;
  return {
    next: () => {
      while (woken.length > 0 && (woken[0] as Moment) <= current) woken.shift();
      const plannedNext = moments[index];
      const wokenNext = woken[0];
      if (plannedNext === undefined && wokenNext === undefined) return undefined;
      if (wokenNext !== undefined && (plannedNext === undefined || wokenNext < plannedNext)) {
        woken.shift();
        current = wokenNext;
        return { at: wokenNext, closing: [], records: [], endOfSchoolDay: false };
      }
      index++;
      current = plannedNext as Moment;
      return planned.get(current);
    },
    wake: (moment) => {
      if (moment <= current || moment > asOf || woken.includes(moment)) return;
      const place = woken.findIndex((other) => other > moment);
      woken.splice(place < 0 ? woken.length : place, 0, moment);
    },
  };
}

/** Whether the day is the first school day of its period. */
function beginsOn({ world: { calendar } }: Facts, unit: Period, day: Day, session: number): boolean {
  const before = calendar.sessionDay[session - 1];
  if (unit === "day" || before === undefined) return before !== day;
  return before !== day && before < (calendar.period(unit, day)?.from ?? day);
}

/** The days to replay: from the first day on roll to the last, but never beyond the moment asked. */
function rollOf(facts: Facts, asOf: Moment): readonly [Day, Day] {
  const { onRoll } = facts.record.pupil;
  const first = onRoll.reduce((earliest, span) => Math.min(earliest, span.from), Number.POSITIVE_INFINITY);
  const last = onRoll.reduce(
    (latest, span) => Math.max(latest, span.to ?? Number.POSITIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );
  return [first, Math.min(last, dayOf(asOf))];
}
