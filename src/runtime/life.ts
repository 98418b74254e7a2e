// One instance being lived: which steps are open, what their threads wait for, what is owed. The engine calls it once an instant.

import type { PeriodUnit } from "../school/periods.ts";
import { dayOf, momentOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Context } from "./context.ts";
import type { Instance } from "./instance.ts";
import { counted } from "./moments.ts";
import { doneEarlierToday, dueOf, fits, isOpen, isRequired, missingFields, personsOf } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { DutySpec, Op, Procedure, Step } from "./program.ts";

/** A place in a list of things to do; the innermost list is last. */
interface Thread {
  readonly step: Step;
  readonly occurrence: string;
  /** It is one day's turn of something that repeats each school day. */
  readonly daily: boolean;
  readonly frames: { readonly ops: readonly Op[]; next: number }[];
  readonly owed: Owed[];
  /** The moment from which the next wait runs: the opening, the end of the last wait, or a completion (S24). */
  since: Moment;
  /** The end of the wait it is in. */
  until?: Moment;
}

interface Repeating {
  readonly step: Step;
  readonly op: Extract<Op, { op: "repeat" }>;
  readonly times: Moment[];
  /** When an `every` comes round again. */
  next?: Moment;
  over: boolean;
}

export interface Life {
  readonly procedure: Procedure;
  readonly instance: Instance;
  readonly threads: Thread[];
  readonly repeating: Repeating[];
  readonly owed: Owed[];
  /** Records already used in this instance: each completes one obligation (S12). */
  readonly used: Set<string>;
  /** Sentences whose `if` is not known yet. */
  readonly undecided: { readonly duty: DutySpec; readonly thread: Thread }[];
  /** Steps whose guard was false: passed over. */
  readonly skipped: Set<string>;
  lastWhenDay: number;
  /** The start condition held at the last test: a start needs a rising edge (S21). */
  startHeld: boolean;
  paused: boolean;
  over: boolean;
  /** Until this moment nothing can change unless a record completes something: it need not be looked at. */
  awakeFrom: Moment;
  /** All that it waits for is tested at the end of a school day only (S18). */
  standing: boolean;
}

/** What the life asks of the engine: to be called again at a moment, and to bear the knowledge of late records (S30). */
export interface Host {
  readonly wake: (moment: Moment) => void;
  readonly openedAt: (id: string, moment: Moment) => Moment;
}

export function makeLife(procedure: Procedure, instance: Instance): Life {
  return {
    procedure,
    instance,
    threads: [],
    repeating: [],
    owed: [],
    used: new Set(),
    undecided: [],
    skipped: new Set(),
    lastWhenDay: Number.NEGATIVE_INFINITY,
    startHeld: false,
    paused: false,
    over: false,
    awakeFrom: ALWAYS,
    standing: false,
  };
}

const ALWAYS = Number.NEGATIVE_INFINITY;
const NEVER = Number.POSITIVE_INFINITY;

/** After the end of its period nothing new opens (S22). */
export function isClosed({ periodEnds }: Instance, now: Moment): boolean {
  return periodEnds !== undefined && now > periodEnds;
}

/** When it must be looked at again, whatever the records say. */
export function nextStir(life: Life, now: Moment): Moment {
  const { instance, procedure } = life;
  if (life.over) return NEVER;
  const closed = isClosed(instance, now);
  if (!closed && (instance.started === undefined || procedure.ends.length > 0 || procedure.pauses.length > 0))
    return ALWAYS;
  const unopened = procedure.steps.length - instance.steps.size - life.skipped.size;
  if (
    !closed &&
    (unopened > 0 || life.repeating.some((repeating) => !repeating.over && repeating.op.cadence.kind !== "each-time"))
  )
    return ALWAYS;
  if (life.undecided.length > 0 || life.threads.some(isAtBranch)) return ALWAYS;
  return life.threads.reduce((earliest, { until }) => Math.min(earliest, until ?? NEVER), instance.lastsUntil ?? NEVER);
}

