// A policy on a calendar as of the end of a day → one query with a row for each pupil: statuses, bands, measures, and when each step
// of the newest procedures opened. What a query cannot say is left out and named; nothing is approximated.

import type { Beyond } from "../../ir/register-part.ts";
import type { Ir } from "../../ir/ir.ts";
import type { Calendar } from "../../school/calendar.ts";
import type { Day } from "../../school/day.ts";
import { makeBuilding } from "./building.ts";
import type { Building, Inputs } from "./building.ts";
import { readCondition } from "./conditions.ts";
import type { Relation } from "./day-table.ts";
import { dialects } from "./dialect.ts";
import type { DialectName } from "./dialect.ts";
import { readFigure } from "./figures.ts";
import { makeJoins } from "./joins.ts";
import { makeNames } from "./names.ts";
import type { Names } from "./names.ts";
import { makePlan } from "./plan.ts";
import { printQuery, stepStatements } from "./print-sql.ts";
import { compileProcedures } from "./procedures.ts";
import type { Told } from "./procedures.ts";
import { registerSteps } from "./register-steps.ts";
import { lastRow } from "./row-scopes.ts";
import type { Place } from "./row-scopes.ts";
import type { Scope } from "./scope.ts";
import { binary, column, isNull, named, table, text, unknown, when } from "./sql.ts";
import type { Column, Common, Expr, Join, Select } from "./sql.ts";
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

/** Something that the query leaves out, and why SQL cannot say it. */
export interface Refused {
  readonly rule: string;
  readonly what: "status" | "band" | "measure" | "procedure" | "group";
  readonly why: string;
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

export function sqlFor(request: SqlRequest): Sql {
  const { part, calendar, asOf, dialect, inputs = { settings: false } } = request;
  const plan = makePlan(part, calendar, asOf);
  const building = makeBuilding(plan, inputs);
  const refused: Refused[] = [];
  const names = makeNames(dialects[dialect].longestName);
  const told = compileProcedures(building, dialects[dialect], names, refused);
  const decided = decide(request, building, names, told, refused);
  const groups: string[] = [];
  const steps = registerSteps(building, (why) => groups.push(why));
  if (groups[0] !== undefined) refused.push({ rule: plan.groups[0] ?? part.name, what: "group", why: groups[0] });
  const commons: readonly Common[] = [
    ...steps.before,
    ...building.commons,
    focus(told),
    ...(steps.tally === undefined ? [] : [steps.tally]),
  ];
  const decision: Select = {
    columns: decided.columns.map(({ column: each }) => each),
    from: table("focus", "at"),
    joins: [
      ...(steps.tally === undefined
        ? []
        : [{ how: "left" as const, source: table("tally", "tally"), on: samePupil("tally", "at") }]),
      ...decided.joins,
    ],
    orderBy: [column("at", "pupil")],
  };
  const spoken = dialects[dialect];
  const print = (select: Select, needed: readonly Common[]): string =>
    printQuery({ commons: spoken.apart ? [] : needed, body: select }, spoken);
  return {
    before: spoken.apart ? stepStatements(commons, spoken) : [],
    query: print(decision, commons),
    instances: print(told.instances, [...steps.before, ...building.commons]),
    answers: decided.columns.map(({ answer }) => answer),
    relations: told.relations(),
    said: withoutRefused(part, refused),
    refused,
  };
}

const samePupil = (one: string, other: string): Expr => binary(column(one, "pupil"), "=", column(other, "pupil"));

/** One row a pupil: who they are, and the newest instance of each procedure. */
function focus(told: Told): Common {
  const roll = ["pupil", "year", "born", ...told.clock];
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
  const add = (name: string, expr: Expr, tells: Answer["tells"]): void => {
    const as = names.columnFor(name);
    columns.push({ column: named(expr, as), answer: { column: as, tells } });
  };
  const complaints: string[] = [];
  const place: Place = {
    building,
    joins,
    pupil: "at",
    stepOpened: (procedure, step) => told.openedByNow(procedure, step, (why) => complaints.push(why)),
    cannot: (why) => complaints.push(why),
  };
  const scope = lastRow(place, "d");
  const attempt = (rule: string, what: Refused["what"], tell: () => void): void => {
    complaints.length = 0;
    const many = columns.length;
    tell();
    if (complaints[0] === undefined) return;
    columns.length = many;
    refused.push({ rule, what, why: complaints[0] });
  };
  add("pupil", column("at", "pupil"), { kind: "pupil" });
  for (const { name, rule, test } of part.statuses)
    attempt(rule, "status", () => add(`is ${name}`, readCondition(test, scope), { kind: "status", name }));
  for (const { name, rule, rows } of part.bands)
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
      ),
    );
  for (const { name, rule, read } of part.measures)
    attempt(rule, "measure", () => {
      const { n, d } = readFigure(read, scope);
      add(`${name} n`, n, { kind: "measure", name, part: "n" });
      add(`${name} d`, d, { kind: "measure", name, part: "d" });
    });
  if (whole !== undefined) addUndecided(whole, scope, add);
  for (const { tells } of told.newest)
    for (const { column: each, tells: what } of tells)
      columns.push({ column: named(column("at", each), each), answer: { column: each, tells: what } });
  return { columns, joins: joins.list() };
}

/** Statuses that need more than the register: told where the register settles them all the same, else what is needed. */
function addUndecided(
  { ir, beyond }: NonNullable<SqlRequest["whole"]>,
  scope: Scope,
  add: (name: string, expr: Expr, tells: Answer["tells"]) => void,
): void {
  for (const { rule, what, why } of beyond) {
    const status = what === "status" ? ir.statuses.find((each) => each.rule === rule) : undefined;
    if (status === undefined) continue;
    const { name } = status;
    const holds = readCondition(status.test, { ...scope, cannot: () => {}, lenient: true });
    add(`is ${name}`, holds, { kind: "status", name });
    add(`needs ${name}`, when(isNull(holds), text(sayReason(why, ir)), unknown("text")), { kind: "needs", name });
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
