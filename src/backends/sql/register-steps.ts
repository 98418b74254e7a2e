// The steps of a query that read the facts: marks counted by day, one row a pupil, one row for each pupil and school day with sums
// along the year, and what else was asked for. What is counted, and for whom, others decide.

import { MISSING } from "../../runtime/world.ts";
import type { Building, Countable } from "./building.ts";
import { hasVersion } from "./code-sets.ts";
import { readCondition } from "./conditions.ts";
import { countedParts } from "./counted-parts.ts";
import { DAYS } from "./day-table.ts";
import { breaksRun } from "./day-run.ts";
import type { Cannot } from "./hindrance.ts";
import { makeJoins } from "./joins.ts";
import { NUMBERED, numberedSteps, numberOf, SPANS } from "./numbered.ts";
import { sameForAll, timeByGroups, timeOf } from "./plan.ts";
import type { ClockTime, Plan } from "./plan.ts";
import { lastRow } from "./row-scopes.ts";
import { startOf } from "./scope.ts";
import {
  aggregate,
  all,
  any,
  binary,
  cast,
  column,
  isKnown,
  isNull,
  larger,
  named,
  oneOf,
  orElse,
  smaller,
  table,
  text,
  truth,
  unknown,
  when,
  whole,
} from "./sql.ts";
import type { Column, Common, Expr, Join, Select } from "./sql.ts";

/** The facts: marks, pupils, their time on roll and their flags. Days are whole numbers since 1970-01-01. */
export const INPUTS = {
  register: "register",
  pupils: "pupils",
  rolls: "rolls",
  flags: "flags",
} as const;

/** Later than any day. */
const NEVER = 2_000_000_000;

const CLOCK: readonly ClockTime[] = ["amOpens", "pmOpens", "amCloses", "pmCloses", "dayEnds"];

/** The time on roll that a mark lies in, if any. */
const rollJoin: Join = {
  how: "left",
  source: table(SPANS, "o"),
  on: all(
    binary(column("o", "pupil"), "=", column("n", "pupil")),
    binary(column("r", "day"), ">=", column("o", "first_day")),
    binary(column("r", "day"), "<=", orElse(column("o", "last_day"), whole(NEVER))),
  ),
};

/** Joins that give each mark the number of its pupil, its day of the calendar and the time on roll that it lies in; marks of no session fall away. */
function markJoins({ plan }: Building): readonly Join[] {
  const mark = (name: string): Expr => column("r", name);
  const on = (half: string, has: string): Expr =>
    all(binary(mark("half"), "=", text(half)), binary(column("d", has), "=", whole(1)));
  return [
    numberOf(mark("pupil")),
    {
      how: "inner",
      source: table(DAYS, "d"),
      on: all(
        binary(column("d", "day"), "=", mark("day")),
        binary(column("d", "day"), "<=", whole(plan.asOf)),
        any(on("AM", "am"), on("PM", "pm")),
      ),
    },
    rollJoin,
  ];
}

const onRoll = isKnown(column("o", "pupil"));

function isCounted({ inputs }: Building): Expr {
  return inputs.settings ? any(onRoll, isKnown(column("r", "setting"))) : onRoll;
}

const codeOfMark = { code: column("r", "code"), day: column("r", "day") };

/** A mark whose code belongs to one of the sets as it stands on its day. */
export function belongs({ plan }: Building, sets: readonly number[]): Expr {
  const reach = { from: plan.calendar.firstDay, to: plan.asOf };
  const wanted = (version: number): boolean => sets.some((set) => plan.world.members[set]?.[version] === 1);
  return hasVersion(plan.ir.codes, reach, wanted, codeOfMark);
}

const isKnownCode = ({ plan }: Building): Expr =>
  hasVersion(plan.ir.codes, { from: plan.calendar.firstDay, to: plan.asOf }, () => true, codeOfMark);

/** One row for each mark that counts and whose code version is wanted, with its pupil, day and half. */
export function markRows(building: Building, columns: readonly Column[], wanted: (version: number) => boolean): Select {
  const { plan } = building;
  const reach = { from: plan.calendar.firstDay, to: plan.asOf };
  return {
    columns: [
      named(column("n", "pupil"), "pupil"),
      named(column("d", "day"), "day"),
      named(when(isAfternoon, whole(1), whole(0)), "afternoon"),
      ...columns,
    ],
    from: table(INPUTS.register, "r"),
    joins: markJoins(building),
    where: [isCounted(building), hasVersion(plan.ir.codes, reach, wanted, codeOfMark)],
  };
}

