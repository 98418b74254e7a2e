// One calendar, one timing and one day → all that a packed decision looks up there: where windows begin on each school day, what
// the calendar alone decides, when registers and days close. Made by the functions that decide for one pupil, so it cannot differ.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { lastInstant, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { Bug } from "../support/bug.ts";
import { remember } from "../support/remember.ts";
import type { AnchorPeriod, BatchSpec, Wakes } from "./batch-spec.ts";
import { rangeOf } from "./context.ts";
import type { Context } from "./context.ts";
import { factsOf } from "./dossier.ts";
import type { Facts } from "./facts.ts";
import { dueOf } from "./obligations.ts";
import { NO_MOMENT } from "./packed-outcome.ts";
import { NO_SESSION } from "./packed-register.ts";
import type { DutySpec, Figure } from "./program.ts";
import { periodsOf } from "./queue.ts";
import type { Windowing } from "./windows.ts";
import { MISSING, timingOf, versionOn } from "./world.ts";
import type { World } from "./world.ts";

/** A day that no scan reaches. */
export const BEYOND = 0x7fff_ffff;

/** By number of a school day, as of its end; the entry after the last is as of the end of the day asked. */
export interface WindowTable {
  /** The first school day in the window, -1 where the calendar has no such window, and the first after it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface FigureTable {
  readonly n: Float64Array;
  /** 0 where the figure is not known. */
  readonly d: Float64Array;
}

