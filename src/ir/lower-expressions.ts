// Figures, moments and conditions of the Model → calls to the runtime's vocabulary. Named things (measures, statuses, bands)
// are put in place, so that what runs knows no names; whether a day means its start or its end is settled here (S1).

import type * as Model from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import { Bug } from "../support/bug.ts";
import type { Side } from "../runtime/moments.ts";
import { isCountingUnit } from "../school/counting.ts";
import type { PassingUnit } from "../school/counting.ts";
import { isPlannedPeriod } from "../school/periods.ts";
import type { Window, WindowUnit } from "../school/window.ts";
import type { Edge } from "../units/edge.ts";
import type { Unit } from "../units/unit.ts";
import { call } from "./ir.ts";
import type { Call } from "./ir.ts";
import type { Sets } from "./sets.ts";

/** What is looked up by name. */
export type Table<T> = Pick<ReadonlyMap<string, T>, "get" | "values">;

/** All that lowering reads of a Model besides the part that is lowered: whoever keeps a part keeps watch on these. */
export interface Names {
  readonly parameters: Table<Model.Parameter>;
  readonly measures: Table<Model.Measure>;
  readonly statuses: Table<Model.Status>;
  readonly bands: Table<Model.Bands>;
  readonly words: Table<Model.Word>;
}

export interface Lowering {
  readonly model: Names;
  readonly sets: Sets;
  /** Names being put in place, to stop at a definition that rests on itself (an error that the checker reports). */
  readonly within: readonly string[];
}

const POSSIBLE = { category: "possible", codes: [] } as const;

// ---------------------------------------------------------------- figures

export function lowerValue(lowering: Lowering, value: Model.Value): Call {
  const { sets, model } = lowering;
  switch (value.kind) {
    case "constant":
      return call("constant", value.value);
    case "parameter":
      return lowerParameter(lowering, value.name);
    case "hole":
      return call("hole", value.name);
    case "rate":
      return asAt(
        lowering,
        value.at,
        call(
          "rate",
          sets.indexOf(value.of),
          sets.indexOf(POSSIBLE),
          lowerWindow(lowering, value.window),
          lowerPopulation(lowering, value.population),
        ),
      );
    case "sessions":
      return asAt(
        lowering,
        value.at,
        call(
          "sessions",
          sets.indexOf(value.of),
          lowerWindow(lowering, value.window),
          lowerPopulation(lowering, value.population),
        ),
      );
    case "days":
      return call("days", sets.indexOf(value.of), lowerWindow(lowering, value.window));
    case "occasions":
      return call("occasions", sets.indexOf(value.of), lowerWindow(lowering, value.window));
    case "run":
      return call(
        "run",
        value.which,
        sets.indexOf(value.of),
        sets.indexOf(POSSIBLE),
        value.unit,
        lowerWindow(lowering, value.window),
      );
    case "acts":
      return call(
        "acts",
        value.act,
        value.object,
        value.window === undefined ? undefined : lowerWindow(lowering, value.window),
      );
    case "ordinal":
      return call("ordinal", value.act, lowerWindow(lowering, value.window));
    case "elapsed":
      return call("elapsed", elapsedUnit(value.unit), lowerWindow(lowering, value.window));
    case "field":
      return call("field", value.field, fieldType(value.type));
    case "attribute":
      if (value.name === "term") return call("season");
      return value.name === "weekday" ? call("weekdayToday") : call("attribute", value.name);
    case "measure":
      return asAt(lowering, value.at, lowerMeasure(lowering, value.name));
    case "worth": {
      const bands = named(model.bands, value.bands);
      return call(
        "choose",
        bands.rows.map((row) => ({
          when: lowerBand(lowering, bands, row),
          value: row.worth === undefined ? call("constant", 0) : lowerValue(lowering, row.worth),
        })),
      );
    }
    default:
      return assertNever(value);
  }
}

function asAt(lowering: Lowering, event: Model.Event | undefined, read: Call): Call {
  return event === undefined ? read : call("atMoment", read, lowerEvent(lowering, event, "start"));
}

function lowerParameter(lowering: Lowering, name: string): Call {
  const { history } = named(lowering.model.parameters, name);
  const inside = enter(lowering, `parameter ${name}`);
  if (inside === undefined) return call("hole", name);
  const only = history[0];
  if (history.length === 1 && only !== undefined && only.from === undefined && only.until === undefined)
    return lowerValue(inside, only.value);
  return call(
    "dated",
    name,
    history.map(({ value, from, until }) => ({
      read: lowerValue(inside, value),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    })),
  );
}

export function lowerMeasure(lowering: Lowering, name: string): Call {
  const inside = enter(lowering, `measure ${name}`);
  if (inside === undefined) return call("hole", name);
  const { rows } = named(lowering.model.measures, name);
  const only = rows[0];
  if (rows.length === 1 && only !== undefined && only.when === undefined) return lowerValue(inside, only.value);
  return call(
    "choose",
    rows.map(({ value, when }) => ({
      value: lowerValue(inside, value),
      ...(when === undefined ? {} : { when: lowerCondition(inside, when) }),
    })),
  );
}

