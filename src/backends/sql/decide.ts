// A policy on a calendar as of the end of a day → one query with a row for each pupil: statuses, bands, measures, and when each step
// of the newest procedures opened. What a query cannot say is left out and named; nothing is approximated.

import type { Beyond } from "../../ir/register-part.ts";
import type { Ir } from "../../ir/ir.ts";
import type { Calendar } from "../../school/calendar.ts";
import { formatDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { refuseDay } from "../../school/record-faults.ts";
import { wordList } from "../../support/word-list.ts";
import { makeBuilding } from "./building.ts";
import type { Building, Inputs } from "./building.ts";
import { readCondition } from "./conditions.ts";
import type { Relation } from "./day-table.ts";
import { dialectNames, dialects } from "./dialect.ts";
import type { DialectName } from "./dialect.ts";
import { readFigure } from "./figures.ts";
import type { Cannot, Hindrance } from "./hindrance.ts";
import { makeJoins } from "./joins.ts";
import { makeNames } from "./names.ts";
import type { Names } from "./names.ts";
import { underOwnNames } from "./own-names.ts";
import { makePlan } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { printQuery, stepStatements } from "./print-sql.ts";
import { compileProcedures } from "./procedures.ts";
import type { Told } from "./procedures.ts";
import { registerSteps } from "./register-steps.ts";
import { lastRow } from "./row-scopes.ts";
import type { Place } from "./row-scopes.ts";
import type { Scope } from "./scope.ts";
import { binary, column, isNull, named, table, text, unknown, when } from "./sql.ts";
import type { Column, Common, Expr, Join, Select } from "./sql.ts";
import { remarkOf } from "./remark.ts";
import { sayReason } from "./say-reason.ts";

export interface SqlRequest {
  /** What the register decides of a policy. */
  readonly part: Ir;
  /** The whole policy and what of it is beyond the register: conditions of it that come out known all the same are told. */
  readonly whole?: { readonly ir: Ir; readonly beyond: readonly Beyond[] };
  readonly calendar: Calendar;
  readonly asOf: Day;
  readonly dialect: DialectName;
  readonly inputs?: Inputs;
}

/** A column of the answer: what of the policy it tells. */
export interface Answer {
  readonly column: string;
  /** What it tells in the policy's own words, and the clauses that lay it down. */
  readonly title: string;
  readonly clauses: readonly string[];
  readonly tells:
    | { readonly kind: "pupil" }
    | { readonly kind: "status"; readonly name: string }
    | { readonly kind: "needs"; readonly name: string }
    | { readonly kind: "band"; readonly name: string }
    | { readonly kind: "measure"; readonly name: string; readonly part: "n" | "d" }
    | { readonly kind: "started" | "ended"; readonly procedure: string }
    | { readonly kind: "opened"; readonly procedure: string; readonly step: string }
    | { readonly kind: "due"; readonly procedure: string; readonly step: string; readonly rule: string };
}

/** Something that the query leaves out, and why SQL cannot say it: `leftOut` says it in full and at its place. */
export interface Refused extends Hindrance {
  readonly rule: string;
  readonly what: "status" | "band" | "measure" | "procedure" | "group";
}

export interface Sql {
  /** Statements to run before the queries, where the dialect wants the steps apart; else there are none. */
  readonly before: readonly string[];
  /** One row for each pupil, by name. */
  readonly query: string;
  /** One row for each instance of a procedure and what opened in it, in order. */
  readonly instances: string;
  readonly answers: readonly Answer[];
  /** The relations that the query reads besides the facts. */
  readonly relations: readonly Relation[];
  /** What the query says: a policy of its own, which the interpreter gives the same answers for. */
  readonly said: Ir;
  readonly refused: readonly Refused[];
}

/** Throws {@link RangeError} as of a day that the calendar does not plan, for of such a day nothing is known, and for a dialect that is none. */
export function sqlFor(request: SqlRequest): Sql {
  const { calendar, asOf, dialect, inputs = { settings: false } } = request;
  refuseDay(asOf, "asOf.");
  if (!dialectNames.includes(dialect))
    throw new RangeError(`there is no dialect ${dialect}: it can be ${wordList(dialectNames, "or")}`);
  if (!calendar.covers(asOf)) throw new RangeError(outside(calendar, asOf));
  const hindered = clockHindrance(makePlan(request.part, calendar, asOf), inputs);
  const part = hindered === undefined ? request.part : withNothing(request.part);
  const refused: Refused[] = hindered === undefined ? [] : allRefused(request.part, hindered);
  const plan = makePlan(part, calendar, asOf);
  const building = makeBuilding(plan, inputs);
  const names = makeNames(dialects[dialect].longestName);
  const told = compileProcedures(building, dialects[dialect], names, refused);
  const decided = decide({ ...request, part }, building, names, told, refused);
  // What the clock hangs on has been looked at already.
  const steps = registerSteps(building, () => {});
  const commons: readonly Common[] = [...steps.before, ...building.commons, focus(told), ...steps.tally];
  const decision: Select = {
    columns: decided.columns.map(({ column: each }) => each),
    from: table("focus", "at"),
    joins: [
      ...(steps.tally.length === 0
        ? []
        : [{ how: "left" as const, source: table("tally", "tally"), on: samePupil("tally", "at") }]),
      ...decided.joins,
    ],
    orderBy: [column("at", "pupil")],
  };
  const spoken = dialects[dialect];
  const own = spoken.apart ? underOwnNames(commons) : undefined;
  const print = (select: Select, needed: readonly Common[]): string =>
    printQuery(
      own === undefined ? { commons: needed, body: select } : { commons: [], body: own.reading(select) },
      spoken,
    );
  return {
    before: own === undefined ? [] : stepStatements(own.steps, spoken),
    query: print(decision, commons),
    instances: print(told.instances, [...steps.before, ...building.commons]),
    answers: decided.columns.map(({ answer }) => answer),
    relations: told.relations(),
    said: withoutRefused(part, refused),
    refused,
  };
}

function outside({ name, firstDay, lastDay }: Calendar, asOf: Day): string {
  const planned = firstDay > lastDay ? "plans no day" : `plans ${formatDay(firstDay)} to ${formatDay(lastDay)}`;
  return `there is no query as of ${formatDay(asOf)}: the calendar "${name}" ${planned}`;
}

// ---------------------------------------------------------------- where the clock of a group is not known

/** A group that keeps a register of its own, and that SQL cannot tell. */
function clockHindrance(plan: Plan, inputs: Inputs): Refused | undefined {
  for (const group of plan.groups) {
    const found: Refused[] = [];
    const alone = { ...plan, groups: [group] };
    registerSteps(makeBuilding(alone, inputs), (code, why) => found.push({ rule: group, what: "group", code, why }));
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

/** Nobody's day would be known, so that nothing is said. */
function allRefused({ statuses, bands, measures, procedures }: Ir, clock: Refused): Refused[] {
  const all = (rules: readonly { readonly rule: string }[], what: Refused["what"]): readonly Refused[] =>
    rules.map(({ rule }) => ({ ...clock, rule, what }));
  return [
    clock,
    ...all(statuses, "status"),
    ...all(bands, "band"),
    ...all(measures, "measure"),
    ...all(procedures, "procedure"),
  ];
}

function withNothing(part: Ir): Ir {
  return { ...part, statuses: [], bands: [], measures: [], procedures: [] };
}

// ---------------------------------------------------------------- the row of a pupil

const samePupil = (one: string, other: string): Expr => binary(column(one, "pupil"), "=", column(other, "pupil"));

/** One row a pupil: who they are, and the newest instance of each procedure. */
function focus(told: Told): Common {
  const roll = ["pupil", "name", "year", "born", ...told.clock];
  return {
    name: "focus",
    kept: true,
    selects: [
      {
        columns: [
          ...roll.map((name) => named(column("q", name), name)),
          ...told.newest.flatMap(({ as, columns }) => columns.map((each) => named(column(as, each.from), each.as))),
        ],
        from: table("roll", "q"),
        joins: told.newest.map(({ step, as }): Join => ({
          how: "left",
          source: table(step, as),
          on: samePupil(as, "q"),
        })),
      },
    ],
  };
}

type Add = (name: string, expr: Expr, tells: Answer["tells"], said: Pick<Answer, "title" | "clauses">) => void;

interface Decided {
  readonly columns: readonly { readonly column: Column; readonly answer: Answer }[];
  readonly joins: readonly Join[];
}

function decide(
  { part, whole }: SqlRequest,
  building: Building,
  names: Names,
  told: Told,
  refused: Refused[],
): Decided {
  const joins = makeJoins(building);
  const columns: { column: Column; answer: Answer }[] = [];
  const add: Add = (name, expr, tells, { title, clauses }) => {
    const as = names.columnFor(name);
    columns.push(columnOf(expr, { column: as, title, clauses, tells }));
  };
  const complaints: Hindrance[] = [];
  const complain: Cannot = (code, why) => complaints.push({ code, why });
  const place: Place = {
    building,
    joins,
    pupil: "at",
    stepOpened: (procedure, step) => told.openedByNow(procedure, step, complain),
    cannot: complain,
  };
  const scope = lastRow(place, "d");
  const attempt = (rule: string, what: Refused["what"], tell: () => void): void => {
    complaints.length = 0;
    const many = columns.length;
    tell();
    if (complaints[0] === undefined) return;
    columns.length = many;
    refused.push({ rule, what, ...complaints[0] });
  };
  add("pupil", column("at", "name"), { kind: "pupil" }, { title: "The pupil", clauses: [] });
  for (const status of part.statuses)
    attempt(status.rule, "status", () =>
      add(`is ${status.name}`, readCondition(status.test, scope), { kind: "status", name: status.name }, status),
    );
  for (const { name, rule, rows, title, clauses } of part.bands)
    attempt(rule, "band", () =>
      add(
        `band ${name}`,
        rows.length === 0
          ? unknown("text")
          : {
              kind: "case",
              whens: rows.map((row) => ({ when: readCondition(row.test, scope), then: text(row.title) })),
              otherwise: unknown("text"),
            },
        { kind: "band", name },
        { title, clauses },
      ),
    );
  for (const { name, rule, read, title, clauses } of part.measures)
    attempt(rule, "measure", () => {
      const { n, d } = readFigure(read, scope);
      add(`${name} n`, n, { kind: "measure", name, part: "n" }, { title: `${title}: numerator`, clauses });
      add(`${name} d`, d, { kind: "measure", name, part: "d" }, { title: `${title}: denominator`, clauses });
    });
  if (whole !== undefined) addUndecided(whole, refused.some(({ what }) => what === "group") ? undefined : scope, add);
  for (const { answers } of told.newest)
    for (const answer of answers) columns.push(columnOf(column("at", answer.column), answer));
  return { columns, joins: joins.list() };
}

function columnOf(expr: Expr, answer: Answer): Decided["columns"][number] {
  return { column: { ...named(expr, answer.column), says: remarkOf(answer) }, answer };
}

/** Statuses that need more than the register: told where register and clock settle them all the same, else what is needed. */
function addUndecided({ ir, beyond }: NonNullable<SqlRequest["whole"]>, scope: Scope | undefined, add: Add): void {
  for (const { rule, what, why } of beyond) {
    const status = what === "status" ? ir.statuses.find((each) => each.rule === rule) : undefined;
    if (status === undefined) continue;
    const { name, title, clauses } = status;
    const holds =
      scope === undefined || why.kind === "group"
        ? unknown("boolean")
        : readCondition(status.test, { ...scope, cannot: () => {}, lenient: true });
    add(`is ${name}`, holds, { kind: "status", name }, status);
    add(
      `needs ${name}`,
      when(isNull(holds), text(sayReason(why, ir)), unknown("text")),
      { kind: "needs", name },
      { title: `${title}: what it waits for`, clauses },
    );
  }
}

function withoutRefused(part: Ir, refused: readonly Refused[]): Ir {
  const gone = (what: Refused["what"]): ReadonlySet<string> =>
    new Set(refused.filter((each) => each.what === what).map(({ rule }) => rule));
  const without = <N extends { readonly rule: string }>(list: readonly N[], what: Refused["what"]): readonly N[] =>
    list.filter(({ rule }) => !gone(what).has(rule));
  return {
    ...part,
    statuses: without(part.statuses, "status"),
    bands: without(part.bands, "band"),
    measures: without(part.measures, "measure"),
    procedures: without(part.procedures, "procedure"),
  };
}