/** What a procedure lives on, one after another, by first and last school day in it. */
export interface PeriodTable {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface DueTable {
  readonly ends: Float64Array;
  readonly firsts: Float64Array;
}

export interface BatchTables {
  readonly world: World;
  readonly asOf: Day;
  /** School days up to the day asked, that day included. */
  readonly days: number;
  readonly dates: Int32Array;
  /** Sessions on all school days before one. */
  readonly planned: Int32Array;
  /** The first moment of a school day at which anything is looked at, and its end. */
  readonly firsts: Float64Array;
  readonly ends: Float64Array;
  /** The version of a plain morning and afternoon. */
  readonly plain: readonly [number, number];
  /** By set that is counted: its sessions on all school days before one, if all were plain. */
  readonly plainBefore: readonly Int32Array[];
  /** By set of which marks are looked at: which versions belong to it. */
  readonly marks: readonly Uint8Array[];
  /** What the two marks of a day add to each word, and what the day is to each run: by the marks as one number. */
  readonly pairs: Int32Array;
  readonly windows: readonly WindowTable[];
  /** By version: 1 where a session that holds it ends an absence of another kind. */
  readonly breaks: Uint8Array;
  readonly tests: readonly Uint8Array[];
  readonly figures: readonly FigureTable[];
  /** The first day from one on, on which a condition may become true; BEYOND where there is none. */
  readonly wakes: readonly Int32Array[];
  readonly periods: readonly PeriodTable[];
  /** A pupil of whom nothing is known, to ask what the calendar says. */
  readonly blank: Facts;
  /** Room for one pupil's days that are not plain, and for sums up to each. */
  readonly scratch: { readonly days: Int32Array; readonly sums: readonly Int32Array[] };
  /** Deadlines by sentence, of a step that opens at the end of a school day or when it is first looked at. */
  readonly dues: readonly DueTable[];
  /** First days by wait and beginning: worked out when first met. */
  readonly passed: readonly Int32Array[];
}

export function makeBatchTables(spec: BatchSpec, world: World, asOf: Day, groups: ReadonlySet<string>): BatchTables {
  const { calendar } = world;
  const days = calendar.schoolDayIndex(asOf) + 1;
  const blank = blankFacts(world, groups);
  const dates = calendar.schoolDays.subarray(0, days);
  const ends = Float64Array.from(dates, (day) => blank.timing.endOfDay(day));
  const firsts = firstMoments(blank, dates);
  const contexts = [...ends, lastInstant(asOf)].map((now): Context => ({ facts: blank, now, instances: new Map() }));
  const windows = spec.windows.map((windowing) => windowTable(calendar, windowing, contexts, days));
  const tests = spec.tests.map((test) => Uint8Array.from(contexts, (context) => threeValued(test(context))));
  const figures = spec.figures.map((read) => figureTable(contexts.map((context) => read(context))));
  return {
    world,
    asOf,
    days,
    dates,
    planned: plannedBefore(calendar, days),
    firsts,
    ends,
    plain: [plainVersion(spec.plain.morning, world, asOf), plainVersion(spec.plain.afternoon, world, asOf)],
    plainBefore: spec.sets.map((set) => plainBefore(spec, world, set, asOf, days)),
    marks: spec.marks.map((set) => world.members[set] as Uint8Array),
    pairs: pairTable(spec, world, asOf),
    windows,
    breaks: Uint8Array.from({ length: 256 }, (_none, version) => Number(endsAbsence(world.categories[version]))),
    tests,
    figures,
    wakes: spec.wakes.map((wakes) => wakeTable(wakes, { windows, tests, figures, days })),
    periods: spec.periods.map((unit) => periodTable(calendar, unit, dates)),
    blank,
    scratch: { days: new Int32Array(days + 2), sums: spec.words.map(() => new Int32Array(days + 2)) },
    dues: spec.duties.map((duty) => ({
      ends: ends.map((opened) => deadlineOf(blank, duty, opened)),
      firsts: firsts.map((opened) => deadlineOf(blank, duty, opened)),
    })),
    passed: spec.passings.map(() => new Int32Array(days).fill(-1)),
  };
}

export function blankFacts(world: World, groups: ReadonlySet<string>): Facts {
  const pupil = { id: "", year: 0, onRoll: [], flags: [], parents: [], attributes: {} };
  const facts = factsOf(world, { pupil, marks: [], arrivals: [], log: [] }, Number.MAX_SAFE_INTEGER);
  return { ...facts, groups, timing: timingOf(world, groups) };
}

export function threeValued(answer: boolean | undefined): number {
  return answer === undefined ? 2 : Number(answer);
}

// ---------------------------------------------------------------- the calendar

function plannedBefore(calendar: Calendar, days: number): Int32Array {
  const before = new Int32Array(days + 1);
  for (let day = 0; day < days; day++) {
    const { from, to } = calendar.sessionsOn(calendar.schoolDays[day] as Day);
    before[day + 1] = (before[day] as number) + to - from;
  }
  return before;
}

/** Rules are first looked at as the first register closes, or in the early morning of a day on which a period begins. */
function firstMoments({ world, timing }: Facts, dates: Int32Array): Float64Array {
  const { calendar, program } = world;
  const units = program.mornings?.pupil ?? periodsOf(program.procedures);
  return Float64Array.from(dates, (day, index) => {
    const before = dates[index - 1];
    const begins = units.some(
      (unit) => unit === "day" || before === undefined || before < (calendar.period(unit, day)?.from ?? day),
    );
    if (begins) return startOfDay(day);
    const { from, to } = calendar.sessionsOn(day);
    let first = timing.endOfDay(day);
    for (let session = from; session < to; session++) first = Math.min(first, timing.closesAt(session));
    return first;
  });
}

function periodTable(calendar: Calendar, unit: AnchorPeriod, dates: Int32Array): PeriodTable {
  const [from, to]: [number[], number[]] = [[], []];
  let current: Day | undefined;
  dates.forEach((day, index) => {
    const begun = unit === "day" ? day : calendar.period(unit, day)?.from;
    if (begun !== undefined && begun !== current) from.push(index);
    if (begun !== undefined) to[from.length - 1] = index;
    current = begun;
  });
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

// ---------------------------------------------------------------- windows, conditions and figures of the calendar

function windowTable(
  calendar: Calendar,
  windowing: Windowing,
  contexts: readonly Context[],
  days: number,
): WindowTable {
  const table = { from: new Int32Array(days + 1).fill(-1), to: new Int32Array(days + 1) };
  contexts.forEach((context, index) => {
    const window = windowing(context);
    const range = window === undefined ? undefined : rangeOf(context, window);
    if (range === undefined) return;
    table.from[index] = dayOfSession(calendar, range.from);
    table.to[index] = dayOfSession(calendar, range.to);
  });
  return table;
}

/** The school day that begins with a session; the number of school days where there is none. */
function dayOfSession(calendar: Calendar, session: number): number {
  const day = calendar.sessionDay[session];
  if (day === undefined) return calendar.schoolDays.length;
  if (calendar.sessionDay[session - 1] === day) throw new Bug("a window of whole days begins within one");
  return calendar.schoolDayIndex(day);
}

function figureTable(values: readonly (Figure | undefined)[]): FigureTable {
  const n = Float64Array.from(values, (value) => (typeof value === "object" ? value.n : Number(value ?? 0)));
  const d = Float64Array.from(values, (value) => (typeof value === "object" ? value.d : value === undefined ? 0 : 1));
  return { n, d };
}

function wakeTable(
  { everyDay, windows: slid, tests: turned, figures: changed }: Wakes,
  { windows, tests, figures, days }: Pick<BatchTables, "windows" | "tests" | "figures" | "days">,
): Int32Array {
  const differs = (table: ArrayLike<number>, day: number): boolean => table[day] !== table[day - 1];
  const wakes = (day: number): boolean =>
    everyDay ||
    slid.some((place) => differs(windows[place]?.from ?? [], day) || differs(windows[place]?.to ?? [], day)) ||
    turned.some(({ place, truth }) => differs(tests[place] ?? [], day) && tests[place]?.[day] === Number(truth)) ||
    changed.some((place) => differs(figures[place]?.n ?? [], day) || differs(figures[place]?.d ?? [], day));
  const table = new Int32Array(days + 2).fill(BEYOND);
  for (let day = days - 1; day >= 0; day--) table[day] = wakes(day) ? day : (table[day + 1] as number);
  return table;
}

/** The deadline of a sentence whose step opens at a moment; NO_MOMENT where the calendar does not reach. */
function deadlineOf(blank: Facts, duty: DutySpec, opened: Moment): Moment {
  const instance = {
    procedure: "",
    key: "",
    begun: opened,
    started: opened,
    scopeFrom: opened,
    changesApplyAtOnce: true,
    steps: new Map(),
  };
  const owed = { id: "", duty, instance, step: "", opened, daily: false };
  return dueOf(owed, { facts: blank, now: opened, instances: new Map(), instance }) ?? NO_MOMENT;
}

// ---------------------------------------------------------------- sets

/** Whatever says that the pupil was there, or away for another reason (S10). */
function endsAbsence(category: World["categories"][number] | undefined): boolean {
  return ["attending", "approved", "authorised", "unauthorised"].includes(category ?? "missing");
}

/** The version in force on the day asked, else the newest: what is plain is only a guess at what is commonest. */
function plainVersion(code: string | undefined, world: World, asOf: Day): number {
  if (code === undefined) return MISSING;
  const version = versionOn(world, code, asOf);
  return version === MISSING ? (world.versionsOf.get(code)?.at(-1) ?? MISSING) : version;
}

function plainBefore({ plain }: BatchSpec, world: World, set: number, asOf: Day, days: number): Int32Array {
  const members = world.members[set] as Uint8Array;
  const { calendar } = world;
  const before = new Int32Array(days + 1);
  for (let day = 0; day < days; day++) {
    const { from, to } = calendar.sessionsOn(calendar.schoolDays[day] as Day);
    let sum = before[day] as number;
    for (let session = from; session < to; session++) {
      const code = calendar.sessionHalf[session] === 0 ? plain.morning : plain.afternoon;
      sum += members[plainVersion(code, world, asOf)] as number;
    }
    before[day + 1] = sum;
  }
  return before;
}

/** By world and plain versions: the table is large, and the same from one day to the next. */
const pairTables = remember<World, Map<string, Int32Array>>(() => new Map());

function pairTable(spec: BatchSpec, world: World, asOf: Day): Int32Array {
  const [morning, afternoon] = [spec.plain.morning, spec.plain.afternoon].map((code) =>
    plainVersion(code, world, asOf),
  );
  const key = `${morning} ${afternoon} ${JSON.stringify([spec.sets, spec.words, spec.marks, spec.runs])}`;
  const known = pairTables(world).get(key) ?? makePairTable(spec, world, [Number(morning), Number(afternoon)]);
  pairTables(world).set(key, known);
  return known;
}

function makePairTable(spec: BatchSpec, world: World, plain: readonly [number, number]): Int32Array {
  const width = spec.words.length + spec.runs.length;
  const table = new Int32Array(65_536 * width);
  spec.words.forEach((places, word) => {
    const [mornings, afternoons] = plain.map((usual) => wordOf(spec, world, places, usual)) as [Int32Array, Int32Array];
    fillPairs(table, width, word, mornings, afternoons, sum);
  });
  spec.runs.forEach((run, place) => {
    const marks = markToRun(spec, world, run);
    fillPairs(table, width, spec.words.length + place, marks, marks, Math.max);
  });
  return table;
}

const sum = (one: number, other: number): number => one + other;

/** Fills one column of a row for each two bytes of a day, as they stand in memory, from what each of the two says. */
function fillPairs(
  table: Int32Array,
  width: number,
  column: number,
  mornings: Int32Array,
  afternoons: Int32Array,
  join: (morning: number, afternoon: number) => number,
): void {
  const [low, high] = lowFirst ? [mornings, afternoons] : [afternoons, mornings];
  for (let pair = 0; pair < 65_536; pair++)
    table[pair * width + column] = join(low[pair & 255] as number, high[pair >> 8] as number);
}

const lowFirst = new Uint16Array(Uint8Array.of(1, 0).buffer)[0] === 1;

/**
 * What one mark adds to the counts that share a word, by version. Where two share it, each counts how many sessions are not as on a
 * plain day, in sixteen bits; one that has a word for itself, how many more or fewer belong to the set.
 */
function wordOf({ sets }: BatchSpec, world: World, places: readonly number[], usual: number): Int32Array {
  const members = places.map((place) => world.members[sets[place] as number] as Uint8Array);
  const words = Int32Array.from({ length: 256 }, (_none, version) => {
    const differences = members.map((member) => (member[version] as number) - (member[usual] as number));
    const [low = 0, high = 0] = differences;
    return differences.length === 1 ? low : Math.abs(low) + Math.abs(high) * 65_536;
  });
  words[NO_SESSION] = 0;
  return words;
}

/** By version: 1 where the mark lengthens a run, 2 where it ends one, 0 where it does neither; a day is what the higher of its two is (S10). */
function markToRun({ marks }: BatchSpec, world: World, { set, possible }: BatchSpec["runs"][number]): Int32Array {
  const [held, counted] = [world.members[marks[set] as number], world.members[marks[possible] as number]];
  return Int32Array.from({ length: 256 }, (_none, version) => {
    if (held?.[version] === 1) return 1;
    return counted?.[version] === 1 ? 2 : 0;
  });
}
