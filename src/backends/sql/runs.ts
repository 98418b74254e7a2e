// Absences and runs as rows: marks in order → where a run begins and ends (S10), by comparing each mark with the one before.

import type { Building } from "./building.ts";
import { countBy } from "./building.ts";
import { belongs, markRows } from "./register-steps.ts";
import type { Calendar } from "../../school/calendar.ts";
import type { SessionRange } from "../../school/window.ts";
import { aggregate, all, any, binary, column, isNull, named, table, text, truth, when, whole } from "./sql.ts";
import type { Common, Expr, Select } from "./sql.ts";

const BREAKS: ReadonlySet<string> = new Set(["attending", "approved", "authorised", "unauthorised"]);

/** Code versions that end an absence of another kind. */
export function breaking({ plan }: Building): (version: number) => boolean {
  return (version) => BREAKS.has(plan.world.categories[version] ?? "");
}

const mark = (name: string): Expr => column("m", name);

/** A session of the register as one number that rises with time. */
const session = binary(binary(mark("day"), "*", whole(2)), "+", mark("afternoon"));

const previous = (part: Expr, order: Expr): Expr => ({
  kind: "window",
  name: "lag",
  part,
  partition: [mark("pupil")],
  order: [order],
  running: false,
});

/** Adds steps to the query, unless the last of them is there already. */
function add(building: Building, steps: readonly Common[]): string {
  const name = steps.at(-1)?.name ?? "";
  if (!building.commons.some((known) => known.name === name)) building.commons.push(...steps);
  return name;
}

/** The absences of a kind: their first session, and the one that ended each, as twice the day and one more in the afternoon. */
export function absenceStep(building: Building, set: number): string {
  return add(building, absenceSteps(building, set));
}

/** How many absences of a kind begin in a stretch, by pupil. */
export function occasionStep(building: Building, set: number, range: SessionRange): string {
  const absences = absenceStep(building, set);
  const [from, to] = [placeOf(building, range.from), placeOf(building, range.to - 1)];
  const begins = mark("session");
  return add(building, [
    {
      name: `occasions_${set}_${range.from}_${range.to}`,
      kept: false,
      selects: [
        {
          columns: [named(mark("pupil"), "pupil"), named(aggregate("count", begins), "occasions")],
          from: table(absences, "m"),
          where:
            range.from < range.to
              ? [binary(begins, ">=", whole(from)), binary(begins, "<=", whole(to))]
              : [truth(false)],
          groupBy: [mark("pupil")],
        },
      ],
    },
  ]);
}

/** A session as one number that rises with time. */
function placeOf({ plan }: Building, at: number): number {
  const { sessionDay, sessionHalf } = plan.calendar;
  return (sessionDay[at] ?? 0) * 2 + (sessionHalf[at] ?? 0);
}

/** Whether a stretch of sessions begins and ends with a day. */
export function isOfWholeDays({ sessionDay }: Calendar, { from, to }: Pick<SessionRange, "from" | "to">): boolean {
  return sessionDay[from - 1] !== sessionDay[from] && sessionDay[to] !== sessionDay[to - 1];
}

function absenceSteps(building: Building, set: number): readonly Common[] {
  const [marks, turns, name] = [`absence_marks_${set}`, `absence_turns_${set}`, `absences_${set}`];
  const turned = any(
    all(isNull(mark("before")), binary(mark("member"), "=", whole(1))),
    binary(mark("before"), "<>", mark("member")),
  );
  return [
    { name: marks, kept: false, selects: [relevantMarks(building, set)] },
    {
      name: turns,
      kept: false,
      selects: [
        {
          columns: [
            named(mark("pupil"), "pupil"),
            named(session, "session"),
            named(mark("member"), "member"),
            named(previous(mark("member"), session), "before"),
          ],
          from: table(marks, "m"),
        },
      ],
    },
    {
      name: `${name}_ends`,
      kept: false,
      selects: [
        {
          columns: [
            named(mark("pupil"), "pupil"),
            named(mark("session"), "session"),
            named(mark("member"), "member"),
            named(
              {
                kind: "window",
                name: "lead",
                part: mark("session"),
                partition: [mark("pupil")],
                order: [mark("session")],
                running: false,
              },
              "ended_by",
            ),
          ],
          from: table(turns, "m"),
          where: [turned],
        },
      ],
    },
    {
      name,
      kept: true,
      selects: [
        {
          columns: ["pupil", "session", "ended_by"].map((each) => named(mark(each), each)),
          from: table(`${name}_ends`, "m"),
          where: [binary(mark("member"), "=", whole(1))],
        },
      ],
    },
  ];
}

