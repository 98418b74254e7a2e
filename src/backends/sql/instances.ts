// The things that procedures live on, as rows: a pupil's time at school, each period, each school day, each absence, each marked
// session (S22). When one begins is told here; what follows from it is not.

import { periodKey } from "../../school/periods.ts";
import type { ProcedureOf } from "../../runtime/program.ts";
import type { Called } from "../../ir/ir.ts";
import type { Building } from "./building.ts";
import { DAYS } from "./day-table.ts";
import type { Relation } from "./day-table.ts";
import { timeOf } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { absenceStep, sessionRows } from "./absences.ts";
import { DAY_SECONDS, startOf } from "./scope.ts";
import { all, binary, column, larger, named, smaller, table, text, unknown, when, whole } from "./sql.ts";
import type { Column, Expr, Join, Select } from "./sql.ts";

type Anchor = ProcedureOf<Called>["anchor"];

export const PERIODS = "rollcall_periods";

/** The columns of every instance. */
export const INSTANCE = ["pupil", "id", "key", "begun", "born", "closes", "over"] as const;

const day = (name: string): Expr => column("d", name);
const pupil = (name: string): Expr => column("q", name);

/** The rows of a procedure's instances; undefined where SQL has none for what it lives on. */
export function instanceRows(building: Building, anchor: Anchor): Select | undefined {
  switch (anchor.kind) {
    case "pupil":
      return {
        ...onFirstDay(building, { id: whole(0), key: text(""), begun: firstInstant(building) }),
        where: [withinRoll],
      };
    case "period":
      return anchor.unit === "day" ? eachDay(building) : eachPeriod(building, anchor.unit);
    case "absence":
      return eachAbsence(building, anchor.set);
    case "session":
      return eachSession(building, anchor.set);
    case "act":
    case "parent":
    case "school":
    case "class":
      return undefined;
  }
}

/** The first moment of a school day at which something is looked at. */
function firstInstant({ plan }: Building): Expr {
  const start = startOf(day("day"));
  const closes = when(
    binary(day("am"), "=", whole(1)),
    binary(start, "+", timeOf(plan, "q", "amCloses")),
    binary(start, "+", timeOf(plan, "q", "pmCloses")),
  );
  return when(binary(day("morning"), "=", whole(1)), start, closes);
}

const withinRoll = binary(column("q", "first_ix"), "<=", column("q", "last_ix"));

interface Told {
  readonly id: Expr;
  readonly key: Expr;
  readonly begun: Expr;
  readonly born?: Expr;
  readonly closes?: Expr;
  readonly over?: Expr;
}

function columnsOf({ id, key, begun, born, closes, over }: Told): readonly Column[] {
  return [
    named(pupil("pupil"), "pupil"),
    named(id, "id"),
    named(key, "key"),
    named(begun, "begun"),
    named(born ?? begun, "born"),
    named(closes ?? unknown("bigint"), "closes"),
    named(over ?? unknown("bigint"), "over"),
  ];
}

const daysOn = (on: Expr): Join => ({ how: "inner", source: table(DAYS, "d"), on });

function onFirstDay(building: Building, told: Told): Select {
  void building;
  return {
    columns: columnsOf(told),
    from: table("roll", "q"),
    joins: [daysOn(binary(day("ix"), "=", pupil("first_ix")))],
  };
}

function eachPeriod(building: Building, unit: string): Select {
  const period = (name: string): Expr => column("t", name);
  const first = larger(pupil("first_ix"), period("first_ix"));
  const last = smaller(pupil("last_ix"), period("last_ix"));
  return {
    columns: columnsOf({
      id: period("id"),
      key: period("key"),
      begun: period("begun"),
      born: firstInstant(building),
      closes: period("closes"),
    }),
    from: table("roll", "q"),
    joins: [
      {
        how: "inner",
        source: table(PERIODS, "t"),
        on: all(binary(period("unit"), "=", text(unit)), binary(first, "<=", last)),
      },
      daysOn(binary(day("ix"), "=", first)),
    ],
  };
}

const onDays = all(binary(day("ix"), ">=", pupil("first_ix")), binary(day("ix"), "<=", pupil("last_ix")));

