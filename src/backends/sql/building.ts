// What is asked for while conditions are put into SQL, gathered so that the register is read once: which sets are counted by day,
// which of them are summed along the year, which flags are looked up. The steps of the query are made of it at the end.

import type { DayRun } from "./day-run.ts";
import type { Plan } from "./plan.ts";
import type { Common, Expr } from "./sql.ts";

/** Where the facts lie, and which of the optional columns they have. */
export interface Inputs {
  /** Marks may bear the name of another school or provider that took them, and then count off roll too (S14). */
  readonly settings: boolean;
}

export interface Building {
  readonly plan: Plan;
  readonly inputs: Inputs;
  /** Sets of sessions that are counted by day; true where the afternoon is wanted apart. */
  readonly counted: Map<string, Countable & { afternoon: boolean }>;
  /** Those of them that are summed up along the days. */
  readonly summed: Set<string>;
  /** Runs of days that are told along the days, by the column that counts what broke one. */
  readonly runs: Map<string, DayRun>;
  /** Figures of the last row: sums over days, by what is asked. */
  readonly tallies: Map<string, Tally & { readonly as: string }>;
  /** Names of flags that are asked for, by the name of the step that tells on which days a pupil bears one. */
  readonly flags: Map<string, readonly string[]>;
  /** Steps of the query that were asked for by name, in order. */
  readonly commons: Common[];
  /** Standing conditions are tested on every evening, immediate ones at every instant. */
  evenings: boolean;
  instants: boolean;
}

/** A sum over the days of a pupil, which is nought where there is none. */
export interface Tally {
  readonly part: Expr;
  /** Where its days hang on the pupil, who is at hand then: what must hold for them to be known. */
  readonly known?: Expr;
}

/** What is counted by day: sessions of a set, or those that are possible or of a set. */
export interface Countable {
  readonly name: string;
  readonly sets: readonly number[];
}

export function makeBuilding(plan: Plan, inputs: Inputs): Building {
  return {
    plan,
    inputs,
    counted: new Map(),
    summed: new Set(),
    runs: new Map(),
    tallies: new Map(),
    flags: new Map(),
    commons: [],
    evenings: false,
    instants: false,
  };
}

/** Asks that a set be counted by day, and gives the name of its column; that of its afternoons ends in `_pm`. */
export function countBy(building: Building, wanted: readonly number[], afternoon = false): string {
  const sets = simplest(building, wanted);
  const name = `s${sets.join("_")}`;
  const known = building.counted.get(name) ?? { name, sets, afternoon: false };
  known.afternoon ||= afternoon;
  building.counted.set(name, known);
  return name;
}

/** The one set that holds all of them, where there is one: what is absent or possible is possible. */
function simplest({ plan }: Building, sets: readonly number[]): readonly number[] {
  const { members } = plan.world;
  const union = Uint8Array.from({ length: 256 }, (_, version) =>
    sets.some((set) => members[set]?.[version] === 1) ? 1 : 0,
  );
  const one = members.findIndex((each) => each.every((held, version) => held === union[version]));
  return one < 0 ? sets : [one];
}

/** Asks that a set be summed up along the days. */
export function sumUp(building: Building, set: number, afternoon = false): string {
  const name = countBy(building, [set], afternoon);
  building.summed.add(name);
  return name;
}

/** Asks that what breaks a run be counted along the days, and gives the name of the column. */
export function followRun({ runs }: Building, run: DayRun): string {
  const key = JSON.stringify(run);
  const name = [...runs].find(([, known]) => JSON.stringify(known) === key)?.[0] ?? `breaks_${runs.size + 1}`;
  runs.set(name, run);
  return name;
}

export function flagStep(building: Building, names: readonly string[]): string {
  const key = [...building.flags].find(([, known]) => known.join(" ") === names.join(" "))?.[0];
  const name = key ?? `flag_${building.flags.size + 1}`;
  building.flags.set(name, names);
  return name;
}

/** Adds a figure of the last row; asked for again, it is the same column. */
export function tally({ tallies }: Building, asked: Tally): string {
  const key = JSON.stringify(asked);
  const known = tallies.get(key) ?? { ...asked, as: `c${tallies.size + 1}` };
  tallies.set(key, known);
  return known.as;
}

/** Says of a step of the query that it is read more than once. */
export function keep({ commons }: Building, name: string): void {
  const at = commons.findIndex((each) => each.name === name);
  const step = commons[at];
  if (step !== undefined) commons[at] = { ...step, kept: true };
}

/** Adds steps to the query, unless the last of them is there already; gives its name. */
export function addSteps({ commons }: Building, steps: readonly Common[]): string {
  const name = steps.at(-1)?.name ?? "";
  if (!commons.some((known) => known.name === name)) commons.push(...steps);
  return name;
}
