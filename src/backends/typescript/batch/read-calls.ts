// Calls of the Ir → formulas and terms of a packed decision. Gives up on what it has no exact form for, and says so with undefined.

import { assertNever } from "../../../support/assert-never.ts";
import { isCall } from "../../../ir/ir.ts";
import type { Call } from "../../../ir/ir.ts";
import type { Figure } from "../../../runtime/program.ts";
import type { Ratio } from "../../../units/ratio.ts";
import type { Window } from "../../../school/window.ts";
import type { Edge } from "../../../units/edge.ts";
import { both, either, sure } from "./formula.ts";
import type { Formula, Term } from "./formula.ts";
import type { Tables } from "./tables.ts";
import type { PlainIn } from "./wakes.ts";

/** Where a condition or figure stands. */
export interface Place {
  readonly tables: Tables;
  readonly plainIn: PlainIn;
  /** The procedure whose instance asks; none as of the day asked. */
  readonly procedure?: string;
  /** Dated parameters are those of today, or of the day on which the instance started (S15). */
  readonly rules: "today" | "start";
}

/** Of the calendar and the text alone: the same for all pupils. */
const CALENDAR: ReadonlySet<Call["call"]> = new Set([
  "all",
  "any",
  "not",
  "someOf",
  "compare",
  "always",
  "hole",
  "constant",
  "dated",
  "choose",
  "season",
  "weekdayToday",
  "elapsed",
  "fixed",
  "lastOf",
  "momentsCompare",
  "whenToday",
  "constantMoment",
  "constantDay",
  "dateMoment",
  "periodBound",
  "clock",
  "counted",
  "dayNumber",
  "nextMorning",
  "within",
  "earlierOf",
  "laterOf",
  "before",
]);

/** Whether the calendar alone decides it, at any moment without an instance, and with one as long as no figure is dated. */
export function isOfCalendar(value: unknown, rules: Place["rules"]): boolean {
  if (Array.isArray(value)) return value.every((part) => isOfCalendar(part, rules));
  if (typeof value !== "object" || value === null) return true;
  if (!isCall(value)) return Object.values(value).every((part) => isOfCalendar(part, rules));
  if (!CALENDAR.has(value.call) || (value.call === "dated" && rules === "start")) return false;
  return isOfCalendar(value.args, rules);
}

/** What must hold for the condition to be true, or to be false; undefined where no packed decision can say. */
export function readTest(place: Place, test: Call, truth: boolean): Formula | undefined {
  if (isOfCalendar(test, place.rules)) {
    if (test.call === "always") return sure(truth);
    if (test.call === "hole") return sure(false);
    return { kind: "calendar", place: place.tables.tests.of(test), truth };
  }
  switch (test.call) {
    case "all":
      return joinAll(place, test.args, truth, truth ? both : either);
    case "any":
      return joinAll(place, test.args, truth, truth ? either : both);
    case "not":
      return readTest(place, test.args[0], !truth);
    case "someOf": {
      const [n, ...tests] = test.args;
      const parts = readAll(place, tests, truth);
      return parts && { kind: "some", n: truth ? n : tests.length - n + 1, parts };
    }
    case "compare":
      return readCompare(place, test.args, truth);
    case "flag":
      return { kind: "flag", place: place.tables.flags.of(test.args[0]), truth };
    case "stepState":
      return readState(place, test.args, truth);
    default:
      return undefined;
  }
}