function isAtBranch({ frames }: Thread): boolean {
  const frame = frames.at(-1);
  return frame?.ops[frame.next]?.op === "branch";
}

/** Whether nothing but a standing test can move it on. */
export function isStandingOnly(life: Life): boolean {
  const { instance, procedure, threads, repeating, undecided } = life;
  if (instance.lastsUntil !== undefined || procedure.pauses.length > 0) return false;
  if (
    repeating.length > 0 ||
    undecided.length > 0 ||
    threads.some((thread) => thread.until !== undefined || isAtBranch(thread))
  )
    return false;
  if (instance.started === undefined) return procedure.starts?.standing === true;
  return (
    procedure.ends.every(({ standing }) => standing) &&
    procedure.steps.every((step) => isOpened(life, step) || (step.trigger.kind === "when" && step.trigger.standing))
  );
}

function isOpened(life: Life, step: Step): boolean {
  return life.instance.steps.has(step.name) || life.skipped.has(step.name);
}

/** It can still change, if only by a record. */
export function isAlive(life: Life): boolean {
  if (life.over) return false;
  if (life.awakeFrom !== NEVER || life.repeating.some(({ op }) => op.cadence.kind === "each-time")) return true;
  return life.owed.some((owed) => isOpen(owed) && owed.duty.modal !== "must not");
}

// ---------------------------------------------------------------- facts and completions

/** A record completes the oldest open obligation it fits, and wakes whatever repeats each time it happens. */
export function receive(life: Life, record: LogRecord, context: Context, host: Host): void {
  const owed = life.owed.find(
    (candidate) =>
      isOpen(candidate) &&
      candidate.duty.modal !== "must not" &&
      fits(candidate, record) &&
      missingFields(candidate.duty.recording, record).length === 0,
  );
  if (owed !== undefined && !life.used.has(record.id)) {
    owed.done = record;
    life.used.add(record.id);
    life.awakeFrom = ALWAYS;
    life.standing = false;
  }
  for (const repeating of life.repeating) {
    const { cadence } = repeating.op;
    if (
      cadence.kind === "each-time" &&
      record.act === cadence.act &&
      (cadence.object === undefined || record.object === cadence.object)
    )
      occur(life, repeating, context, host);
  }
}

/** Everything still open is no longer needed, with the cause (S26). */
export function end(life: Life, at: Moment, because: string, outcome: string | undefined): void {
  life.over = true;
  life.instance.ended = at;
  life.instance.endedBecause = because;
  if (outcome !== undefined) life.instance.outcome = outcome;
  for (const owed of life.owed) if (isOpen(owed)) owed.dropped = because;
}

// ---------------------------------------------------------------- steps

/** Opens what can open now, and takes every thread as far as it goes. Repeats until nothing moves, since one step may open the next. */
export function advance(life: Life, context: Context, endOfSchoolDay: boolean, host: Host): void {
  if (life.over || life.paused || life.instance.started === undefined) return;
  for (let moved = true; moved;) {
    moved = openSteps(life, context, endOfSchoolDay, host);
    moved = runThreads(life, context, host) || moved;
  }
  repeat(life, context, host);
}

function openSteps(life: Life, context: Context, endOfSchoolDay: boolean, host: Host): boolean {
  const { instance, procedure } = life;
  if (isClosed(instance, context.now)) return false;
  let opened = false;
  procedure.steps.forEach((step, index) => {
    if (isOpened(life, step)) return;
    if (!isDue(life, step, index, context, endOfSchoolDay, host)) return;
    const allowed = step.guard === undefined ? true : step.guard(context);
    if (allowed === undefined) return;
    opened = true;
    if (!allowed) {
      life.skipped.add(step.name);
      return;
    }
    if (step.trigger.kind === "when") life.lastWhenDay = dayOf(context.now);
    instance.steps.set(step.name, { opened: context.now });
    life.threads.push({
      step,
      occurrence: "",
      daily: false,
      frames: [{ ops: step.ops, next: 0 }],
      owed: [],
      since: context.now,
    });
  });
  return opened;
}