function eachDay(building: Building): Select {
  const start = startOf(day("day"));
  return {
    columns: columnsOf({
      id: day("day"),
      key: day("date"),
      begun: firstInstant(building),
      closes: binary(start, "+", whole(DAY_SECONDS - 1)),
    }),
    from: table("roll", "q"),
    joins: [daysOn(onDays)],
  };
}

/** The day and the closing register of a session that stands as one number. */
function closing({ plan }: Building, session: Expr): { readonly half: Expr; readonly closes: Expr } {
  const half = binary(session, "-", binary(binary(session, "div", whole(2)), "*", whole(2)));
  const seconds = when(binary(half, "=", whole(1)), timeOf(plan, "q", "pmCloses"), timeOf(plan, "q", "amCloses"));
  return { half, closes: binary(startOf(binary(session, "div", whole(2))), "+", seconds) };
}

function sessionKey(half: Expr): Expr {
  return { kind: "joined", parts: [day("date"), when(binary(half, "=", whole(1)), text(" PM"), text(" AM"))] };
}

function eachAbsence(building: Building, set: number): Select {
  const absence = (name: string): Expr => column("a", name);
  const { half, closes } = closing(building, absence("session"));
  // What another school marks after a pupil has left is no instant of theirs.
  const endsOnRoll = binary(binary(absence("ended_by"), "div", whole(2)), "<=", pupil("last_day"));
  const over = when(endsOnRoll, closing(building, absence("ended_by")).closes, unknown("bigint"));
  return {
    columns: columnsOf({ id: absence("session"), key: sessionKey(half), begun: closes, over }),
    from: table(absenceStep(building, set), "a"),
    joins: [
      { how: "inner", source: table("roll", "q"), on: binary(pupil("pupil"), "=", absence("pupil")) },
      daysOn(all(binary(day("day"), "=", binary(absence("session"), "div", whole(2))), onDays)),
    ],
  };
}

function eachSession(building: Building, set: number): Select {
  const mark = (name: string): Expr => column("m", name);
  const session = binary(binary(mark("day"), "*", whole(2)), "+", mark("afternoon"));
  const { closes } = closing(building, session);
  return {
    columns: columnsOf({ id: session, key: sessionKey(mark("afternoon")), begun: closes }),
    from: { kind: "query", query: sessionRows(building, set), as: "m" },
    joins: [
      { how: "inner", source: table("roll", "q"), on: binary(pupil("pupil"), "=", mark("pupil")) },
      daysOn(all(binary(day("day"), "=", mark("day")), onDays)),
    ],
  };
}

/** The periods of the calendar that have a school day, by unit, numbered in order. */
export function periodRelation({ calendar, asOf }: Plan, units: readonly string[]): Relation {
  const rows: (string | number)[][] = [];
  for (const unit of units) {
    const periods = periodsOf(calendar, unit as PlannedUnit);
    periods.forEach((span, id) => {
      const first = calendar.schoolDayIndex(span.from - 1) + 1;
      const last = calendar.schoolDayIndex(Math.min(span.to, asOf));
      if (first > last) return;
      const begun = Math.max(span.from, calendar.firstDay) * DAY_SECONDS;
      rows.push([
        unit,
        id,
        periodKey(calendar, unit as PlannedUnit, span),
        first,
        last,
        begun,
        (span.to + 1) * DAY_SECONDS - 1,
      ]);
    });
  }
  return {
    name: PERIODS,
    columns: [
      { name: "unit", type: "text" },
      { name: "id", type: "integer" },
      { name: "key", type: "text" },
      { name: "first_ix", type: "integer" },
      { name: "last_ix", type: "integer" },
      { name: "begun", type: "bigint" },
      { name: "closes", type: "bigint" },
    ],
    rows,
  };
}

type PlannedUnit = "week" | "half-term" | "term" | "school-year";

/** Every period of a unit in order; of weeks those that the planned years reach. */
export function periodsOf(calendar: Plan["calendar"], unit: PlannedUnit) {
  if (unit !== "week") return calendar.periodsOf(unit);
  const weeks = [...calendar.schoolWeekMonday].map((monday) =>
    calendar.period("week", Math.max(monday, calendar.firstDay)),
  );
  return weeks.flatMap((week) => week ?? []);
}