function readAll(place: Place, tests: readonly Call[], truth: boolean): readonly Formula[] | undefined {
  const parts = tests.map((test) => readTest(place, test, truth));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function joinAll(
  place: Place,
  tests: readonly Call[],
  truth: boolean,
  join: (...parts: readonly Formula[]) => Formula,
): Formula | undefined {
  const parts = readAll(place, tests, truth);
  return parts && join(...parts);
}

function readState(
  { procedure: own }: Place,
  [procedure, step, state]: Extract<Call, { call: "stepState" }>["args"],
  truth: boolean,
): Formula | undefined {
  if (state !== "opened" || (own !== undefined && own !== procedure)) return undefined;
  return { kind: "opened", procedure, step, truth };
}

// ---------------------------------------------------------------- figures compared

/** One way in which a figure comes about. */
export interface Alternative {
  readonly when: Formula;
  readonly term: Term;
}

function readCompare(
  place: Place,
  args: Extract<Call, { call: "compare" }>["args"],
  truth: boolean,
): Formula | undefined {
  const [left, edge, right] = args;
  const passed = truth ? readPassed(place, left, edge, right) : undefined;
  if (passed !== undefined) return passed;
  const [ours, theirs] = [readFigure(place, left), readFigure(place, right)];
  if (ours === undefined || theirs === undefined) return undefined;
  const ways = ours.flatMap((one) =>
    theirs.map((other) =>
      both(one.when, other.when, { kind: "compare", left: one.term, edge, right: other.term, truth }),
    ),
  );
  return either(...ways);
}

/** `count of school days since first opened at least 5`: true from some day on, and worked out from the opening alone. */
function readPassed({ tables, procedure }: Place, left: Call, edge: Edge, right: Call): Formula | undefined {
  if (left.call !== "elapsed" || right.call !== "constant" || (edge !== "at-least" && edge !== "from"))
    return undefined;
  const [unit, window] = left.args as readonly [string, Call];
  const [start] = window.args as readonly unknown[];
  const count = right.args[0];
  if (window.call !== "since" || !isCall(start) || start.call !== "whenStep" || typeof count !== "number")
    return undefined;
  const [other, step, what] = start.args;
  if (other !== procedure || what !== "opened" || unit === "minute" || unit === "hour") return undefined;
  return { kind: "passed", place: tables.passings.of({ count, unit } as Tables["passings"]["list"][number]), step };
}

/** Every way in which the figure comes about, of which at most one holds; none is "not known". */
export function readFigure(place: Place, read: Call): readonly Alternative[] | undefined {
  const term = readTerm(place, read);
  if (term !== undefined) return [{ when: sure(true), term }];
  if (read.call === "hole") return [];
  if (read.call !== "choose") return undefined;
  const ways: Alternative[] = [];
  let before: Formula = sure(true);
  for (const { when, value } of read.args[0] as readonly { readonly when?: Call; readonly value: Call }[]) {
    const holds = when === undefined ? sure(true) : readTest(place, when, true);
    const fails = when === undefined ? sure(false) : readTest(place, when, false);
    const values = readFigure(place, value);
    if (holds === undefined || fails === undefined || values === undefined) return undefined;
    for (const way of values) ways.push({ when: both(before, holds, way.when), term: way.term });
    before = both(before, fails);
  }
  return ways;
}

function readTerm(place: Place, read: Call): Term | undefined {
  const { tables } = place;
  const set = (number: number): number => tables.sets.of(number);
  switch (read.call) {
    case "constant": {
      const value = read.args[0];
      if (typeof value === "string") return undefined;
      return typeof value === "number"
        ? { kind: "number", n: value, d: 1 }
        : { kind: "number", n: value.n, d: value.d };
    }
    case "rate": {
      const window = readWindow(place, read.args[2]);
      if (window === undefined || !isOwn(read.args[3])) return undefined;
      return { kind: "share", set: set(read.args[0]), possible: set(read.args[1]), window };
    }
    case "sessions": {
      const window = readWindow(place, read.args[1]);
      return window === undefined || !isOwn(read.args[2])
        ? undefined
        : { kind: "count", set: set(read.args[0]), window, per: 1 };
    }
    case "days": {
      const window = readWindow(place, read.args[1]);
      return window === undefined ? undefined : { kind: "count", set: set(read.args[0]), window, per: 2 };
    }
    case "run": {
      const [which, held, asked, unit] = read.args;
      const window = readWindow(place, read.args[4]);
      if (window === undefined || place.procedure !== undefined) return undefined;
      const run = { set: tables.marks.of(held), possible: tables.marks.of(asked) };
      const plainBreaks = place.plainIn(held) === "none" && place.plainIn(asked) === "all";
      if (unit === "school-day" && plainBreaks) tables.runs.of(run);
      return { kind: "run", which, ...run, unit, window };
    }
    case "occasions": {
      const window = readWindow(place, read.args[1]);
      return window === undefined || place.procedure !== undefined
        ? undefined
        : { kind: "occasions", set: tables.marks.of(read.args[0]), window };
    }
    case "attribute": {
      const [name] = read.args;
      return name === "year" || name === "age" ? { kind: "roll", name } : undefined;
    }
    case "dated":
      if (place.rules === "start" && isOfCalendar(read, "today") && isNumber(read) && !readsToday(read.args[1]))
        return { kind: "figure", place: tables.figures.of(read), on: "start" };
      break;
    default:
  }
  return isOfCalendar(read, place.rules) && isNumber(read)
    ? { kind: "figure", place: tables.figures.of(read), on: "today" }
    : undefined;
}

function isOwn(whose: unknown): boolean {
  return whose === undefined || whose === "pupil";
}

/** What a dated parameter comes to hangs on more than the day whose rules apply. */
function readsToday(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(readsToday);
  if (typeof value !== "object" || value === null) return false;
  if (isCall(value)) return !["constant", "hole", "dated"].includes(value.call) || readsToday(value.args);
  return Object.values(value).some(readsToday);
}

/** Small enough for a product of two of them, or of one and any count, to be exact. */
const SMALL = 2 ** 26;

export function isSmall(value: Figure): value is number | Ratio {
  if (typeof value === "string") return false;
  const { n, d } = asRatio(value);
  return Math.abs(n) < SMALL && d < SMALL;
}

function asRatio(value: number | Ratio): Ratio {
  return typeof value === "number" ? { n: value, d: 1 } : { n: value.n, d: value.d };
}

/** All that it can come to are numbers, and small. */
function isNumber(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNumber);
  if (typeof value !== "object" || value === null) return true;
  if (isCall(value) && value.call === "constant") return isSmall(value.args[0]);
  return isCall(value) ? isNumber(value.args) : Object.values(value).every(isNumber);
}

// ---------------------------------------------------------------- windows

/** Windows of whole days that the calendar alone settles. */
function readWindow({ tables }: Place, windowing: Call): number | undefined {
  if (windowing.call === "fixed") return isOfWholeDays(windowing.args[0]) ? tables.windows.of(windowing) : undefined;
  if (windowing.call !== "lastOf") return undefined;
  const [length, unit] = windowing.args;
  return length.call === "constant" && unit !== "session" ? tables.windows.of(windowing) : undefined;
}

function isOfWholeDays(window: Window): boolean {
  switch (window.kind) {
    case "this":
    case "previous":
    case "in-school-weeks":
    case "ever":
    case "today":
      return true;
    case "last":
      return window.unit !== "session";
    case "since":
    case "between":
      return false;
    default:
      return assertNever(window);
  }
}