function isDue(life: Life, step: Step, index: number, context: Context, endOfSchoolDay: boolean, host: Host): boolean {
  const { instance, procedure } = life;
  switch (step.trigger.kind) {
    case "start":
      return true;
    case "after":
      return isDone(life, procedure.steps[step.trigger.step]);
    case "on": {
      const moment = step.trigger.moment({ ...context, from: instance.started ?? context.now });
      if (moment !== undefined && moment > context.now) host.wake(moment);
      return moment !== undefined && moment <= context.now;
    }
    case "when":
      if (step.trigger.standing && !endOfSchoolDay) return false;
      if (
        !procedure.anyOrder &&
        (life.lastWhenDay === dayOf(context.now) || !isPassed(life, procedure.steps[index - 1]))
      )
        return false;
      return step.trigger.test(context) === true;
  }
}

function isDone(life: Life, step: Step | undefined): boolean {
  return step !== undefined && life.instance.steps.get(step.name)?.done !== undefined;
}

/** The step before is done, was passed over, or there is none (S23). */
function isPassed(life: Life, step: Step | undefined): boolean {
  return step === undefined || isDone(life, step) || life.skipped.has(step.name);
}

// ---------------------------------------------------------------- threads

function runThreads(life: Life, context: Context, host: Host): boolean {
  if (life.threads.length === 0) return false;
  let moved = retryUndecided(life, context, host);
  for (const thread of life.threads.slice()) {
    while (runOne(life, thread, context, host)) moved = true;
    if (thread.frames.length > 0 || thread.owed.some((owed) => isRequired(owed) && isOpen(owed))) continue;
    if (life.undecided.some((entry) => entry.thread === thread)) continue;
    life.threads.splice(life.threads.indexOf(thread), 1);
    const step = life.instance.steps.get(thread.step.name);
    if (step === undefined || thread.occurrence !== "" || step.done !== undefined) continue;
    step.done = completedAt(thread);
    moved = true;
  }
  return moved;
}

/** One move of a thread; false when it must wait. */
function runOne(life: Life, thread: Thread, context: Context, host: Host): boolean {
  const frame = thread.frames.at(-1);
  if (frame === undefined) return false;
  const op = frame.ops[frame.next];
  if (op === undefined) {
    thread.frames.pop();
    return true;
  }
  const here = { ...context, from: thread.since };
  switch (op.op) {
    case "oblige":
      frame.next++;
      oblige(life, thread, op, here, host);
      return true;
    case "wait":
      return waited(thread, op, here, host) && ++frame.next > 0;
    case "branch": {
      const answer = op.test(here);
      if (answer === undefined) return false;
      frame.next++;
      thread.frames.push({ ops: answer ? op.then : op.otherwise, next: 0 });
      return true;
    }
    case "repeat": {
      frame.next++;
      const repeating: Repeating = { step: thread.step, op, times: [], over: false };
      if (op.cadence.kind === "every") repeating.next = context.now;
      life.repeating.push(repeating);
      return true;
    }
  }
}

/** A wait runs from the completing record, and ends at the end of its last day (S5, S24). */
function waited(thread: Thread, op: Extract<Op, { op: "wait" }>, context: Context, host: Host): boolean {
  if (thread.until === undefined) {
    if (thread.owed.some((owed) => isRequired(owed) && isOpen(owed))) return false;
    const base = completedAt(thread);
    const until = counted(op.length, op.unit, "after", () => base, "end")(context);
    if (until === undefined) return false;
    thread.until = until;
    host.wake(until);
  }
  if (thread.until > context.now) return false;
  thread.since = thread.until;
  delete thread.until;
  return true;
}

function completedAt(thread: Thread): Moment {
  return thread.owed.reduce((latest, owed) => Math.max(latest, owed.done?.happened ?? latest), thread.since);
}

