// A life ⇄ plain values, good for a checkpoint in memory and for JSON: what it holds of the program and of the log is written
// as numbers and names, and found again there.

import { Bug } from "../support/bug.ts";
import { remember } from "../support/remember.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Instance, StepLife } from "./instance.ts";
import { ALWAYS, NEVER } from "./life.ts";
import type { Life, Repeating, Thread } from "./life.ts";
import type { Owed } from "./obligations.ts";
import type { DutySpec, Op, Procedure, Step } from "./program.ts";

/** JSON has no infinite numbers. */
export type KeptMoment = Moment | "always" | "never";

interface KeptThread extends Omit<Thread, "step" | "frames" | "owed"> {
  readonly step: number;
  /** The number of a list of things to do, and the place in it. */
  readonly frames: readonly (readonly [number, number])[];
  /** Places among what the life owes. */
  readonly owed: readonly number[];
}

interface KeptRepeating extends Omit<Repeating, "step" | "op"> {
  readonly step: number;
  readonly op: number;
}

interface KeptOwed extends Omit<Owed, "duty" | "instance" | "done"> {
  readonly duty: number;
  readonly done?: string;
}

interface KeptInstance extends Omit<Instance, "scopeFrom" | "record" | "steps"> {
  readonly scopeFrom: KeptMoment;
  readonly record?: string;
  readonly steps: readonly (readonly [string, StepLife])[];
}

type Plain = "startHeld" | "paused" | "over" | "moved" | "watches" | "listens" | "standing";

export interface KeptLife extends Pick<Life, Plain> {
  readonly instance: KeptInstance;
  readonly threads: readonly KeptThread[];
  readonly repeating: readonly KeptRepeating[];
  readonly owed: readonly KeptOwed[];
  readonly used: readonly string[];
  readonly undecided: readonly (readonly [number, number])[];
  readonly skipped: readonly string[];
  readonly lastWhenDay: KeptMoment;
  readonly awakeFrom: KeptMoment;
}

export function keepLife(life: Life): KeptLife {
  const { procedure, threads, owed, startHeld, paused, over, moved, watches, listens, standing } = life;
  const parts = partsOf(procedure);
  return {
    instance: keepInstance(life.instance),
    threads: threads.map(({ step, frames, owed: mine, ...thread }) => ({
      ...thread,
      step: parts.steps.indexOf(step),
      frames: frames.map(({ ops, next }) => [numberOf(parts.lists, ops), next] as const),
      owed: mine.map((one) => owed.indexOf(one)),
    })),
    repeating: life.repeating.map(({ step, op, times, ...repeating }) => ({
      ...repeating,
      times: [...times],
      step: parts.steps.indexOf(step),
      op: numberOf(parts.ops, op),
    })),
    owed: owed.map(({ duty, instance: _instance, done, ...one }) => ({
      ...one,
      duty: numberOf(parts.ops, duty),
      ...(done === undefined ? {} : { done: done.id }),
    })),
    used: [...life.used],
    undecided: life.undecided.map(({ duty, thread }) => [numberOf(parts.ops, duty), threads.indexOf(thread)] as const),
    skipped: [...life.skipped],
    lastWhenDay: keepMoment(life.lastWhenDay),
    awakeFrom: keepMoment(life.awakeFrom),
    startHeld,
    paused,
    over,
    moved,
    watches,
    listens,
    standing,
  };
}

