// Procedures → steps of a query: the instances of each as rows, then for each of its steps the first moment at which it opens, as a
// column more (S18 to S24). What cannot be followed to the very instant is refused by name.

import type { ProcedureOf } from "../../runtime/program.ts";
import type { Called } from "../../ir/ir.ts";
import type { Building } from "./building.ts";
import { openingsOf } from "./openings.ts";
import type { Openings } from "./openings.ts";
import type { Relation } from "./day-table.ts";
import type { Answer, Refused } from "./decide.ts";
import type { Dialect } from "./dialect.ts";
import type { Cannot, Hindrance } from "./hindrance.ts";
import { periodRelation, periodsOf } from "./instances.ts";
import type { Names } from "./names.ts";
import { sameForAll } from "./plan.ts";
import type { ClockTime } from "./plan.ts";
import { binary, column, isKnown, named, table, text, unknown, whole } from "./sql.ts";
import type { Common, Expr, Select } from "./sql.ts";

/** The newest instance of a procedure, a row for each pupil at most. */
export interface Newest {
  readonly procedure: string;
  readonly step: string;
  readonly as: string;
  /** Columns of the step, and their names in the answer. */
  readonly columns: readonly { readonly from: string; readonly as: string }[];
  readonly answers: readonly Answer[];
}

export interface Told {
  readonly newest: readonly Newest[];
  /** Columns of the pupils' own clock. */
  readonly clock: readonly string[];
  /** When a step of the newest instance opened, as of the last row. */
  readonly openedByNow: (procedure: string, step: string, cannot: Cannot) => Expr;
  readonly instances: Select;
  readonly relations: () => readonly Relation[];
}

const CLOCK: readonly ClockTime[] = ["amOpens", "pmOpens", "amCloses", "pmCloses", "dayEnds"];

export function compileProcedures(building: Building, dialect: Dialect, names: Names, refused: Refused[]): Told {
  const { plan } = building;
  const openings: Openings[] = [];
  const told = new Map<string, Openings>();
  plan.ir.procedures.forEach((procedure, index) => {
    const many = building.commons.length;
    const complaints: Hindrance[] = [];
    const compiled = openingsOf({
      building,
      dialect,
      procedure,
      index,
      others: told,
      cannot: (code, why) => complaints.push({ code, why }),
    });
    const hindrance = compiled === undefined ? livesElsewhere : complaints[0];
    if (compiled === undefined || hindrance !== undefined) {
      building.commons.length = many;
      refused.push({ rule: procedure.rule, what: "procedure", ...(hindrance ?? livesElsewhere) });
      return;
    }
    openings.push(compiled);
    told.set(procedure.name, compiled);
  });
  const newest = openings.map((each, index) => newestOf(building, each, index, names));
  building.commons.push(eventsStep(openings));
  return {
    newest,
    clock: CLOCK.filter((what) => sameForAll(plan, what) === undefined),
    openedByNow: (procedure, step, cannot) => {
      const one = newest.find((each) => each.procedure === procedure);
      const of = told.get(procedure)?.steps.find(({ name }) => name === step);
      if (one === undefined || of === undefined) {
        cannot("query-step-order", `the steps of \`${procedure}\``);
        return unknown("bigint");
      }
      return column("at", one.columns.find(({ from }) => from === of.column)?.as ?? of.column);
    },
    instances: allEvents(),
    relations: () => [plan.days.relation(), periodRelation(plan, unitsOf(plan.ir.procedures))],
  };
}

const livesElsewhere: Hindrance = { code: "query-beyond-register", why: "what it lives on" };

function unitsOf(procedures: readonly ProcedureOf<Called>[]): readonly string[] {
  const units = procedures.flatMap(({ anchor }) =>
    anchor.kind === "period" && anchor.unit !== "day" ? [anchor.unit] : [],
  );
  return [...new Set(units)].toSorted();
}