function retryUndecided(life: Life, context: Context, host: Host): boolean {
  const waiting = life.undecided.splice(0);
  for (const { duty, thread } of waiting) oblige(life, thread, duty, { ...context, from: thread.since }, host);
  return life.undecided.length < waiting.length;
}

function oblige(life: Life, thread: Thread, duty: DutySpec, context: Context, host: Host): void {
  const needed = duty.guard === undefined ? true : duty.guard(context);
  if (needed === undefined) life.undecided.push({ duty, thread });
  if (needed !== true) return;
  for (const person of personsOf(duty, context)) {
    const id = [life.procedure.name, life.instance.key, duty.rule, thread.occurrence, person]
      .filter((part) => part !== undefined && part !== "")
      .join("/");
    const owed: Owed = {
      id,
      duty,
      instance: life.instance,
      step: thread.step.name,
      opened: host.openedAt(id, context.now),
      daily: thread.daily,
      ...(person === undefined ? {} : { person }),
    };
    if (duty.modal !== "must not") {
      const done = doneEarlierToday(owed, context, life.used);
      if (done !== undefined) {
        owed.done = done;
        life.used.add(done.id);
      }
    }
    life.owed.push(owed);
    thread.owed.push(owed);
    const due = dueOf(owed, context);
    if (due === undefined) continue;
    host.wake(due + 1);
    const step = life.instance.steps.get(thread.step.name);
    if (step !== undefined) step.due = Math.max(step.due ?? due, due);
  }
}

// ---------------------------------------------------------------- repeating

function repeat(life: Life, context: Context, host: Host): void {
  if (isClosed(life.instance, context.now)) return;
  for (const repeating of life.repeating) {
    const { cadence } = repeating.op;
    if (repeating.over || cadence.kind === "each-time") continue;
    if (cadence.kind === "each-school-day") {
      if (repeating.times.some((time) => dayOf(time) === dayOf(context.now)) || !absentToday(life, context)) continue;
      occur(life, repeating, context, host);
      continue;
    }
    if (cadence.until(context) === true) {
      repeating.over = true;
      continue;
    }
    while (repeating.next !== undefined && repeating.next <= context.now) {
      const at = repeating.next;
      occur(life, repeating, context, host);
      const next = counted(cadence.length, cadence.unit, "after", () => at, "start")(context);
      if (next === undefined || next <= at) delete repeating.next;
      else {
        repeating.next = momentOf(dayOf(next), context.facts.timing.opens[0]);
        host.wake(repeating.next);
      }
    }
  }
}

/** A session of today belongs to the absence this lives on; for anything else, any school day will do. */
function absentToday(life: Life, context: Context): boolean {
  const { world, sessions, timing } = context.facts;
  const { from, to } = world.calendar.sessionsOn(dayOf(context.now));
  const { anchor } = life.procedure;
  for (let session = from; session < to; session++) {
    if (timing.closesAt(session) > context.now) return false;
    if (anchor.kind !== "absence" || world.members[anchor.set]?.[sessions[session] as number] === 1) return true;
  }
  return false;
}

function occur(life: Life, repeating: Repeating, context: Context, host: Host): void {
  const { cap } = repeating.op;
  if (cap !== undefined && repeating.times.filter((time) => samePeriod(context, cap.per, time)).length >= cap.times)
    return;
  repeating.times.push(context.now);
  const occurrence = String(repeating.times.length);
  life.threads.push({
    step: repeating.step,
    occurrence,
    daily: repeating.op.cadence.kind === "each-school-day",
    frames: [{ ops: repeating.op.body, next: 0 }],
    owed: [],
    since: context.now,
  });
  for (let moved = true; moved;) moved = runThreads(life, context, host);
}

function samePeriod(context: Context, unit: PeriodUnit | "day", time: Moment): boolean {
  const day = dayOf(context.now);
  const span = unit === "day" ? { from: day, to: day } : context.facts.world.calendar.period(unit, day);
  return span !== undefined && dayOf(time) >= span.from && dayOf(time) <= span.to;
}