export function lowerWindow(lowering: Lowering, window: Model.Window): Call {
  switch (window.kind) {
    case "since":
      return call("since", lowerEvent(lowering, window.start, "start"), isWholeDay(window.start));
    case "between": {
      const [start, end] = [lowerEvent(lowering, window.start, "start"), lowerEvent(lowering, window.end, "end")];
      return call("between", start, end, isWholeDay(window.start));
    }
    case "last-of":
      return call("lastOf", lowerValue(lowering, window.n), windowUnit(window.unit));
    case "hole":
      return call("hole", window.name);
    case "this":
    case "previous":
    case "last":
    case "school-weeks":
    case "ever":
      return call("fixed", plainWindow(window));
    default:
      return assertNever(window);
  }
}

/** A date is the whole day: its first instant where something starts, its last where something ends (S1). */
function isWholeDay(event: Model.Event): boolean {
  return event.kind === "date" || event.kind === "field" || event.kind === "parameter";
}

function plainWindow(window: Exclude<Model.Window, { kind: "since" | "between" | "last-of" | "hole" }>): Window {
  switch (window.kind) {
    case "this":
      return window.period === "day" ? { kind: "today" } : { kind: "this", period: window.period };
    case "previous":
      return { kind: "previous", period: window.period };
    case "last":
      return { kind: "last", count: window.n, unit: windowUnit(window.unit) };
    case "school-weeks":
      return { kind: "in-school-weeks", count: window.n };
    case "ever":
      return { kind: "ever" };
    default:
      return assertNever(window);
  }
}

function windowUnit(unit: Unit): WindowUnit {
  if (unit === "session" || isCountingUnit(unit) || isPlannedPeriod(unit)) return unit;
  return bug(`no window counts ${unit}`);
}

function elapsedUnit(unit: Unit): PassingUnit | "minute" | "hour" {
  const passes = isCountingUnit(unit) || unit === "bank-holiday" || unit === "inset-day";
  return passes || unit === "minute" || unit === "hour" ? unit : bug(`nothing elapses in ${unit}`);
}

function lowerPopulation(
  lowering: Lowering,
  population: Model.Population,
): Call | Exclude<Model.Population["kind"], "word"> {
  return population.kind === "word" ? lowerFlag(lowering, population.name) : population.kind;
}

function fieldType(type: Model.ValueType): "text" | "date" | "time" | "number" | "money" {
  return type.kind === "percent" || type.kind === "quantity" ? "number" : type.kind;
}

// ---------------------------------------------------------------- moments

export function lowerEvent(lowering: Lowering, event: Model.Event, side: Side): Call {
  switch (event.kind) {
    case "act":
      return call("whenDone", event.act, event.object);
    case "step":
      return call("whenStep", event.procedure, event.step, event.when);
    case "field":
      return call("dateMoment", call("field", event.field, "date"), side);
    case "date":
      return call("constantDay", event.day, side);
    case "moment":
      return call("constantMoment", event.moment);
    case "start":
      return call("whenBegun");
    case "parameter":
      return call("dateMoment", lowerParameter(lowering, event.name), side);
    case "bound":
      return lowerBound(event);
    default:
      return assertNever(event);
  }
}

export function lowerMoment(lowering: Lowering, moment: Model.MomentExpression, side: Side): Call {
  switch (moment.kind) {
    case "event":
      return lowerEvent(lowering, moment.event, side);
    case "clock":
      return call("clock", lowerValue(lowering, moment.time));
    case "end-of-day":
      return call("endOfDay");
    case "today":
      return call("whenToday");
    case "next-morning":
      return call("nextMorning", moment.unit);
    case "day-of":
      return call(
        "dayNumber",
        moment.n,
        moment.of.kind === "absence" ? call("whenBegun") : lowerEvent(lowering, moment.of, "start"),
        side,
      );
    case "counted":
      return call(
        "counted",
        lowerValue(lowering, moment.n),
        moment.unit,
        moment.direction,
        lowerEvent(lowering, moment.of, "start"),
        side,
      );
    case "choice":
      return call(
        moment.which === "earlier" ? "earlierOf" : "laterOf",
        lowerMoment(lowering, moment.first, side),
        lowerMoment(lowering, moment.second, side),
      );
    case "bound":
      return lowerBound(moment);
    case "hole":
      return call("hole", moment.name);
    default:
      return assertNever(moment);
  }
}

function lowerBound({ which, period }: { readonly which: "start" | "end"; readonly period: Model.PeriodUnit }): Call {
  return which === "end" && period === "day" ? call("endOfDay") : call("periodBound", which, period);
}

/** `before` and `from` a day look at its start; `by`, `until` and `after` at its end. */
function sideFor(edge: Edge): Side {
  return edge === "before" || edge === "from" || edge === "below" || edge === "fewer-than" || edge === "at-least"
    ? "start"
    : "end";
}

// ---------------------------------------------------------------- conditions