/** The one instance there can be, or the newest of several. */
function newestOf(building: Building, openings: Openings, index: number, names: Names): Newest {
  const { procedure, rows, steps, dues } = openings;
  const newest = `n${index + 1}`;
  const { name: procedureName } = procedure;
  const own = (from: string, name: string, answer: Omit<Answer, "column">) => {
    const as = names.columnFor(name);
    return { from, as, answer: { ...answer, column: as } };
  };
  const bound = (what: "started" | "ended") =>
    own(what, `${procedureName} ${what}`, {
      title: `${procedure.title}: ${what}`,
      clauses: procedure.clauses,
      tells: { kind: what, procedure: procedureName },
    });
  const wanted = [
    bound("started"),
    bound("ended"),
    ...steps.map(({ name, column: of, title, clauses }) =>
      own(of, `${procedureName} ${name} opened`, {
        title: `${procedure.title}: ${title} opened`,
        clauses,
        tells: { kind: "opened", procedure: procedureName, step: name },
      }),
    ),
    ...dues.map(({ step, rule, column: of, title, clauses }) =>
      own(of, `${rule.replaceAll(".", " ")} due`, {
        title: `${procedure.title}: ${title}, due`,
        clauses,
        tells: { kind: "due", procedure: procedureName, step, rule },
      }),
    ),
  ];
  return {
    procedure: procedure.name,
    step: isSingle(building, procedure)
      ? rows
      : newestStep(
          building,
          rows,
          wanted.map(({ from }) => from),
        ),
    as: newest,
    columns: wanted,
    answers: wanted.map(({ answer }) => answer),
  };
}

function isSingle({ plan }: Building, { anchor, startsAgain }: ProcedureOf<Called>): boolean {
  if (startsAgain) return false;
  if (anchor.kind === "pupil") return true;
  return anchor.kind === "period" && anchor.unit !== "day" && periodsOf(plan.calendar, anchor.unit).length === 1;
}

function newestStep(building: Building, rows: string, wanted: readonly string[]): string {
  const row = (name: string): Expr => column("i", name);
  const backwards = (name: string): Expr => binary(whole(0), "-", row(name));
  const ranked: Common = {
    name: `${rows}_ranked`,
    kept: false,
    selects: [
      {
        columns: [
          ...["pupil", ...wanted].map((name) => named(row(name), name)),
          named(
            {
              kind: "window",
              name: "row_number",
              partition: [row("pupil")],
              order: [backwards("born"), backwards("id")],
              running: false,
            },
            "rank",
          ),
        ],
        from: table(rows, "i"),
      },
    ],
  };
  const newest: Common = {
    name: `${rows}_newest`,
    kept: false,
    selects: [
      {
        columns: ["pupil", ...wanted].map((name) => named(column("r", name), name)),
        from: table(ranked.name, "r"),
        where: [binary(column("r", "rank"), "=", whole(1))],
      },
    ],
  };
  building.commons.push(ranked, newest);
  return newest.name;
}

// ---------------------------------------------------------------- every instance, event by event

const EVENTS = "events";

function eventsStep(openings: readonly Openings[]): Common {
  const selects = openings.flatMap(({ procedure, rows, steps, dues }) => {
    const row = (name: string): Expr => column("i", name);
    const select = (what: string, step: Expr, rule: Expr, moment: Expr): Select => ({
      columns: [
        named(row("pupil"), "pupil"),
        named(text(procedure.name), "procedure"),
        named(row("key"), "key"),
        named(row("born"), "born"),
        named(text(what), "what"),
        named(step, "step"),
        named(rule, "rule"),
        named(moment, "moment"),
      ],
      from: table(rows, "i"),
      where: [isKnown(moment)],
    });
    const none = unknown("text");
    return [
      select("begun", none, none, row("begun")),
      select("started", none, none, row("started")),
      select("ended", none, none, row("ended")),
      ...steps.map(({ name, column: of }) => select("opened", text(name), none, row(of))),
      ...dues.map(({ step, rule, column: of }) => select("due", text(step), text(rule), row(of))),
    ];
  });
  return { name: EVENTS, kept: false, selects: selects.length === 0 ? [noEvents()] : selects };
}

function noEvents(): Select {
  const none = ["pupil", "procedure", "key"].map((name) =>
    named(name === "pupil" ? column("q", "pupil") : text(""), name),
  );
  return {
    columns: [
      ...none,
      named(unknown("bigint"), "born"),
      ...["what", "step", "rule"].map((name) => named(unknown("text"), name)),
      named(unknown("bigint"), "moment"),
    ],
    from: table("roll", "q"),
    where: [binary(whole(0), "=", whole(1))],
  };
}

function allEvents(): Select {
  const event = (name: string): Expr => column("e", name);
  return {
    columns: [
      named(column("q", "name"), "pupil"),
      ...["procedure", "key", "born", "what", "step", "rule", "moment"].map((name) => named(event(name), name)),
    ],
    from: table(EVENTS, "e"),
    joins: [{ how: "inner", source: table("roll", "q"), on: binary(column("q", "pupil"), "=", event("pupil")) }],
    orderBy: [event("pupil"), event("born"), event("procedure"), event("key"), event("moment")],
  };
}
