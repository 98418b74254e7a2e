// Steps: which of them open now, and taking every thread as far as it goes (S23).

import { dayOf } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Context } from "./context.ts";
import { holdsToday, holdsUntil } from "./horizon.ts";
import { ALWAYS, isClosed, isOpened } from "./life.ts";
import type { Host, Life } from "./life.ts";
import { answersNothing, fits, isOpen, missingFields } from "./obligations.ts";
import type { Step } from "./program.ts";
import { occur, repeat } from "./repeating.ts";
import { runThreads } from "./threads.ts";

/** Opens what can open now, and takes every thread as far as it goes. Repeats until nothing moves, since one step may open the next. */
export function moveOn(life: Life, context: Context, endOfSchoolDay: boolean, host: Host): void {
  if (life.over || life.paused || life.instance.started === undefined) return;
  for (let moved = true; moved;) {
    moved = openSteps(life, context, endOfSchoolDay, host);
    moved = runThreads(life, context, host) || moved;
    if (moved) life.moved = true;
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
      if (moment !== undefined && moment > context.now) {
        host.wake(moment);
        holdsUntil(context, moment);
      }
      return moment !== undefined && moment <= context.now;
    }
    case "when":
      if (step.trigger.standing && !endOfSchoolDay) return false;
      if (!procedure.anyOrder && !isPassed(life, procedure.steps[index - 1])) return false;
      if (!procedure.anyOrder && life.lastWhenDay === dayOf(context.now)) {
        holdsToday(context);
        return false;
      }
      return step.trigger.test(context) === true;
  }
}

function isDone(life: Life, step: Step | undefined): boolean {
  return step !== undefined && life.instance.steps.get(step.name)?.done !== undefined;
}

/** The step before is done, was passed over, or there is none (S23). */
export function isPassed(life: Life, step: Step | undefined): boolean {
  return step === undefined || isDone(life, step) || life.skipped.has(step.name);
}

/** A record completes the oldest open obligation it fits, and wakes whatever repeats each time it happens. */
export function receive(life: Life, record: LogRecord, context: Context, host: Host): void {
  const owed = life.owed.find(
    (candidate) =>
      isOpen(candidate) &&
      !answersNothing(record, context.facts.world.program) &&
      candidate.duty.modal !== "must not" &&
      fits(candidate, record) &&
      missingFields(candidate.duty.recording, record).length === 0,
  );
  if (owed !== undefined && !life.used.has(record.id)) {
    owed.done = record;
    life.used.add(record.id);
    rouse(life);
  }
  for (const repeating of life.repeating) {
    const { cadence } = repeating.op;
    if (
      cadence.kind === "each-time" &&
      record.act === cadence.act &&
      (cadence.object === undefined || record.object === cadence.object)
    ) {
      occur(life, repeating, context, host);
      rouse(life);
    }
  }
}

function rouse(life: Life): void {
  life.awakeFrom = ALWAYS;
  life.looks++;
  life.standing = false;
}
