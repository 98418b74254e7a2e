// What a policy says of every pupil of a packed register as of the end of a day: one typed array for each thing it says.

import type { Day } from "../school/day.ts";

/** Not known yet, or not so: of moments that did not come. */
export const NO_MOMENT = -1;

/** A status of each pupil: 0 false, 1 true, 2 not known. */
export const NOT_KNOWN = 2;

/** Exact figures, `n / d` each; whole numbers have `d` 1, and `d` is 0 where the figure is not known. */
export interface PackedFigures {
  readonly n: Int32Array;
  readonly d: Int32Array;
}

/** When a step opened and the last deadline it then set, in seconds on the school's own clock; NO_MOMENT where there is none. */
export interface PackedStep {
  readonly opened: Float64Array;
  readonly due: Float64Array;
}

/** The newest instance of a procedure: when it started and ended. */
export interface PackedProcedure {
  readonly started: Float64Array;
  readonly ended: Float64Array;
  readonly steps: Readonly<Record<string, PackedStep>>;
}

/** Pupil p of the register stands at p of every array. */
export interface PackedOutcome {
  readonly asOf: Day;
  readonly count: number;
  readonly statuses: Readonly<Record<string, Uint8Array>>;
  /** The row of the bands that applies, counted from nought; -1 where none does. */
  readonly bands: Readonly<Record<string, Int16Array>>;
  readonly measures: Readonly<Record<string, PackedFigures>>;
  readonly procedures: Readonly<Record<string, PackedProcedure>>;
}

/** The names of what is decided. */
export interface BatchShape {
  readonly statuses: readonly string[];
  readonly bands: readonly string[];
  readonly measures: readonly string[];
  readonly procedures: readonly { readonly name: string; readonly steps: readonly string[] }[];
}

export function openPackedOutcome(shape: BatchShape, count: number, asOf: Day): PackedOutcome {
  const moments = (): Float64Array => new Float64Array(count).fill(NO_MOMENT);
  const named = <V>(names: readonly string[], make: () => V): Readonly<Record<string, V>> =>
    Object.fromEntries(names.map((name) => [name, make()]));
  return {
    asOf,
    count,
    statuses: named(shape.statuses, () => new Uint8Array(count)),
    bands: named(shape.bands, () => new Int16Array(count)),
    measures: named(shape.measures, () => ({ n: new Int32Array(count), d: new Int32Array(count) })),
    procedures: Object.fromEntries(
      shape.procedures.map(({ name, steps }) => [
        name,
        {
          started: moments(),
          ended: moments(),
          steps: named(steps, () => ({ opened: moments(), due: moments() })),
        },
      ]),
    ),
  };
}