export function lowerCondition(lowering: Lowering, condition: Model.Condition): Call {
  const { sets, model } = lowering;
  switch (condition.kind) {
    case "and":
      return call("all", ...condition.parts.map((part) => lowerCondition(lowering, part)));
    case "or":
      return call("any", ...condition.parts.map((part) => lowerCondition(lowering, part)));
    case "not":
      return call("not", lowerCondition(lowering, condition.part));
    case "at-least-of":
      return call("someOf", condition.n, ...condition.parts.map((part) => lowerCondition(lowering, part)));
    case "compare":
      return call(
        "compare",
        lowerValue(lowering, condition.left),
        condition.edge,
        lowerValue(lowering, condition.right),
      );
    case "judged":
      return call("judged", condition.decision, condition.question, condition.by, condition.answer);
    case "during":
      return call("during", condition.act, condition.object, condition.first, condition.last);
    case "field-is":
      return call("fieldIs", condition.field, namesOf(model, condition.value));
    case "flag":
      return lowerFlag(lowering, condition.name);
    case "status":
      return lowerStatus(lowering, named(model.statuses, condition.name));
    case "in-band": {
      const bands = named(model.bands, condition.bands);
      const row = bands.rows.find(({ title }) => title === condition.title) ?? bug(`no band ${condition.title}`);
      return lowerBand(lowering, bands, row);
    }
    case "session-now":
      return call("sessionNow", sets.indexOf(condition.of));
    case "done": {
      const window = condition.window === undefined ? undefined : lowerWindow(lowering, condition.window);
      if (condition.edge === undefined || condition.moment === undefined)
        return call("done", condition.act, condition.object, window);
      return call(
        "done",
        condition.act,
        condition.object,
        window,
        condition.edge,
        lowerMoment(lowering, condition.moment, sideFor(condition.edge)),
      );
    }
    case "step":
      return call("stepState", condition.procedure, condition.step, condition.state);
    case "arrived":
      if (condition.edge === undefined || condition.moment === undefined) return call("arrived");
      return call("arrived", condition.edge, lowerMoment(lowering, condition.moment, sideFor(condition.edge)));
    case "moments":
      return call(
        "momentsCompare",
        lowerMoment(lowering, condition.left, "start"),
        condition.edge,
        lowerMoment(lowering, condition.right, sideFor(condition.edge)),
      );
    case "hole":
      return call("hole", condition.name);
    case "always":
      return call("always");
    default:
      return assertNever(condition);
  }
}

/** A flag or group that `means` a condition holds when the condition does; any other is on the pupil's record. */
export function lowerFlag(lowering: Lowering, name: string): Call {
  const names = namesOf(lowering.model, name);
  const means = names.map((each) => lowering.model.words.get(each)?.means).find((each) => each !== undefined);
  const inside = enter(lowering, `word ${name}`);
  return means === undefined || inside === undefined ? call("flag", names) : lowerCondition(inside, means);
}

/** Every name of what a word stands for, the word itself among them: `same as` makes two names of one thing. */
function namesOf({ words }: Names, name: string): readonly string[] {
  const main = words.get(name)?.sameAs ?? name;
  return [main, ...[...words.values()].filter(({ sameAs }) => sameAs === main).map((word) => word.name)];
}

export function lowerStatus(lowering: Lowering, status: Model.Status): Call {
  const inside = enter(lowering, `status ${status.name}`);
  if (inside === undefined) return call("hole", status.name);
  if (status.rule.kind === "when") return lowerCondition(inside, status.rule.condition);
  const { from, until } = status.rule;
  return call(
    "switched",
    lowerEvent(inside, from, "start"),
    until === undefined ? undefined : lowerEvent(inside, until, "start"),
  );
}

/** In the row: on the right side of all its edges, and of no row above it. */
export function lowerBand(lowering: Lowering, bands: Model.Bands, row: Model.BandRow): Call {
  const of = lowerValue(lowering, bands.of);
  const within = (candidate: Model.BandRow): Call =>
    call("all", ...candidate.edges.map(({ edge, value }) => call("compare", of, edge, lowerValue(lowering, value))));
  const above = bands.rows.slice(0, bands.rows.indexOf(row));
  return call("all", within(row), ...above.map((other) => call("not", within(other))));
}

// ---------------------------------------------------------------- when a condition is tested

/** Standing when it looks at marks: tested at the end of each school day, and not as every mark arrives (S18). */
export function isStanding(condition: Call): boolean {
  const standing: ReadonlySet<string> = new Set(["rate", "sessions", "days", "occasions", "run"]);
  const looks = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(looks);
    if (typeof value !== "object" || value === null) return false;
    if ("call" in value && standing.has(String(value.call))) return true;
    return Object.values(value).some(looks);
  };
  return looks(condition);
}

function enter(lowering: Lowering, name: string): Lowering | undefined {
  return lowering.within.includes(name) ? undefined : { ...lowering, within: [...lowering.within, name] };
}

export function named<T>(table: Table<T>, name: string): T {
  return table.get(name) ?? bug(`the checker let an unknown name through: ${name}`);
}

function bug(message: string): never {
  throw new Bug(message);
}
