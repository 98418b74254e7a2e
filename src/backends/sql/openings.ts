// One procedure as rows of its instances, with a column for each moment it reached: when it started, when it ended, when each step
// opened and by when it is due.

import type { Call, Called } from "../../ir/ir.ts";
import type { OpOf, ProcedureOf, StepOf, TriggerOf } from "../../runtime/program.ts";
import { isParents } from "../../school/parents.ts";
import { againSteps, hangsOnItsStart } from "./again.ts";
import { keep } from "./building.ts";
import type { Building } from "./building.ts";
import { readCondition } from "./conditions.ts";
import type { Dialect } from "./dialect.ts";
import type { Cannot } from "./hindrance.ts";
import { instanceRows, INSTANCE } from "./instances.ts";
import { makeJoins } from "./joins.ts";
import type { Joins } from "./joins.ts";
import { countFrom, readMoment } from "./moments.ts";
import { changesByItself, mayBeUnknown, wakesAtOddTimes } from "./reach.ts";
import { remarkOf } from "./remark.ts";
import { sumsRow } from "./row-scopes.ts";
import type { Place } from "./row-scopes.ts";
import { DAY_SECONDS, dayOfMoment, endOfSchoolDay, startOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import {
  aggregate,
  all,
  any,
  binary,
  column,
  isKnown,
  isNull,
  larger,
  named,
  smaller,
  table,
  truth,
  unknown,
  when,
  whole,
} from "./sql.ts";
import type { Column, Expr, Join, Select } from "./sql.ts";

export interface Openings {
  readonly procedure: ProcedureOf<Called>;
  readonly index: number;
  /** The step of the query that holds an instance a row. */
  readonly rows: string;
  readonly steps: readonly (InWords & { readonly name: string; readonly column: string })[];
  readonly dues: readonly Due[];
}

/** What a column or a step of the query is about in the policy. */
interface InWords {
  readonly title: string;
  readonly clauses: readonly string[];
}

/** What is due of a sentence, and the column of its moment. */
interface Due extends InWords {
  readonly step: string;
  readonly rule: string;
  readonly column: string;
}

export interface OpeningsRequest {
  readonly building: Building;
  readonly dialect: Dialect;
  readonly procedure: ProcedureOf<Called>;
  readonly index: number;
  readonly others: ReadonlyMap<string, Openings>;
  readonly cannot: Cannot;
}

/** The rows so far, and their columns. */
interface Rows {
  readonly step: string;
  readonly columns: readonly string[];
}

/** What has been laid down of the procedure's own steps. */
interface Own {
  readonly name: string;
  readonly opened: string;
  /** When it is done by itself, or was passed over; empty while it is not. */
  readonly passed: string;
}

interface Work extends OpeningsRequest {
  readonly own: Own[];
}

const i = (name: string): Expr => column("i", name);

export function openingsOf(request: OpeningsRequest): Openings | undefined {
  const { building, procedure, index, cannot } = request;
  const { anchor, pauses, startsAgain } = procedure;
  const base = instanceRows(building, anchor);
  if (base === undefined) return undefined;
  if (pauses.length > 0) cannot("query-pauses", "a pause");
  const work: Work = { ...request, own: [] };
  const name = `p${index + 1}`;
  building.commons.push({
    name: `${name}_born`,
    selects: [base],
    kept: false,
    says: remarkOf({ title: `The procedure ${procedure.name}, ${procedure.title}`, clauses: procedure.clauses }),
  });
  let rows: Rows = { step: `${name}_born`, columns: INSTANCE };
  rows = startsAgain ? addEveryStart(work, rows, name) : addStart(work, rows, name);
  procedure.steps.forEach((step, place) => {
    const first = building.commons.length;
    rows = addStep(work, rows, step, place, name);
    const at = building.commons[first];
    const says = remarkOf({ title: `The step ${step.name}, ${step.title}`, clauses: clausesOf(step) });
    if (at !== undefined) building.commons[first] = { ...at, says };
  });
  if (!startsAgain) rows = addEnd(work, rows, name);
  rows = withoutWhatCameTooLate(work, rows, name);
  const dues: Due[] = [];
  rows = addDues(work, rows, name, dues);
  return {
    procedure,
    index,
    rows: rows.step,
    steps: procedure.steps.flatMap((step, place) => {
      const opened = work.own[place]?.opened;
      return opened === undefined
        ? []
        : [{ name: step.name, column: opened, title: step.title, clauses: clausesOf(step) }];
    }),
    dues,
  };
}

/** A step's own clauses and those of what it asks for, since most stand with its sentences. */
function clausesOf({ clauses, ops }: StepOf<Called>): readonly string[] {
  return [...new Set([...clauses, ...ops.flatMap((op) => (op.op === "oblige" ? op.clauses : []))])];
}

/** One more column or several for each instance. */
function extend(
  { building }: Work,
  rows: Rows,
  step: string,
  make: (joins: Joins) => readonly Column[],
  kept = false,
): Rows {
  const joins = makeJoins(building);
  const columns = make(joins);
  building.commons.push({
    name: step,
    kept,
    selects: [
      {
        columns: [...rows.columns.map((name) => named(i(name), name)), ...columns],
        from: table(rows.step, "i"),
        joins: [withPupil, ...joins.list()],
      },
    ],
  });
  return { step, columns: [...rows.columns, ...columns.map(({ as }) => as)] };
}

const withPupil: Join = {
  how: "inner",
  source: table("roll", "q"),
  on: binary(column("q", "pupil"), "=", column("i", "pupil")),
};

// ---------------------------------------------------------------- from where conditions are read

type Phase = "start" | "end" | "step";

/** Reads other steps: of its own those that have opened, of others what stood when this one's turn came (S19, S20). */
function stepReader(work: Work, joins: Joins, now: Expr, phase: Phase): Scope["stepOpened"] {
  const { procedure, own, others, index, cannot } = work;
  const by = (opened: Expr, strictly: boolean): Expr => when(binary(opened, strictly ? "<" : "<=", now), opened);
  return (name, step) => {
    if (name === procedure.name) {
      const mine = own.find((each) => each.name === step);
      if (mine !== undefined) return by(i(mine.opened), phase === "end");
      if (
        procedure.steps.some((each) => each.name === step && phase === "step") &&
        own.length < stepIndex(procedure, step)
      )
        cannot("query-step-order", "a step of its own that comes later");
      return unknown("bigint");
    }
    const other = others.get(name);
    const opened = other?.steps.find((each) => each.name === step)?.column;
    if (
      other === undefined ||
      opened === undefined ||
      other.index > index ||
      !sharesInstances(other.procedure, procedure)
    ) {
      cannot("query-step-order", `the steps of \`${name}\``);
      return unknown("bigint");
    }
    const as = joins.lookUp(other.rows, (row) =>
      all(
        binary(column(row, "pupil"), "=", i("pupil")),
        ...(other.procedure.anchor.kind === "pupil" ? [] : [binary(column(row, "id"), "=", i("id"))]),
      ),
    );
    return by(column(as, opened), phase !== "step");
  };
}

function stepIndex({ steps }: ProcedureOf<Called>, name: string): number {
  return steps.findIndex((step) => step.name === name);
}

/** The newest instance of the other is the one of the same pupil, or of the same period. */
function sharesInstances(other: ProcedureOf<Called>, own: ProcedureOf<Called>): boolean {
  if (other.startsAgain) return false;
  if (other.anchor.kind === "pupil") return true;
  return other.anchor.kind === "period" && own.anchor.kind === "period" && other.anchor.unit === own.anchor.unit;
}

/** Today's rules before it started, and where changes apply at once; else those it started under (S15). */
function rulesOf({ procedure }: Work, phase: Phase): { readonly started?: Expr } {
  const startsLater = procedure.startsAgain && phase === "end";
  return phase === "start" || startsLater || procedure.changesApplyAtOnce ? {} : { started: i("started") };
}

function placeAt(work: Work, joins: Joins, now: Expr, phase: Phase): Place {
  return {
    building: work.building,
    joins,
    pupil: "q",
    stepOpened: stepReader(work, joins, now, phase),
    cannot: work.cannot,
    begun: i("begun"),
    ...rulesOf(work, phase),
  };
}

/** At any moment of an instance, with the register as it stood then. */
function scopeAtMoment(work: Work, joins: Joins, now: Expr, phase: Phase, opened?: Expr): Scope {
  const { plan } = work.building;
  const today = dayOfMoment(now);
  const place = { ...placeAt(work, joins, now, phase), ...(opened === undefined ? {} : { opened }) };
  let row: string | undefined;
  const latest = { key: "number of the latest school day", of: (day: number) => plan.calendar.schoolDayIndex(day) };
  const at = {
    get row() {
      row ??= joins.sumsAt(column("q", "pupil"), joins.dayFigure(today, latest));
      return row;
    },
    now,
    today,
    evening: false,
  };
  return sumsRow(place, at);
}

// ---------------------------------------------------------------- the first moment at which a condition holds

interface Sought {
  readonly trigger: Pick<TriggerOf<Called>, "test" | "standing">;
  readonly phase: Phase;
  /** Not before this moment. */
  readonly from: Expr;
  readonly further?: (at: { readonly now: Expr; readonly day: Expr }) => readonly Expr[];
}

/** A step of the query with the first moment for each instance at which the condition holds; none where it never does. */
function firstMoment(work: Work, rows: Rows, step: string, sought: Sought): string {
  keep(work.building, rows.step);
  return sought.trigger.standing ? firstEvening(work, rows, step, sought) : firstInstant(work, rows, step, sought);
}

/** Nothing opens once its period or its absence is over; all else lasts. */
function whileItLasts({ procedure }: Work, now: Expr): readonly Expr[] {
  switch (procedure.anchor.kind) {
    case "period":
      return [binary(now, "<=", i("closes"))];
    case "absence":
      return [any(isNull(i("over")), binary(now, "<", i("over")))];
    default:
      return [];
  }
}

function firstEvening(work: Work, rows: Rows, step: string, { trigger, phase, from, further }: Sought): string {
  const { building } = work;
  building.evenings = true;
  const joins = makeJoins(building);
  const { now, day, join, scope } = eveningAt(work, joins);
  const condition = readCondition(trigger.test, scope(phase));
  const select: Select = {
    columns: [named(i("pupil"), "pupil"), named(i("id"), "id"), named(aggregate("min", now), "moment")],
    from: table(rows.step, "i"),
    joins: [withPupil, join, ...joins.list()],
    where: [binary(now, ">=", from), ...whileItLasts(work, now), ...(further?.({ now, day }) ?? []), condition],
    groupBy: [i("pupil"), i("id")],
  };
  building.commons.push({ name: step, selects: [select], kept: false });
  return step;
}

/** The end of a school day on which the pupil is on roll, and how conditions are read there. */
function eveningAt(work: Work, joins: Joins) {
  const day = column("g", "day");
  const plain = placeAt(work, joins, unknown("bigint"), "start");
  const now = endOfSchoolDay(day, sumsRow(plain, { row: "g", now: day, today: day, evening: true }));
  const at = { row: "g", now, today: day, evening: true };
  const join: Join = {
    how: "inner",
    source: table("sums", "g"),
    on: all(binary(column("g", "pupil"), "=", i("pupil")), binary(column("g", "ix"), "<=", column("q", "last_ix"))),
  };
  return { now, day, join, scope: (phase: Phase): Scope => sumsRow(placeAt(work, joins, now, phase), at) };
}

function firstInstant(work: Work, rows: Rows, step: string, { trigger, phase, from, further }: Sought): string {
  const { building, procedure, cannot } = work;
  if (
    changesByItself(trigger.test, procedure.name) &&
    building.plan.ir.procedures.some((each) => wakesAtOddTimes(each))
  )
    cannot("query-wakes-between", "a condition that time alone can change");
  building.instants = true;
  const joins = makeJoins(building);
  const now = column("t", "now");
  const condition = readCondition(trigger.test, scopeAtMoment(work, joins, now, phase));
  const candidates: Select = {
    columns: [named(i("pupil"), "pupil"), named(i("id"), "id"), named(aggregate("min", now), "moment")],
    from: table(rows.step, "i"),
    joins: [
      withPupil,
      { how: "inner", source: table("instants", "t"), on: binary(column("t", "pupil"), "=", i("pupil")) },
      ...joins.list(),
    ],
    where: [
      binary(now, ">=", from),
      ...whileItLasts(work, now),
      ...(further?.({ now, day: column("t", "day") }) ?? []),
      condition,
    ],
    groupBy: [i("pupil"), i("id")],
  };
  building.commons.push({ name: step, selects: [candidates], kept: false });
  return step;
}

const found = (step: string): Join => ({
  how: "left",
  source: table(step, "f"),
  on: all(binary(column("f", "pupil"), "=", i("pupil")), binary(column("f", "id"), "=", i("id"))),
});

/** The rows with the moment that was found as one more column. */
function withFound(work: Work, rows: Rows, step: string, from: string, as: string, more: readonly Column[] = []): Rows {
  work.building.commons.push({
    name: step,
    kept: false,
    selects: [
      {
        columns: [...rows.columns.map((name) => named(i(name), name)), named(column("f", "moment"), as), ...more],
        from: table(rows.step, "i"),
        joins: [found(from)],
      },
    ],
  });
  return { step, columns: [...rows.columns, as, ...more.map((each) => each.as)] };
}

// ---------------------------------------------------------------- start, steps, end

function addStart(work: Work, rows: Rows, name: string): Rows {
  const { starts } = work.procedure;
  if (starts === undefined) return extend(work, rows, `${name}_started`, () => [named(i("born"), "started")]);
  const first = firstMoment(work, rows, `${name}_start`, { trigger: starts, phase: "start", from: i("born") });
  return withFound(work, rows, `${name}_started`, first, "started");
}

/** Every time it started, where start and end are asked on evenings alone. */
function addEveryStart(work: Work, rows: Rows, name: string): Rows {
  const { procedure, building, dialect, cannot } = work;
  const { starts, ends, anchor } = procedure;
  const columns = [...rows.columns, "started", "ended"];
  if (!dialect.recursion) cannot("query-starts-again", `in ${dialect.title}`);
  if (anchor.kind !== "pupil" && anchor.kind !== "period")
    cannot("query-starts-again", "where it lives on one of many things");
  if (starts === undefined || [starts, ...ends].some(({ standing }) => !standing))
    cannot("query-starts-again", "where its start or its end can come at any moment of a day");
  else if (!procedure.changesApplyAtOnce && hangsOnItsStart(ends, procedure.name))
    cannot("query-starts-again", "where its end goes by what held when it started");
  else if (hangsOnItsStart(starts.test, procedure.name) && ownSteps(starts.test, procedure.name))
    cannot("query-starts-again", "where its start reads its own steps");
  else {
    keep(building, rows.step);
    const evenings = eveningsOf(work, rows, `${name}_evenings`, starts, ends);
    return { step: againSteps(building, name, rows.step, evenings), columns };
  }
  return { step: rows.step, columns };
}

function ownSteps(test: Call, own: string): boolean {
  return JSON.stringify(test).includes(`"${own}"`);
}

/** Each evening of each instance, with whether its start holds, an end holds, and the start does not. */
function eveningsOf(
  work: Work,
  rows: Rows,
  step: string,
  starts: TriggerOf<Called>,
  ends: readonly TriggerOf<Called>[],
): string {
  const { building } = work;
  building.evenings = true;
  const joins = makeJoins(building);
  const evening = eveningAt(work, joins);
  const flag = (condition: Expr): Expr => when(condition, whole(1), whole(0));
  const holds = readCondition(starts.test, evening.scope("start"));
  const over = any(
    ...ends.map(({ test }) => when(readCondition(test, evening.scope("end")), truth(true), truth(false))),
  );
  building.commons.push({
    name: step,
    kept: false,
    selects: [
      {
        columns: [
          named(i("pupil"), "pupil"),
          named(i("id"), "id"),
          named(evening.now, "now"),
          named(flag(holds), "starts"),
          named(flag(over), "ends"),
          named(when(holds, whole(0), whole(1)), "idle"),
        ],
        from: table(rows.step, "i"),
        joins: [withPupil, evening.join, ...joins.list()],
        where: [binary(evening.now, ">=", i("born")), ...whileItLasts(work, evening.now)],
      },
    ],
  });
  return step;
}

function addStep(work: Work, rows: Rows, step: StepOf<Called>, place: number, name: string): Rows {
  const { procedure, own, cannot } = work;
  const at = `${name}_s${place + 1}`;
  const [opened, passed] = [`s${place + 1}_opened`, `s${place + 1}_passed`];
  const due = dueStep(work, rows, step, place, at);
  const guarded = extend(work, due, at, (joins) => {
    const moment = i("due_moment");
    if (step.guard === undefined) return [named(moment, opened), named(passedAt(work, joins, step, moment), passed)];
    if (mayBeUnknown(step.guard)) cannot("query-if-not-known", "a step");
    const allowed = readCondition(step.guard, scopeAtMoment(work, joins, moment, "step"));
    const kept = when(allowed, moment, unknown("bigint"));
    const skipped = when(all(isKnown(moment), { kind: "not", part: allowed }), moment, unknown("bigint"));
    return [named(kept, opened), named(when(isKnown(skipped), skipped, passedAt(work, joins, step, kept)), passed)];
  });
  own.push({ name: step.name, opened, passed });
  void procedure;
  return { ...guarded, columns: guarded.columns.filter((each) => each !== "due_moment") };
}

/** Adds the moment at which a step is due to open, whatever its `if` says. */
function dueStep(work: Work, rows: Rows, step: StepOf<Called>, place: number, at: string): Rows {
  const { procedure, own, cannot, building } = work;
  const { trigger } = step;
  const soon = (moment: Expr): Expr =>
    when(all(binary(moment, "<=", whole(building.plan.now)), ...whileItLasts(work, moment)), moment, unknown("bigint"));
  switch (trigger.kind) {
    case "start":
      return extend(work, rows, `${at}_due`, () => [named(i("started"), "due_moment")]);
    case "on":
      if (readsSteps(trigger.moment)) cannot("query-step-order", "a moment that hangs on other steps");
      return extend(work, rows, `${at}_due`, (joins) => {
        const scope = scopeAtMoment(work, joins, i("started"), "step", i("started"));
        const moment = readMoment(trigger.moment, scope);
        const due = when(isKnown(moment), larger(moment, i("started")), unknown("bigint"));
        return [named(soon(due), "due_moment")];
      });
    case "after": {
      const before = own[trigger.step]?.passed ?? "";
      if (!own.some(({ passed }) => passed === before))
        cannot("query-step-order", "a step of its own that comes later");
      const opened = own[trigger.step]?.opened ?? "";
      return extend(work, rows, `${at}_due`, () => [
        named(soon(when(isKnown(i(opened)), i(before), unknown("bigint"))), "due_moment"),
      ]);
    }
    case "when": {
      const before = procedure.anyOrder ? undefined : own[place - 1];
      const from = before === undefined ? i("started") : larger(i("started"), i(before.passed));
      const earlier = procedure.anyOrder
        ? []
        : procedure.steps.slice(0, place).flatMap((each, index) => (each.trigger.kind === "when" ? [own[index]] : []));
      const further: NonNullable<Sought["further"]> = ({ day }) => [
        ...(before === undefined ? [] : [isKnown(i(before.passed))]),
        ...earlier.flatMap((each) =>
          each === undefined ? [] : [any(isNull(i(each.opened)), binary(dayOfMoment(i(each.opened)), "<>", day))],
        ),
      ];
      if (earlier.length > 0 && procedure.steps[place - 1]?.trigger.kind !== "when")
        cannot("query-step-order", "a step of another kind that stands between two `when` steps");
      const first = firstMoment(work, rows, `${at}_first`, { trigger, phase: "step", from, further });
      return withFound(work, rows, `${at}_due`, first, "due_moment");
    }
  }
}

function readsSteps(call: Call): boolean {
  return JSON.stringify(call).includes('"whenStep"');
}

/** When a step is done by itself: at its opening, or when its waits are over; never while somebody must do something (S24). */
function passedAt(work: Work, joins: Joins, step: StepOf<Called>, opened: Expr): Expr {
  const binding = step.ops.some((op) => op.op === "oblige" && (op.modal === "must" || op.modal === "should"));
  if (binding || step.ops.some((op) => op.op === "repeat" || op.op === "branch")) return unknown("bigint");
  return afterWaits(work, joins, step.ops, opened);
}

function afterWaits(work: Work, joins: Joins, ops: readonly OpOf<Called>[], opened: Expr): Expr {
  return ops.reduce<Expr>((since, op) => (op.op === "wait" ? waitEnd(work, joins, op, since) : since), opened);
}

/** A wait ends at the end of its last day, or on the clock (S5). */
function waitEnd(work: Work, joins: Joins, op: Extract<OpOf<Called>, { op: "wait" }>, since: Expr): Expr {
  const scope = scopeAtMoment(work, joins, since, "step", since);
  const until = countFrom(scope, since, { length: op.length, unit: op.unit, direction: "after", side: "end" });
  const end = op.unit === "minute" || op.unit === "hour" ? until : endOfSchoolDay(dayOfMoment(until), scope);
  return when(binary(end, "<=", whole(work.building.plan.now)), end, unknown("bigint"));
}

/** When it was over: with its absence, or at the first moment at which one of its ends holds. */
function addEnd(work: Work, rows: Rows, name: string): Rows {
  const { procedure } = work;
  const now = whole(work.building.plan.now);
  let ended = rows;
  const moments: string[] = [];
  procedure.ends.forEach((trigger, index) => {
    const first = firstMoment(work, ended, `${name}_end${index + 1}`, { trigger, phase: "end", from: i("started") });
    const as = `end${index + 1}`;
    ended = withFound(work, ended, `${name}_e${index + 1}`, first, as);
    moments.push(as);
  });
  return extend(work, ended, `${name}_ended`, () => {
    const over = when(binary(i("over"), "<=", now), i("over"), unknown("bigint"));
    const first = moments.reduce<Expr>((earliest, as) => sooner(earliest, i(as)), over);
    return [named(first, "ended")];
  });
}

function sooner(a: Expr, b: Expr): Expr {
  return when(isNull(a), b, when(isNull(b), a, smaller(a, b)));
}

/** What ends a procedure comes before what it opens at the same instant (S19). */
function withoutWhatCameTooLate(work: Work, rows: Rows, name: string): Rows {
  const { building, own } = work;
  const opened = new Set(own.map((each) => each.opened));
  const kept = rows.columns.filter((each) => !each.endsWith("_passed") && !/^end\d+$/.test(each));
  building.commons.push({
    name: `${name}_opened`,
    kept: true,
    selects: [
      {
        columns: kept.map((each) =>
          named(
            opened.has(each) && work.procedure.ends.length > 0
              ? when(any(isNull(i("ended")), binary(i(each), "<", i("ended"))), i(each), unknown("bigint"))
              : i(each),
            each,
          ),
        ),
        from: table(rows.step, "i"),
      },
    ],
  });
  return { step: `${name}_opened`, columns: kept };
}

// ---------------------------------------------------------------- deadlines

/** By when each obligation is due whose moment the calendar tells; none where it is not owed. */
function addDues(work: Work, rows: Rows, name: string, dues: Due[]): Rows {
  const { procedure, own } = work;
  const wanted = procedure.steps.flatMap((step, place) =>
    step.ops.flatMap((op, index) =>
      op.op === "oblige" && op.due !== undefined ? [{ step, place, op, before: step.ops.slice(0, index) }] : [],
    ),
  );
  if (wanted.length === 0) return rows;
  return extend(
    work,
    rows,
    `${name}_due`,
    (joins) =>
      wanted.flatMap(({ step, place, op, before }, index): readonly Column[] => {
        const opened = afterWaits(work, joins, before, i(own[place]?.opened ?? ""));
        const owed = op.guard === undefined ? undefined : guardOf(work, joins, op.guard, opened);
        if (owed === "refused" || op.due === undefined) return [];
        const due = dueOf(work, joins, op, opened);
        const as = `due${index + 1}`;
        const asked = op.object === undefined ? op.act : `${op.act} ${op.object}`;
        const title = `${step.title}, ${op.modal} ${asked}`;
        dues.push({ step: step.name, rule: op.rule, column: as, title, clauses: op.clauses });
        // A wait that was not over when everything was over ends in nothing.
        const inTime = before.some(({ op: kind }) => kind === "wait")
          ? any(isNull(i("ended")), binary(opened, "<", i("ended")))
          : truth(true);
        const owes = all(isKnown(opened), inTime, ...(owed === undefined ? [] : [owed]));
        return [named(when(owes, due, unknown("bigint")), as)];
      }),
    true,
  );
}

function guardOf(work: Work, joins: Joins, guard: Call, opened: Expr): Expr | "refused" {
  if (mayBeUnknown(guard)) {
    work.cannot("query-if-not-known", "a sentence");
    return "refused";
  }
  return readCondition(guard, scopeAtMoment(work, joins, opened, "step"));
}

/** A deadline that passed before the opening is the end of the opening's day; parents alone know beforehand (S30). */
function dueOf(work: Work, joins: Joins, op: Extract<OpOf<Called>, { op: "oblige" }>, opened: Expr): Expr {
  const { building, procedure } = work;
  const now = whole(building.plan.now);
  const scope = scopeAtMoment(work, joins, now, "step", opened);
  const due = op.due === undefined ? unknown("bigint") : readMoment(op.due, scope);
  const openedOn = dayOfMoment(opened);
  const end = endOfSchoolDay(openedOn, scope);
  const last = binary(startOf(openedOn), "+", whole(DAY_SECONDS - 1));
  const knew = all(
    ...(op.actors.members.every(({ role }) => isParents(role)) ? [] : [whollyFalse]),
    ...(procedure.anchor.kind === "absence" || procedure.anchor.kind === "session" ? [inTheMorning] : []),
    binary(dayOfMoment(due), "=", openedOn),
  );
  const moved = when(binary(end, ">=", opened), end, last);
  return when(any(binary(due, ">=", opened), knew), due, when(isNull(due), unknown("bigint"), moved));
}

const whollyFalse: Expr = { kind: "truth", value: false };

const inTheMorning = binary(
  binary(i("id"), "-", binary(binary(i("id"), "div", whole(2)), "*", whole(2))),
  "=",
  whole(0),
);