const countWhere = (condition: Expr): Expr => cast(aggregate("count", when(condition, whole(1))), "integer");

/** Of one or more. */
const sumOf = (parts: readonly Expr[]): Expr => parts.reduce((sum, part) => binary(sum, "+", part));

function takesMissing({ plan }: Building, { sets }: Countable): boolean {
  return sets.some((set) => plan.world.members[set]?.[MISSING] === 1);
}

function anyMissing(building: Building): boolean {
  return [...building.counted.values()].some((each) => takesMissing(building, each));
}

const isAfternoon = binary(column("r", "half"), "=", text("PM"));

/** Every school day has a morning and an afternoon, so that a mark has a session if it has a school day. */
function hasWholeDays({ plan }: Building): boolean {
  const { sessionDay, schoolDays } = plan.calendar;
  return sessionDay.length === 2 * schoolDays.length;
}

/** Marks counted by pupil and day, one column a set. */
function daily(building: Building): readonly Common[] {
  return building.inputs.settings || !hasWholeDays(building) || anyMissing(building)
    ? [dailyByMark(building)]
    : dailyByDay(building);
}

/** Where a day is on roll or not as a whole, marks are counted first, and days looked up after: half as many look-ups. */
function dailyByDay(building: Building): readonly Common[] {
  const mark = (name: string): Expr => column("r", name);
  const parts = countedParts(building);
  const counted = [...building.counted.values()].filter(({ name }) => parts.get(name)?.[0] === name);
  const told = [...building.counted.values()].flatMap(({ name, afternoon }): readonly Column[] => {
    const made = parts.get(name) ?? [name];
    return [
      named(sumOf(made.map(mark)), name),
      ...(afternoon ? [named(sumOf(made.map((part) => mark(`${part}_pm`))), `${name}_pm`)] : []),
    ];
  });
  const counts: Common = {
    name: "marks_by_day",
    kept: false,
    selects: [
      {
        columns: [
          named(mark("pupil"), "pupil"),
          named(mark("day"), "day"),
          ...counted.flatMap((each): readonly Column[] => {
            const belonging = belongs(building, each.sets);
            return [
              named(countWhere(belonging), each.name),
              ...(each.afternoon ? [named(countWhere(all(belonging, isAfternoon)), `${each.name}_pm`)] : []),
            ];
          }),
        ],
        from: table(INPUTS.register, "r"),
        where: [oneOf(mark("half"), ["AM", "PM"]), binary(mark("day"), "<=", whole(building.plan.asOf))],
        groupBy: [mark("pupil"), mark("day")],
      },
    ],
  };
  const days: Common = {
    name: "daily",
    kept: true,
    selects: [
      {
        columns: [
          named(column("n", "pupil"), "pupil"),
          named(mark("day"), "day"),
          named(column("d", "ix"), "ix"),
          ...told.map(({ expr, as }) => named(when(onRoll, expr, whole(0)), as)),
        ],
        from: table(counts.name, "r"),
        joins: [
          numberOf(mark("pupil")),
          {
            how: "inner",
            source: table(DAYS, "d"),
            on: all(binary(column("d", "day"), "=", mark("day")), isKnown(column("d", "ix"))),
          },
          rollJoin,
        ],
      },
    ],
  };
  return [counts, days];
}

