// One instance being lived: what is open, what its threads wait for, what is owed, and when it must be looked at again.

import type { Moment } from "../school/moment.ts";
import type { Instance } from "./instance.ts";
import { isOpen } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { DutySpec, Op, Procedure, Step } from "./program.ts";

/** A place in a list of things to do; the innermost list is last. */
export interface Thread {
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

export interface Repeating {
  readonly step: Step;
  readonly op: Extract<Op, { op: "repeat" }>;
  /** The occurrence of a repetition around it, or nothing: each of these has its own. */
  readonly within: string;
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
  /** Something in it changed when it was last looked at, so that its conditions may answer otherwise. */
  moved: boolean;
  /** Until this moment nothing can change unless a record completes something: it need not be looked at. */
  awakeFrom: Moment;
  /** Session sets whose next mark may change what it waits for, though nobody knows yet when one comes. */
  watches: readonly number[];
  /** The next record or arrival may, too. */
  listens: boolean;
  /** How often it was looked at, or had something done in it: whoever counts along knows that it is as it was. */
  looks: number;
  /** All that it waits for is tested at the end of a school day only (S18). */
  standing: boolean;
}

/** What the life asks of the engine: to be called again at a moment, and to bear the knowledge of late records (S30). */
export interface Host {
  readonly wake: (moment: Moment) => void;
  readonly openedAt: (id: string, moment: Moment) => Moment;
}

export const ALWAYS = Number.NEGATIVE_INFINITY;

export const NEVER = Number.POSITIVE_INFINITY;

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
    moved: false,
    awakeFrom: ALWAYS,
    watches: [],
    listens: false,
    looks: 0,
    standing: false,
  };
}

/** After the end of its period nothing new opens (S22). */
export function isClosed({ periodEnds }: Instance, now: Moment): boolean {
  return periodEnds !== undefined && now > periodEnds;
}

export function isOpened(life: Life, step: Step): boolean {
  return life.instance.steps.has(step.name) || life.skipped.has(step.name);
}

function isAtBranch({ frames }: Thread): boolean {
  const frame = frames.at(-1);
  return frame?.ops[frame.next]?.op === "branch";
}

/** When it must be looked at again, whatever the records say; `holds` is how long the answers last given will do. */
export function nextStir({ over, moved, threads, instance }: Life, holds: Moment): Moment {
  if (over) return NEVER;
  if (moved) return ALWAYS;
  return threads.reduce(
    (earliest, { until }) => Math.min(earliest, until ?? NEVER),
    Math.min(holds, instance.lastsUntil ?? NEVER),
  );
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

/** It can still change, if only by a mark or a record that nobody knows of yet. */
export function isAlive(life: Life): boolean {
  if (life.over) return false;
  if (life.awakeFrom !== NEVER || life.listens || life.watches.length > 0 || goesOn(life)) return true;
  if (life.repeating.some(({ op }) => op.cadence.kind === "each-time")) return true;
  return life.owed.some((owed) => isOpen(owed) && owed.duty.modal !== "must not");
}

/** It lives on an absence, and the session that ends it has not come. */
export function goesOn({ procedure, instance }: Life): boolean {
  return procedure.anchor.kind === "absence" && instance.session !== undefined && instance.lastsUntil === undefined;
}

/** Everything still open is no longer needed, with the cause (S26). */
export function end(life: Life, at: Moment, because: string, outcome: string | undefined): void {
  life.over = true;
  life.instance.ended = at;
  life.instance.endedBecause = because;
  if (outcome !== undefined) life.instance.outcome = outcome;
  for (const owed of life.owed) if (isOpen(owed)) owed.dropped = because;
}
