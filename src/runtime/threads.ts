// The things to do inside a step, one after another: obligations, waits and branches (S24, S27).

import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Context } from "./context.ts";
import type { Host, Life, Repeating, Thread } from "./life.ts";
import { counted } from "./moments.ts";
import { doneEarlierToday, dueOf, isWaitedFor, personsOf } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { DutySpec, Op } from "./program.ts";

export function runThreads(life: Life, context: Context, host: Host): boolean {
  if (life.threads.length === 0) return false;
  let moved = retryUndecided(life, context, host);
  for (const thread of life.threads.slice()) {
    while (runOne(life, thread, context, host)) moved = true;
    if (thread.frames.length > 0 || isWaitedFor(thread.owed)) continue;
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
      const repeating: Repeating = { step: thread.step, op, within: thread.occurrence, times: [], over: false };
      if (op.cadence.kind === "every") repeating.next = context.now;
      life.repeating.push(repeating);
      return true;
    }
  }
}

/** A wait runs from the completing record, and ends at the end of its last day (S5, S24). */
function waited(thread: Thread, op: Extract<Op, { op: "wait" }>, context: Context, host: Host): boolean {
  if (thread.until === undefined) {
    if (isWaitedFor(thread.owed)) return false;
    const base = completedAt(thread);
    const until = counted(op.length, op.unit, "after", () => base, "end")(context);
    if (until === undefined) return false;
    // A day's end is when school ends, in whatever days the wait is counted: what it lets go is then tested the same day.
    const onTheClock = op.unit === "minute" || op.unit === "hour";
    thread.until = onTheClock ? until : context.facts.timing.endOfDay(dayOf(until));
    host.wake(thread.until);
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