function dailyByMark(building: Building): Common {
  const parts = countedParts(building);
  const counted = [...building.counted.values()].flatMap((each): readonly Column[] => {
    // Asked for twice, an engine counts it once.
    const made = (parts.get(each.name) ?? []).map((part) => building.counted.get(part)?.sets ?? []);
    const belonging = made.map((sets) => all(isCounted(building), belongs(building, sets)));
    return [
      named(sumOf(belonging.map(countWhere)), each.name),
      ...(each.afternoon
        ? [named(sumOf(belonging.map((part) => countWhere(all(part, isAfternoon)))), `${each.name}_pm`)]
        : []),
    ];
  });
  const known = all(onRoll, isKnownCode(building));
  const marked = anyMissing(building)
    ? [named(countWhere(known), "marked"), named(countWhere(all(known, isAfternoon)), "marked_pm")]
    : [];
  return {
    name: "daily",
    kept: true,
    selects: [
      {
        columns: [
          named(column("n", "pupil"), "pupil"),
          named(column("d", "day"), "day"),
          named(column("d", "ix"), "ix"),
          ...counted,
          ...marked,
        ],
        from: table(INPUTS.register, "r"),
        joins: markJoins(building),
        groupBy: [column("n", "pupil"), column("d", "day"), column("d", "ix")],
      },
    ],
  };
}

/** One row a pupil: since when something is known, until when they are on roll, and the clock they keep. */
function roll(building: Building, cannot: Cannot): readonly Common[] {
  const { plan } = building;
  const { calendar } = plan;
  const joins = makeJoins(building);
  const joined = column("o", "first_day");
  const firstMark = column("m", "day");
  const yearOfMark = joins.dayFigure(firstMark, {
    key: "beginning of the school year, or the day itself",
    of: (day) => calendar.period("school-year", day)?.from ?? day,
  });
  const knownFrom = when(any(isNull(firstMark), isNull(joined)), joined, larger(joined, yearOfMark));
  const lastDay = smaller(column("o", "last_day"), whole(plan.asOf));
  const next = { key: "number of the next school day", of: (day: number) => calendar.schoolDayIndex(day - 1) + 1 };
  const place = (day: Expr, figure: { key: string; of: (day: number) => number }, early: number): Expr =>
    when(binary(day, "<", whole(calendar.firstDay)), whole(early), joins.dayFigure(day, figure));
  const latest = { key: "number of the latest school day", of: (day: number) => calendar.schoolDayIndex(day) };
  const scope = lastRow({ building, joins, pupil: "p", stepOpened: () => unknown("bigint"), cannot }, "d");
  const isIn = (group: string): Expr => {
    const test = plan.ir.groups.get(group);
    const condition =
      test === undefined ? truth(false) : readCondition(test, { ...scope, sessions: refusedCount(cannot) });
    return when(condition, truth(true), truth(false));
  };
  const clock = CLOCK.filter((what) => sameForAll(plan, what) === undefined).map((what) =>
    named(timeByGroups(plan, what, isIn), what),
  );
  const spans: Select = {
    columns: [
      named(column("s", "pupil"), "pupil"),
      named(aggregate("min", column("s", "first_day")), "first_day"),
      named(aggregate("max", orElse(column("s", "last_day"), whole(NEVER))), "last_day"),
    ],
    from: table(SPANS, "s"),
    groupBy: [column("s", "pupil")],
  };
  const marks: Select = {
    columns: [named(column("y", "pupil"), "pupil"), named(aggregate("min", column("y", "day")), "day")],
    from: table("daily", "y"),
    groupBy: [column("y", "pupil")],
  };
  const by = (as: string): Expr => binary(column(as, "pupil"), "=", column("p", "pupil"));
  return [
    {
      name: "roll",
      kept: true,
      selects: [
        {
          columns: [
            ...["pupil", "name", "year", "born"].map((name) => named(column("p", name), name)),
            // Of whom nothing is known yet on the day asked, nothing has begun: no school day bears this number.
            named(
              when(
                binary(knownFrom, ">", whole(plan.asOf)),
                whole(calendar.schoolDays.length),
                place(knownFrom, next, 0),
              ),
              "first_ix",
            ),
            named(place(lastDay, latest, -1), "last_ix"),
            ...(livesOnAbsences(plan) ? [named(lastDay, "last_day")] : []),
            named(
              smallerKnown(place(anyMissing(building) ? joined : knownFrom, next, 0), place(firstMark, latest, 0)),
              "from_ix",
            ),
            ...clock,
          ],
          from: table(NUMBERED, "p"),
          joins: [
            { how: "left", source: { kind: "query", query: spans, as: "o" }, on: by("o") },
            { how: "left", source: { kind: "query", query: marks, as: "m" }, on: by("m") },
            ...joins.list(),
          ],
        },
      ],
    },
  ];
}

