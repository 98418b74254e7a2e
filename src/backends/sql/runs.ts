// The longest run and the one at the end (S10): what breaks a run begins another, so that the days or marks between two breaks stand
// under one number, and are counted by it.

import type { Calendar } from "../../school/calendar.ts";
import type { SessionRange } from "../../school/window.ts";
import { addSteps, countBy, followRun, keep } from "./building.ts";
import type { Building } from "./building.ts";
import { belongsToRun } from "./day-run.ts";
import type { DayRun } from "./day-run.ts";
import { dayStretch } from "./day-stretch.ts";
import { belongs, markRows } from "./register-steps.ts";
import { aggregate, all, binary, column, named, table, text, truth, when, whole } from "./sql.ts";
import type { Common, Expr, Select } from "./sql.ts";

const mark = (name: string): Expr => column("m", name);

/** A session as one number that rises with time. */
export function placeOf({ plan }: Building, at: number): number {
  const { sessionDay, sessionHalf } = plan.calendar;
  return (sessionDay[at] ?? 0) * 2 + (sessionHalf[at] ?? 0);
}

/** The same of the mark that stands in a row. */
export const markPlace = binary(binary(mark("day"), "*", whole(2)), "+", mark("afternoon"));

/** Whether a stretch of sessions begins and ends with a day. */
export function isOfWholeDays({ sessionDay }: Calendar, { from, to }: Pick<SessionRange, "from" | "to">): boolean {
  return sessionDay[from - 1] !== sessionDay[from] && sessionDay[to] !== sessionDay[to - 1];
}

/** A stretch of whole days for runs of days, any other for runs of sessions. */
export interface Run {
  readonly which: "longest" | "current";
  readonly set: number;
  readonly possible: number;
  readonly unit: "session" | "school-day";
  readonly range: SessionRange;
}

/** The longest run, or the one at the end, of days or of sessions all of whose possible sessions belong; a row a pupil at most. */
export function runStep(building: Building, run: Run): string {
  const { which, set, possible, unit, range } = run;
  const of = `${set}_${possible}_${unit === "session" ? "sessions" : "days"}_${range.from}_${range.to}`;
  const told = unit === "session" ? sessionRuns(building, run, of) : dayRuns(building, run);
  const runs = addSteps(building, [...told.before, { name: `runs_${of}`, kept: false, selects: [told.runs] }]);
  if (building.commons.some(({ name }) => name === `${which === "longest" ? "current" : "longest"}_${of}`))
    keep(building, runs);
  if (which === "current") keep(building, told.along);
  const one = which === "longest" ? longest(runs) : current(runs, told);
  return addSteps(building, [{ name: `${which}_${of}`, kept: false, selects: [one] }]);
}

/** Where the breaks are counted along, and the runs between them: pupil, island, length. */
interface Told {
  readonly before: readonly Common[];
  readonly along: string;
  readonly breaks: string;
  readonly runs: Select;
}

function longest(runs: string): Select {
  return {
    columns: [named(mark("pupil"), "pupil"), named(aggregate("max", mark("length")), "longest")],
    from: table(runs, "m"),
    groupBy: [mark("pupil")],
  };
}

/** The run that nothing has broken since. */
function current(runs: string, { along, breaks }: Told): Select {
  const last = (name: string): Expr => column("l", name);
  return {
    columns: [named(mark("pupil"), "pupil"), named(mark("length"), "current")],
    from: table(runs, "m"),
    joins: [
      {
        how: "inner",
        source: {
          kind: "query",
          query: {
            columns: [named(column("b", "pupil"), "pupil"), named(aggregate("max", column("b", breaks)), "island")],
            from: table(along, "b"),
            groupBy: [column("b", "pupil")],
          },
          as: "l",
        },
        on: all(binary(last("pupil"), "=", mark("pupil")), binary(last("island"), "=", mark("island"))),
      },
    ],
  };
}

function runsBetween(along: string, breaks: string, where: readonly Expr[]): Select {
  return {
    columns: [
      named(mark("pupil"), "pupil"),
      named(mark(breaks), "island"),
      named(aggregate("count", mark("pupil")), "length"),
    ],
    from: table(along, "m"),
    where,
    groupBy: [mark("pupil"), mark(breaks)],
  };
}

// ---------------------------------------------------------------- days

/** Days are told where sums run along them anyway. */
function dayRuns(building: Building, { set, possible, range }: Run): Told {
  const run: DayRun = {
    held: countBy(building, [set]),
    asked: countBy(
      building,
      [...new Set([set, possible])].toSorted((a, b) => a - b),
    ),
    within: dayStretch(building.plan, range),
  };
  const breaks = followRun(building, run);
  return { before: [], along: "sums", breaks, runs: runsBetween("sums", breaks, belongsToRun(run, mark)) };
}

// ---------------------------------------------------------------- sessions

function sessionRuns(building: Building, run: Run, of: string): Told {
  const [marks, along] = [`run_marks_${of}`, `run_breaks_${of}`];
  const breaks: Expr = {
    kind: "window",
    name: "sum",
    part: binary(whole(1), "-", mark("member")),
    partition: [mark("pupil")],
    order: [markPlace],
    running: true,
  };
  return {
    before: [
      { name: marks, kept: false, selects: [askedMarks(building, run)] },
      {
        name: along,
        kept: false,
        selects: [
          {
            columns: [...["pupil", "member"].map((name) => named(mark(name), name)), named(breaks, "breaks")],
            from: table(marks, "m"),
          },
        ],
      },
    ],
    along,
    breaks: "breaks",
    runs: runsBetween(along, "breaks", [binary(mark("member"), "=", whole(1))]),
  };
}

function askedMarks(building: Building, { set, possible, range }: Run): Select {
  const { members } = building.plan.world;
  const rows = markRows(building, [named(when(belongs(building, [set]), whole(1), whole(0)), "member")], (version) =>
    [set, possible].some((each) => members[each]?.[version] === 1),
  );
  const half = column("r", "half");
  const number = binary(
    binary(column("d", "day"), "*", whole(2)),
    "+",
    when(binary(half, "=", text("PM")), whole(1), whole(0)),
  );
  return {
    ...rows,
    where: [
      ...(rows.where ?? []),
      ...(range.from < range.to
        ? [
            binary(number, ">=", whole(placeOf(building, range.from))),
            binary(number, "<=", whole(placeOf(building, range.to - 1))),
          ]
        : [truth(false)]),
    ],
  };
}