/** The life again as it was kept, in a program that is the same; `recordOf` finds what was logged under an id. */
export function restoreLife(
  kept: KeptLife,
  procedureOf: (name: string) => Procedure,
  recordOf: (id: string) => LogRecord,
): Life {
  const { startHeld, paused, over, moved, watches, listens, standing } = kept;
  const procedure = procedureOf(kept.instance.procedure);
  const parts = partsOf(procedure);
  const instance = restoreInstance(kept.instance, recordOf);
  const owed = kept.owed.map(({ duty, done, ...one }): Owed => {
    const completed = done === undefined ? {} : { done: recordOf(done) };
    return { ...one, ...completed, duty: at(parts.ops.list, duty) as DutySpec, instance };
  });
  const threads = kept.threads.map(({ step, frames, owed: mine, ...thread }): Thread => ({
    ...thread,
    step: at(parts.steps, step),
    frames: frames.map(([list, next]) => ({ ops: at(parts.lists.list, list), next })),
    owed: mine.map((place) => at(owed, place)),
  }));
  return {
    procedure,
    instance,
    threads,
    repeating: kept.repeating.map(({ step, op, times, ...repeating }): Repeating => {
      return {
        ...repeating,
        times: [...times],
        step: at(parts.steps, step),
        op: at(parts.ops.list, op) as Repeating["op"],
      };
    }),
    owed,
    used: new Set(kept.used),
    undecided: kept.undecided.map(([duty, thread]) => ({
      duty: at(parts.ops.list, duty) as DutySpec,
      thread: at(threads, thread),
    })),
    skipped: new Set(kept.skipped),
    lastWhenDay: restoreMoment(kept.lastWhenDay),
    awakeFrom: restoreMoment(kept.awakeFrom),
    startHeld,
    paused,
    over,
    moved,
    watches,
    listens,
    looks: 0,
    standing,
  };
}

function keepInstance({ record, scopeFrom, steps, ...instance }: Instance): KeptInstance {
  return {
    ...instance,
    scopeFrom: keepMoment(scopeFrom),
    ...(record === undefined ? {} : { record: record.id }),
    steps: [...steps].map(([name, step]) => [name, { ...step }] as const),
  };
}

function restoreInstance(
  { record, scopeFrom, steps, ...instance }: KeptInstance,
  recordOf: (id: string) => LogRecord,
): Instance {
  return {
    ...instance,
    scopeFrom: restoreMoment(scopeFrom),
    ...(record === undefined ? {} : { record: recordOf(record) }),
    steps: new Map(steps.map(([name, step]) => [name, { ...step }])),
  };
}

export function keepMoment(moment: Moment): KeptMoment {
  return moment === ALWAYS ? "always" : moment === NEVER ? "never" : moment;
}

export function restoreMoment(kept: KeptMoment): Moment {
  return kept === "always" ? ALWAYS : kept === "never" ? NEVER : kept;
}

// ---------------------------------------------------------------- the parts of a procedure by number

interface Numbered<T> {
  readonly list: readonly T[];
  readonly numbers: ReadonlyMap<T, number>;
}

interface Parts {
  readonly steps: readonly Step[];
  readonly ops: Numbered<Op>;
  readonly lists: Numbered<readonly Op[]>;
}

/** The steps of a procedure, everything to do in them, and the lists that it stands in: the same numbers in the same program. */
const partsOf: (procedure: Procedure) => Parts = /* @__PURE__ */ remember(({ steps }: Procedure): Parts => {
  const [ops, lists]: [Op[], (readonly Op[])[]] = [[], []];
  const visit = (list: readonly Op[]): void => {
    lists.push(list);
    for (const op of list) {
      ops.push(op);
      if (op.op === "branch") [op.then, op.otherwise].forEach(visit);
      if (op.op === "repeat") visit(op.body);
    }
  };
  for (const { ops: list } of steps) visit(list);
  return { steps, ops: numbered(ops), lists: numbered(lists) };
});

function numbered<T>(list: readonly T[]): Numbered<T> {
  return { list, numbers: new Map(list.map((part, number) => [part, number])) };
}

function numberOf<T>({ numbers }: Numbered<T>, part: T): number {
  const number = numbers.get(part);
  if (number === undefined) throw new Bug("a life holds a part of another program");
  return number;
}

function at<T>(list: readonly T[], place: number): T {
  const part = list[place];
  if (part === undefined) throw new Bug(`there is no part ${place} of ${list.length}`);
  return part;
}