function livesOnAbsences({ ir }: Plan): boolean {
  return ir.procedures.some(({ anchor }) => anchor.kind === "absence");
}

const smallerKnown = (a: Expr, b: Expr): Expr => when(isNull(b), a, when(isNull(a), b, smaller(a, b)));

function refusedCount(cannot: Cannot): () => Expr {
  return () => {
    cannot("query-group", "counts of the register");
    return unknown("integer");
  };
}

/** One row for each pupil and school day, with the day's counts; where sessions without a mark count, those are told too. */
function grid(building: Building): Common {
  const { plan } = building;
  const fill = (each: Countable & { afternoon: boolean }): readonly Column[] => {
    const one = (name: string, has: Expr, marked: string): Column => {
      const held = orElse(column("y", name), whole(0));
      const missing = when(onRoll, binary(has, "-", orElse(column("y", marked), whole(0))), whole(0));
      return named(takesMissing(building, each) ? binary(held, "+", missing) : held, name);
    };
    const sessions = binary(column("d", "am"), "+", column("d", "pm"));
    return [
      one(each.name, sessions, "marked"),
      ...(each.afternoon ? [one(`${each.name}_pm`, column("d", "pm"), "marked_pm")] : []),
    ];
  };
  const rolls: readonly Join[] = anyMissing(building)
    ? [
        {
          how: "left",
          source: table(SPANS, "o"),
          on: all(
            binary(column("o", "pupil"), "=", column("q", "pupil")),
            binary(column("d", "day"), ">=", column("o", "first_day")),
            binary(column("d", "day"), "<=", orElse(column("o", "last_day"), whole(NEVER))),
          ),
        },
      ]
    : [];
  return {
    name: "grid",
    kept: false,
    selects: [
      {
        columns: [
          named(column("q", "pupil"), "pupil"),
          named(column("d", "day"), "day"),
          named(column("d", "ix"), "ix"),
          ...[...building.counted.values()].flatMap(fill),
        ],
        from: table("roll", "q"),
        joins: [
          {
            how: "inner",
            source: table(DAYS, "d"),
            on: all(
              isKnown(column("d", "ix")),
              binary(column("d", "ix"), ">=", column("q", "from_ix")),
              binary(column("d", "day"), "<=", whole(plan.asOf)),
            ),
          },
          {
            how: "left",
            source: table("daily", "y"),
            on: all(
              binary(column("y", "pupil"), "=", column("q", "pupil")),
              binary(column("y", "ix"), "=", column("d", "ix")),
            ),
          },
          ...rolls,
        ],
      },
    ],
  };
}

/** The counts of each day, their sums from the beginning up to its end, and how often each run was broken by then. */
function sums(building: Building, days: string): Common {
  const row = (name: string): Expr => column("g", name);
  const { counted, summed, runs } = building;
  // What is neither summed up nor part of a run is read from the days themselves.
  const compared = new Set([...runs.values()].flatMap(({ held, asked }) => [held, asked]));
  const kept = [...counted.values()].flatMap(({ name, afternoon }) => [
    ...(summed.has(name) || compared.has(name) ? [name] : []),
    ...(summed.has(name) && afternoon ? [`${name}_pm`] : []),
  ]);
  const running = (part: Expr): Expr =>
    cast(
      { kind: "window", name: "sum", part, partition: [row("pupil")], order: [row("ix")], running: true },
      "integer",
    );
  return {
    name: "sums",
    kept: true,
    selects: [
      {
        columns: [
          ...["pupil", "day", "ix", ...kept].map((name) => named(row(name), name)),
          ...[...summed].map((name) => named(running(row(name)), `${name}_sum`)),
          ...[...runs].map(([name, run]) => named(running(breaksRun(run, row)), name)),
        ],
        from: table(days, "g"),
      },
    ],
  };
}

