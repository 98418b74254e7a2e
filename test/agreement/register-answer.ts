// What the register part of a policy says of one pupil as of the end of a day, in one shape: out of an outcome of the interpreter, and
// out of the typed arrays of a whole school.

import type { Outcome } from "../../src/runtime/outcome.ts";
import { NO_MOMENT, NOT_KNOWN } from "../../src/runtime/packed-outcome.ts";
import type { PackedOutcome } from "../../src/runtime/packed-outcome.ts";
import type { Figure, Program } from "../../src/runtime/program.ts";
import type { Moment } from "../../src/school/moment.ts";

export interface RegisterAnswer {
  readonly statuses: Readonly<Record<string, boolean | undefined>>;
  /** The title of the row. */
  readonly bands: Readonly<Record<string, string | undefined>>;
  /** `n/d`, or undefined where it is not known. */
  readonly measures: Readonly<Record<string, string | undefined>>;
  /** Of the newest instance. */
  readonly procedures: Readonly<Record<string, ProcedureAnswer>>;
}

interface ProcedureAnswer {
  readonly started: Moment | undefined;
  readonly ended: Moment | undefined;
  /** When it opened, and the last deadline it then set. */
  readonly steps: Readonly<Record<string, { readonly opened: Moment | undefined; readonly due: Moment | undefined }>>;
}

export function answerOf({ procedures }: Program, outcome: Outcome): RegisterAnswer {
  return {
    statuses: Object.fromEntries(outcome.statuses.map(({ name, holds }) => [name, holds])),
    bands: Object.fromEntries(outcome.bands.map(({ name, row }) => [name, row])),
    measures: Object.fromEntries(outcome.measures.map(({ name, value }) => [name, ratioText(value)])),
    procedures: Object.fromEntries(
      procedures.map(({ name, steps }) => [
        name,
        newestOf(
          outcome,
          name,
          steps.map((step) => step.name),
        ),
      ]),
    ),
  };
}

function ratioText(value: Figure | undefined): string | undefined {
  return value === undefined ? undefined : typeof value === "object" ? `${value.n}/${value.d}` : `${value}/1`;
}

function newestOf({ instances, obligations }: Outcome, name: string, steps: readonly string[]): ProcedureAnswer {
  const instance = instances.findLast(({ procedure }) => procedure === name);
  const dueOf = (step: string): Moment | undefined => {
    const dues = obligations
      .filter((owed) => owed.procedure === name && owed.instance === instance?.key && owed.step === step)
      .filter(({ state }) => state !== "upcoming")
      .flatMap(({ due }) => (due === undefined ? [] : [due]));
    return dues.length === 0 ? undefined : Math.max(...dues);
  };
  return {
    started: instance?.started,
    ended: instance?.ended,
    steps: Object.fromEntries(
      steps.map((step) => [
        step,
        { opened: instance?.steps.find((life) => life.step === step)?.opened, due: dueOf(step) },
      ]),
    ),
  };
}

export function unpacked({ bands }: Program, outcome: PackedOutcome, pupil: number): RegisterAnswer {
  const each = <From, To>(table: Readonly<Record<string, From>>, read: (from: From, name: string) => To) =>
    Object.fromEntries(Object.entries(table).map(([name, from]) => [name, read(from, name)]));
  const moment = (column: Float64Array): Moment | undefined =>
    column[pupil] === NO_MOMENT ? undefined : column[pupil];
  return {
    statuses: each(outcome.statuses, (column) => (column[pupil] === NOT_KNOWN ? undefined : column[pupil] === 1)),
    bands: each(
      outcome.bands,
      (column, name) => bands.find((known) => known.name === name)?.rows[column[pupil] as number]?.title,
    ),
    measures: each(outcome.measures, ({ n, d }) => (d[pupil] === 0 ? undefined : `${n[pupil]}/${d[pupil]}`)),
    procedures: each(outcome.procedures, ({ started, ended, steps }) => ({
      started: moment(started),
      ended: moment(ended),
      steps: each(steps, ({ opened, due }) => ({ opened: moment(opened), due: moment(due) })),
    })),
  };
}