/** The marks that belong to an absence of a kind or end one, in no order. */
function relevantMarks(building: Building, set: number): Select {
  const members = building.plan.world.members[set];
  const breaks = breaking(building);
  return markRows(
    building,
    [named(when(belongs(building, [set]), whole(1), whole(0)), "member")],
    (version) => members?.[version] === 1 || breaks(version),
  );
}

/** The sessions of a set that are marked: each a thing of its own. */
export function sessionRows(building: Building, set: number): Select {
  const members = building.plan.world.members[set];
  return markRows(building, [], (version) => members?.[version] === 1);
}

/** The longest run, or the one at the end, of days or of sessions all of whose possible sessions belong, in a stretch of whole days. */
export function runStep(building: Building, run: Run): string {
  return add(building, runSteps(building, run));
}

interface Run {
  readonly which: "longest" | "current";
  readonly set: number;
  readonly possible: number;
  readonly unit: "session" | "school-day";
  readonly range: SessionRange;
}

function runSteps(building: Building, { which, set, possible, unit, range }: Run): readonly Common[] {
  const name = `${which}_${set}_${possible}_${unit === "session" ? "sessions" : "days"}_${range.from}_${range.to}`;
  const { sessionDay } = building.plan.calendar;
  const [first, last] = [sessionDay[range.from] ?? 0, sessionDay[range.to - 1] ?? -1];
  // A stretch of no session has no day to begin with.
  const within =
    range.from < range.to
      ? all(binary(mark("day"), ">=", whole(first)), binary(mark("day"), "<=", whole(last)))
      : truth(false);
  const rows =
    unit === "school-day" ? dayRows(building, set, possible, within) : askedMarks(building, set, possible, range);
  const order = unit === "school-day" ? mark("day") : session;
  // What breaks a run begins another island; the last is numbered by all that ever broke one.
  const breaks = { kind: "window", name: "sum", part: binary(whole(1), "-", mark("member")) } as const;
  const island: Expr = { ...breaks, partition: [mark("pupil")], order: [order], running: true };
  const ending: Expr = { ...breaks, partition: [mark("pupil")], order: [], running: false };
  const isCurrent = which === "current";
  const length = isCurrent ? when(binary(mark("island"), "=", mark("last")), mark("length"), whole(0)) : mark("length");
  return [
    { name: `${name}_rows`, kept: false, selects: [rows] },
    {
      name: `${name}_islands`,
      kept: false,
      selects: [
        {
          columns: [
            named(mark("pupil"), "pupil"),
            named(mark("member"), "member"),
            named(island, "island"),
            ...(isCurrent ? [named(ending, "last")] : []),
          ],
          from: table(`${name}_rows`, "m"),
        },
      ],
    },
    {
      name: `${name}_runs`,
      kept: false,
      selects: [
        {
          columns: [
            named(mark("pupil"), "pupil"),
            ...(isCurrent ? [named(mark("island"), "island"), named(mark("last"), "last")] : []),
            named(aggregate("count", mark("member")), "length"),
          ],
          from: table(`${name}_islands`, "m"),
          where: [binary(mark("member"), "=", whole(1))],
          groupBy: [mark("pupil"), mark("island"), ...(isCurrent ? [mark("last")] : [])],
        },
      ],
    },
    {
      name,
      kept: false,
      selects: [
        {
          columns: [named(mark("pupil"), "pupil"), named(aggregate("max", length), which)],
          from: table(`${name}_runs`, "m"),
          groupBy: [mark("pupil")],
        },
      ],
    },
  ];
}

/** Days with a session that was possible or belongs; one is a member if all of those belong. */
function dayRows(building: Building, set: number, possible: number, within: Expr): Select {
  const held = mark(countBy(building, [set]));
  const asked = mark(
    countBy(
      building,
      [...new Set([set, possible])].toSorted((a, b) => a - b),
    ),
  );
  return {
    columns: [
      named(mark("pupil"), "pupil"),
      named(mark("day"), "day"),
      named(when(binary(held, "=", asked), whole(1), whole(0)), "member"),
    ],
    from: table("daily", "m"),
    where: [within, binary(asked, ">", whole(0))],
  };
}

function askedMarks(building: Building, set: number, possible: number, range: SessionRange): Select {
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
