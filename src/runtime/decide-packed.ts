// A packed register → what the policy says of every pupil as of the end of a day: most of it by the policy's own kernel, and what
// has no packed form by the engine, pupil by pupil.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { lastInstant } from "../school/moment.ts";
import { remember } from "../support/remember.ts";
import type { BatchSpec } from "./batch-spec.ts";
import { makeBatchTables, threeValued } from "./batch-tables.ts";
import type { BatchTables } from "./batch-tables.ts";
import { evaluatePupil } from "./evaluate.ts";
import type { Outcome } from "./outcome.ts";
import { spansOf } from "./packed-figures.ts";
import type { Spans } from "./packed-figures.ts";
import { NO_MOMENT, openPackedOutcome } from "./packed-outcome.ts";
import type { PackedOutcome } from "./packed-outcome.ts";
import type { PackedRegister } from "./packed-register.ts";
import type { Figure, Program } from "./program.ts";
import { refuseOutcome, refuseRegister } from "./register-faults.ts";
import { unpackRecord } from "./unpack-record.ts";
import { makeWorld } from "./world.ts";
import type { World } from "./world.ts";

/** What a kernel is handed. */
export interface BatchJob {
  readonly tables: BatchTables;
  readonly spec: BatchSpec;
  readonly register: PackedRegister;
  readonly outcome: PackedOutcome;
  readonly spans: Spans;
  /** 1 for each pupil whom it decides: those who keep the timing of the tables. */
  readonly mine: Uint8Array;
}

export type DecideRows = (job: BatchJob) => void;

/** Which of the groups with a register of their own a pupil is of, as bits. */
export type TimingOfPupil = (job: Pick<BatchJob, "tables" | "register"> & { readonly pupil: number }) => number;

/** A policy ready to decide whole registers. */
export interface Batch {
  /** The part of the policy that the register decides. */
  readonly program: Program;
  readonly spec: BatchSpec;
  readonly decideRows: DecideRows;
  readonly timingOf: TimingOfPupil;
  /** What the engine replays. */
  readonly replayed: readonly { readonly name: string; readonly what: "status" | "band" | "measure" | "procedure" }[];
}

/**
 * `(register, asOf, out?)` of one policy. Give `out` to use its arrays again where it is for as many pupils and the same day; what is
 * given back counts.
 * @throws RangeError where the register is none or another policy's, or `out` is no outcome of this one.
 */
export type DecidePacked = (register: PackedRegister, asOf: Day, out?: PackedOutcome) => PackedOutcome;

export function makeDecidePacked(batch: Batch): DecidePacked {
  const worlds = remember<Calendar, World>((calendar) => makeWorld(batch.program, calendar));
  const tables = remember<World, Map<string, BatchTables>>(() => new Map());
  const tablesFor = (world: World, asOf: Day, timing: number): BatchTables => {
    const known = tables(world).get(`${asOf} ${timing}`);
    if (known !== undefined) return known;
    const groups = new Set(batch.spec.groups.filter((_group, place) => (timing & (1 << place)) !== 0));
    const made = makeBatchTables(batch.spec, world, asOf, groups);
    tables(world).set(`${asOf} ${timing}`, made);
    return made;
  };
  return (register, asOf, out) => {
    refuseRegister(register, batch.program);
    if (out !== undefined) refuseOutcome(out, batch.spec.shape);
    const outcome =
      out === undefined || out.count !== register.count || out.asOf !== asOf
        ? openPackedOutcome(batch.spec.shape, register.count, asOf)
        : out;
    const world = worlds(register.calendar);
    const plain = tablesFor(world, asOf, 0);
    const spans = spansOf(register, plain);
    const timings = batch.spec.groups.length === 0 ? undefined : timingsOf(batch, plain, register);
    for (const timing of timings === undefined ? [0] : new Set(timings)) {
      const mine = timings?.map((each) => Number(each === timing)) ?? new Uint8Array(register.count).fill(1);
      batch.decideRows({ tables: tablesFor(world, asOf, timing), spec: batch.spec, register, outcome, spans, mine });
    }
    if (batch.replayed.length > 0) replayRows(batch, world, register, outcome);
    return outcome;
  };
}

function timingsOf({ timingOf }: Batch, tables: BatchTables, register: PackedRegister): Uint8Array {
  const timings = new Uint8Array(register.count);
  for (let pupil = 0; pupil < register.count; pupil++) timings[pupil] = timingOf({ tables, register, pupil });
  return timings;
}

// ---------------------------------------------------------------- what the engine says

function replayRows({ replayed }: Batch, world: World, register: PackedRegister, outcome: PackedOutcome): void {
  for (let pupil = 0; pupil < register.count; pupil++) {
    const said = evaluatePupil(world, unpackRecord(register, world, pupil), lastInstant(outcome.asOf));
    for (const { what, name } of replayed) {
      if (what === "status") takeStatus(outcome, said, pupil, name);
      else if (what === "band") takeBand(outcome, said, pupil, name, world.program);
      else if (what === "measure") takeMeasure(outcome, said, pupil, name);
      else takeProcedure(outcome, said, pupil, name);
    }
  }
}

function takeStatus({ statuses }: PackedOutcome, said: Outcome, pupil: number, name: string): void {
  const column = statuses[name];
  if (column !== undefined) column[pupil] = threeValued(said.statuses.find((status) => status.name === name)?.holds);
}

function takeBand({ bands }: PackedOutcome, said: Outcome, pupil: number, name: string, program: Program): void {
  const row = said.bands.find((band) => band.name === name)?.row;
  const rows = program.bands.find((band) => band.name === name)?.rows ?? [];
  const column = bands[name];
  if (column !== undefined) column[pupil] = rows.findIndex(({ title }) => title === row);
}

function takeMeasure({ measures }: PackedOutcome, said: Outcome, pupil: number, name: string): void {
  const { n, d } = ratioOf(said.measures.find((measure) => measure.name === name)?.value);
  const column = measures[name];
  if (column === undefined) return;
  column.n[pupil] = n;
  column.d[pupil] = d;
}

function ratioOf(value: Figure | undefined): { readonly n: number; readonly d: number } {
  if (typeof value === "object") return value;
  return typeof value === "number" ? { n: value, d: 1 } : { n: 0, d: 0 };
}

/** Of the newest instance. */
function takeProcedure({ procedures }: PackedOutcome, said: Outcome, pupil: number, name: string): void {
  const columns = procedures[name];
  if (columns === undefined) return;
  const instance = said.instances.findLast(({ procedure }) => procedure === name);
  columns.started[pupil] = instance?.started ?? NO_MOMENT;
  columns.ended[pupil] = instance?.ended ?? NO_MOMENT;
  for (const [step, { opened, due }] of Object.entries(columns.steps)) {
    opened[pupil] = instance?.steps.find((life) => life.step === step)?.opened ?? NO_MOMENT;
    due[pupil] = said.obligations.reduce(
      (latest, owed) =>
        owed.procedure === name && owed.instance === instance?.key && owed.step === step && owed.state !== "upcoming"
          ? Math.max(latest, owed.due ?? NO_MOMENT)
          : latest,
      NO_MOMENT,
    );
  }
}
