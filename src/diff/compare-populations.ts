// A school's records under two policies → who newly gets what, who no longer does, and what each role has to do in each week.

import type { Model } from "../checker/model.ts";
import { sayAct, sayName, upperFirst } from "../explain/say.ts";
import { evaluatePupil, evaluateSchool, factsOf } from "../runtime/evaluate.ts";
import type { Obligation, Outcome } from "../runtime/outcome.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import { mondayOf } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";
import type { DiffSide } from "./diff-side.ts";

export interface PopulationChange {
  readonly kind: "status" | "band" | "duty";
  readonly name: string;
  readonly title: string;
  /** Ids of pupils, in the order of the school's list. */
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
}

export interface Workload {
  readonly role: string;
  readonly title: string;
  /** From the Monday of the school year's first week with anything to do, one entry a week. */
  readonly weeks: readonly { readonly monday: Day; readonly before: number; readonly after: number }[];
}

export interface PopulationDiff {
  readonly asOf: Moment;
  readonly pupils: number;
  readonly changes: readonly PopulationChange[];
  readonly workload: readonly Workload[];
}

export interface PopulationQuestion {
  readonly first: DiffSide;
  readonly second: DiffSide;
  readonly school: SchoolRecord;
  readonly calendar: Calendar;
  readonly asOf: Moment;
}

export function comparePopulations(
  { first, second, school, calendar, asOf }: PopulationQuestion,
  told?: (done: number, all: number) => void,
): PopulationDiff {
  const worlds = [first, second].map(({ policy }) => makeWorld(policy.program, calendar));
  const gained = new Map<string, Gain>();
  const work = new Map<string, WeekOfRole>();
  const models = [first.policy.model, second.policy.model] as const;
  const all = worlds.map((world) => school.pupils.map((record) => factsOf(world, record, asOf)));
  school.pupils.forEach((record, index) => {
    told?.(index, school.pupils.length);
    const outcomes = worlds.map((world, side) => evaluatePupil(world, record, asOf, all[side] ?? []));
    const [before, after] = outcomes;
    if (before === undefined || after === undefined) return;
    noteGains(gained, models, record.pupil.id, before, after);
    outcomes.forEach((outcome, side) => countWork(work, outcome.obligations, side));
  });
  worlds.forEach((world, side) => countWork(work, schoolDuties(world, school, asOf, all[side] ?? []), side));
  return {
    asOf,
    pupils: school.pupils.length,
    changes: [...gained.values()].filter(({ newly, noLonger }) => newly.length + noLonger.length > 0),
    workload: workloads(work, models[1], yearStart(calendar, asOf)),
  };
}

function schoolDuties(
  world: World,
  school: SchoolRecord,
  asOf: Moment,
  pupils: Parameters<typeof evaluateSchool>[3],
): readonly Obligation[] {
  return evaluateSchool(world, school, asOf, pupils).obligations;
}

// ---------------------------------------------------------------- who gets what

interface Gain extends Omit<PopulationChange, "newly" | "noLonger"> {
  readonly newly: string[];
  readonly noLonger: string[];
}

interface Gettable {
  readonly kind: PopulationChange["kind"];
  readonly name: string;
  readonly title: string;
}

function noteGains(
  gained: Map<string, Gain>,
  [one, other]: readonly [Model, Model],
  pupil: string,
  before: Outcome,
  after: Outcome,
): void {
  const [had, has] = [gettables(one, before), gettables(other, after)];
  for (const [key, thing] of [...had, ...has]) {
    if (had.has(key) === has.has(key)) continue;
    const gain = gained.get(key) ?? { ...thing, newly: [], noLonger: [] };
    gained.set(key, gain);
    const list = has.has(key) ? gain.newly : gain.noLonger;
    if (!list.includes(pupil)) list.push(pupil);
  }
}

/** Statuses that hold, rows the pupil stands in, and what is or was owed; an act is the same whatever step calls for it. */
function gettables(model: Model, { statuses, bands, obligations }: Outcome): ReadonlyMap<string, Gettable> {
  const got = new Map<string, Gettable>();
  for (const { name, holds } of statuses)
    if (holds === true)
      got.set(`status ${name}`, { kind: "status", name, title: model.statuses.get(name)?.title ?? name });
  for (const { name, row } of bands)
    if (row !== undefined)
      got.set(`band ${name} ${row}`, {
        kind: "band",
        name: `${name}: ${row}`,
        title: `${model.bands.get(name)?.title ?? name}: “${row}”`,
      });
  for (const obligation of obligations)
    if (counts(obligation)) {
      const name = [obligation.act, obligation.object].filter((word) => word !== undefined).join(" ");
      const plain = { ...obligation, through: [], recording: [] };
      const { to: _to, with: _with, using: _using, person: _person, ...what } = plain;
      got.set(`duty ${name}`, { kind: "duty", name, title: upperFirst(sayAct(model, what)) });
    }
  return got;
}

function counts({ state, modal }: Obligation): boolean {
  return state !== "upcoming" && state !== "not-needed" && state !== "forbidden" && modal !== "must not";
}

// ---------------------------------------------------------------- who has to do how much

interface WeekOfRole {
  readonly role: string;
  readonly monday: Day;
  readonly counts: [number, number];
}

/** What opened in each week and must or should be done, once for each role that shares it. */
function countWork(work: Map<string, WeekOfRole>, obligations: readonly Obligation[], side: number): void {
  for (const { actors, opened, modal, state } of obligations) {
    if ((modal !== "must" && modal !== "should") || state === "upcoming") continue;
    const monday = mondayOf(dayOf(opened));
    for (const { role } of actors.members) {
      const key = `${role} ${monday}`;
      const week = work.get(key) ?? { role, monday, counts: [0, 0] };
      work.set(key, week);
      week.counts[side] = (week.counts[side] ?? 0) + 1;
    }
  }
}

function yearStart(calendar: Calendar, asOf: Moment): Day {
  return calendar.period("school-year", dayOf(asOf))?.from ?? calendar.firstDay;
}

function workloads(work: ReadonlyMap<string, WeekOfRole>, model: Model, from: Day): readonly Workload[] {
  const mine = [...work.values()].filter(({ monday }) => monday >= mondayOf(from));
  const mondays = mine.map(({ monday }) => monday);
  const [first, last] = [Math.min(...mondays), Math.max(...mondays)];
  return [...Map.groupBy(mine, ({ role }) => role)].map(([role, weeks]) => ({
    role,
    title: sayName(model, role),
    weeks: Array.from({ length: (last - first) / 7 + 1 }, (_, index) => {
      const monday = first + index * 7;
      const [before, after] = weeks.find((week) => week.monday === monday)?.counts ?? [0, 0];
      return { monday, before, after };
    }),
  }));
}
