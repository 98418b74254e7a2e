// A school's records under two policies → who newly gets what, who no longer does, and what each role has to do in each week.

import type { Model } from "../checker/model.ts";
import { sayAct, sayName, sayWords, upperFirst } from "../explain/say.ts";
import type { DutySpec } from "../runtime/program.ts";
import type { Calendar } from "../school/calendar.ts";
import { mondayOf } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";
import { finished } from "../support/finished.ts";
import { remember } from "../support/remember.ts";
import { standAfter, standOfCohort } from "./cohort.ts";
import type { CohortStand } from "./cohort.ts";
import type { DiffSide } from "./diff-side.ts";
import type { Stand, StandingDuty } from "./stand.ts";

export interface PopulationChange {
  readonly kind: "status" | "band" | "duty" | "question";
  readonly name: string;
  readonly title: string;
  /** Pupils of whom it holds. */
  readonly before: number;
  readonly after: number;
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
  /** Pupils of whom anything holds that did not, or no longer does. */
  readonly touched: number;
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
  const all = school.pupils.length * 2;
  const before = finished(standOfCohort({ school, calendar, asOf }, first.policy), (done) => told?.(done, all));
  const after = finished(standAfter(before, second.policy), (done) => told?.(school.pupils.length + done, all));
  return populationDiff(before, after);
}

/** Of one school at one moment, or at two; the work is told of up to the later one. */
export function populationDiff(before: CohortStand, after: CohortStand): PopulationDiff {
  const [had, has] = [tallyOf(before), tallyOf(after)];
  const gains = gainsBetween(before, after);
  const things = [...gains.values()].filter(({ newly, noLonger }) => newly.length + noLonger.length > 0);
  return {
    asOf: after.asOf,
    pupils: after.school.pupils.length,
    touched: new Set(things.flatMap(({ newly, noLonger }) => [...newly, ...noLonger])).size,
    changes: things.map((thing) => ({
      ...thing,
      before: had.holders.get(thing.key) ?? 0,
      after: has.holders.get(thing.key) ?? 0,
    })),
    workload: workloads(had.work, has.work, after),
  };
}

// ---------------------------------------------------------------- who gets what

interface Gain extends Pick<PopulationChange, "kind" | "name" | "title"> {
  readonly key: string;
  readonly newly: string[];
  readonly noLonger: string[];
}

function gainsBetween(before: CohortStand, after: CohortStand): ReadonlyMap<string, Gain> {
  const gained = new Map<string, Gain>();
  after.school.pupils.forEach(({ pupil }, place) => {
    const [was, is] = [before.pupils[place], after.pupils[place]];
    if (was === undefined || is === undefined || was === is) return;
    const [had, has] = [keysOf(was), keysOf(is)];
    const note = (key: string, model: Model, stand: Stand, list: "newly" | "noLonger"): void => {
      const gain = gained.get(key) ?? { ...thingOf(key, model, stand), key, newly: [], noLonger: [] };
      gained.set(key, gain);
      gain[list].push(pupil.id);
    };
    for (const key of had) if (!has.has(key)) note(key, before.policy.model, was, "noLonger");
    for (const key of has) if (!had.has(key)) note(key, after.policy.model, is, "newly");
  });
  return gained;
}

/** Statuses that hold, rows the pupil stands in, decisions waited for, and what is or was owed; an act is the same whatever step calls for it. */
function keysOf({ statuses, bands, duties, asked }: Stand): ReadonlySet<string> {
  return new Set([
    ...statuses.map((name) => `status ${name}`),
    ...bands.map(([name, row]) => `band ${name} ${row}`),
    ...duties.filter(({ stands }) => stands).map(({ duty }) => dutyKey(duty)),
    ...asked.map(({ decision }) => `question ${decision}`),
  ]);
}

const dutyKey = remember(({ act, object }: DutySpec) =>
  ["duty", act, object].filter((word) => word !== undefined).join(" "),
);

function thingOf(
  key: string,
  model: Model,
  { statuses, bands, duties, asked }: Stand,
): Omit<Gain, "key" | "newly" | "noLonger"> {
  const status = statuses.find((name) => key === `status ${name}`);
  if (status !== undefined) return { kind: "status", name: status, title: model.statuses.get(status)?.title ?? status };
  const band = bands.find(([name, row]) => key === `band ${name} ${row}`);
  if (band !== undefined) {
    const [name, row] = band;
    return { kind: "band", name: `${name}: ${row}`, title: `${model.bands.get(name)?.title ?? name}: “${row}”` };
  }
  const question = asked.find(({ decision }) => key === `question ${decision}`)?.decision;
  if (question !== undefined)
    return { kind: "question", name: question, title: model.decisions.get(question)?.question ?? sayWords(question) };
  const found = duties.findLast(({ duty, stands }) => stands && dutyKey(duty) === key);
  return {
    kind: "duty",
    name: key.slice("duty ".length),
    title: found === undefined ? key : sayDuty(model, found.duty),
  };
}

function sayDuty(model: Model, duty: DutySpec): string {
  const { to: _to, with: _with, using: _using, due: _due, guard: _guard, ...what } = duty;
  return upperFirst(sayAct(model, { ...what, through: [], recording: [] }));
}

// ---------------------------------------------------------------- how many have what, and who has to do how much

interface Tally {
  /** Pupils, by what holds of them. */
  readonly holders: ReadonlyMap<string, number>;
  /** What opened in each week and must or should be done, once for each role that shares it. */
  readonly work: ReadonlyMap<string, ReadonlyMap<Day, number>>;
}

const tallyOf = remember(({ pupils, whole }: CohortStand): Tally => {
  const holders = new Map<string, number>();
  const work = new Map<string, Map<Day, number>>();
  for (const stand of pupils) {
    for (const key of keysOf(stand)) holders.set(key, (holders.get(key) ?? 0) + 1);
    countWork(work, stand.duties);
  }
  countWork(work, whole.duties);
  return { holders, work };
});

function countWork(work: Map<string, Map<Day, number>>, duties: readonly StandingDuty[]): void {
  for (const { duty, opened } of duties) {
    if (duty.modal !== "must" && duty.modal !== "should") continue;
    const monday = mondayOf(dayOf(opened));
    for (const { role } of duty.actors.members) {
      const weeks = work.get(role) ?? new Map<Day, number>();
      work.set(role, weeks);
      weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
    }
  }
}

function workloads(
  before: Tally["work"],
  after: Tally["work"],
  { policy, calendar, asOf }: CohortStand,
): readonly Workload[] {
  const start = mondayOf(calendar.period("school-year", dayOf(asOf))?.from ?? calendar.firstDay);
  const roles = [...new Set([...before.keys(), ...after.keys()])];
  const mondays = roles.flatMap((role) =>
    [before, after].flatMap((work) => [...(work.get(role)?.keys() ?? [])].filter((monday) => monday >= start)),
  );
  const first = mondays.reduce((earliest, monday) => Math.min(earliest, monday), Number.POSITIVE_INFINITY);
  const last = mondays.reduce((latest, monday) => Math.max(latest, monday), Number.NEGATIVE_INFINITY);
  return roles
    .map((role) => ({
      role,
      title: sayName(policy.model, role),
      weeks: Array.from({ length: Math.max(0, (last - first) / 7 + 1) }, (_, index) => {
        const monday = first + index * 7;
        return {
          monday,
          before: before.get(role)?.get(monday) ?? 0,
          after: after.get(role)?.get(monday) ?? 0,
        };
      }),
    }))
    .filter(({ weeks }) => weeks.some((week) => week.before + week.after > 0));
}
