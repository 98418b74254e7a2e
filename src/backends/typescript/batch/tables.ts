// What a packed decision needs of the calendar, each thing kept once and known by its place from then on.

import type { Passing, Wakes } from "../../../runtime/batch-spec.ts";
import type { DutySpecOf } from "../../../runtime/program.ts";
import type { Call, Called } from "../../../ir/ir.ts";

export interface Places<V> {
  readonly list: readonly V[];
  /** The place of a value; the same for one that says the same. */
  readonly of: (value: V) => number;
}

export function makePlaces<V>(): Places<V> {
  const list: V[] = [];
  const places = new Map<string, number>();
  return {
    list,
    of: (value) => {
      const key = JSON.stringify(value);
      const place = places.get(key) ?? list.push(value) - 1;
      places.set(key, place);
      return place;
    },
  };
}

export interface Tables {
  /** Sets that are counted, and sets of which marks are looked at one by one. */
  readonly sets: Places<number>;
  readonly marks: Places<number>;
  readonly runs: Places<{ readonly set: number; readonly possible: number }>;
  readonly windows: Places<Call>;
  readonly tests: Places<Call>;
  readonly figures: Places<Call>;
  readonly flags: Places<readonly string[]>;
  readonly wakes: Places<Wakes>;
  readonly passings: Places<Passing>;
  readonly duties: Places<DutySpecOf<Called>>;
}

export function makeTables(): Tables {
  return {
    sets: makePlaces(),
    marks: makePlaces(),
    runs: makePlaces(),
    windows: makePlaces(),
    tests: makePlaces(),
    figures: makePlaces(),
    flags: makePlaces(),
    wakes: makePlaces(),
    passings: makePlaces(),
    duties: makePlaces(),
  };
}