/** On which days a pupil bears one of some flags: as rows, so that each day asks by equality. */
function flagDays(name: string, names: readonly string[]): Common {
  const flag = (of: string): Expr => column("f", of);
  return {
    name,
    kept: false,
    selects: [
      {
        columns: [named(column("n", "pupil"), "pupil"), named(column("d", "day"), "day")],
        from: table(INPUTS.flags, "f"),
        joins: [
          numberOf(flag("pupil")),
          {
            how: "inner",
            source: table(DAYS, "d"),
            on: all(
              binary(column("d", "day"), ">=", orElse(flag("first_day"), whole(0))),
              binary(column("d", "day"), "<=", orElse(flag("last_day"), whole(NEVER))),
            ),
          },
        ],
        where: [oneOf(flag("name"), names)],
        groupBy: [column("n", "pupil"), column("d", "day")],
      },
    ],
  };
}

/** Every moment of the planned year at which something is looked at: mornings, closing registers, ends of school days. */
function instants(building: Building): Common {
  const { plan } = building;
  const day = (name: string): Expr => column("d", name);
  const select = (at: Expr, where: Expr): Select => ({
    columns: [named(column("q", "pupil"), "pupil"), named(at, "now"), named(day("day"), "day")],
    from: table("roll", "q"),
    joins: [
      {
        how: "inner",
        source: table(DAYS, "d"),
        on: all(
          isKnown(day("ix")),
          binary(day("ix"), ">=", column("q", "first_ix")),
          binary(day("ix"), "<=", column("q", "last_ix")),
        ),
      },
    ],
    where: [where],
  });
  const start = startOf(day("day"));
  const after = (what: ClockTime): Expr => binary(start, "+", timeOf(plan, "q", what));
  const has = (what: string): Expr => binary(day(what), "=", whole(1));
  return {
    name: "instants",
    kept: true,
    selects: [
      select(start, has("morning")),
      select(after("amCloses"), has("am")),
      select(after("pmCloses"), has("pm")),
      select(after("dayEnds"), isKnown(day("ix"))),
    ],
  };
}

/** The figures of the last row: sums over the days of a pupil, each day read once, and nought of whom there is no day. */
function tallies(building: Building): readonly Common[] {
  const tallied = [...building.tallies.values()];
  const samePupil = (one: string, other: string): Expr => binary(column(one, "pupil"), "=", column(other, "pupil"));
  const pupils: Join = { how: "inner", source: table("focus", "at"), on: samePupil("at", "d") };
  const totals: Select = {
    columns: [
      named(column("d", "pupil"), "pupil"),
      ...tallied.map(({ part, as }) => named(cast(aggregate("sum", part), "integer"), as)),
    ],
    from: table(anyMissing(building) ? "grid" : "daily", "d"),
    joins: tallied.some(({ known }) => known !== undefined) ? [pupils] : [],
    groupBy: [column("d", "pupil")],
  };
  const tally: Select = {
    columns: [
      named(column("at", "pupil"), "pupil"),
      ...tallied.map(({ known, as }) => named(when(known ?? truth(true), orElse(column("t", as), whole(0))), as)),
    ],
    from: table("focus", "at"),
    joins: [{ how: "left", source: table("totals", "t"), on: samePupil("t", "at") }],
  };
  return [
    { name: "totals", kept: false, selects: [totals] },
    { name: "tally", kept: false, selects: [tally] },
  ];
}

export interface RegisterSteps {
  /** Before anything that leans on them. */
  readonly before: readonly Common[];
  /** After everything else; none where nothing is summed up. */
  readonly tally: readonly Common[];
}

/** The steps that were asked for, in an order in which each finds what it reads. */
export function registerSteps(building: Building, cannot: Cannot): RegisterSteps {
  // The pupils' clock may ask for flags, so that it comes before these are written down.
  const pupils = roll(building, cannot);
  const flags = [...building.flags].map(([name, names]) => flagDays(name, names));
  // A run may skip days without a mark; who asks on every evening may not.
  const everyDay = building.summed.size > 0 || building.evenings;
  const gridWanted = everyDay || (anyMissing(building) && building.tallies.size > 0);
  return {
    before: [
      ...numberedSteps(INPUTS),
      ...flags,
      ...daily(building),
      ...pupils,
      ...(gridWanted ? [grid(building)] : []),
      ...(everyDay || building.runs.size > 0 ? [sums(building, everyDay ? "grid" : "daily")] : []),
      ...(building.instants ? [instants(building)] : []),
    ],
    tally: building.tallies.size === 0 ? [] : tallies(building),
  };
}
