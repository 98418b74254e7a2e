// Absences as rows: marks in order → where an absence begins and ends (S10), by comparing each mark with the one before.

import type { Building } from "./building.ts";
import { addSteps } from "./building.ts";
import { belongs, markRows } from "./register-steps.ts";
import { markPlace, placeOf } from "./runs.ts";
import type { SessionRange } from "../../school/window.ts";
import { aggregate, all, any, binary, column, isNull, named, table, truth, when, whole } from "./sql.ts";
import type { Common, Expr, Select } from "./sql.ts";

const BREAKS: ReadonlySet<string> = new Set(["attending", "approved", "authorised", "unauthorised"]);

/** Code versions that end an absence of another kind. */
export function breaking({ plan }: Building): (version: number) => boolean {
  return (version) => BREAKS.has(plan.world.categories[version] ?? "");
}

const mark = (name: string): Expr => column("m", name);

/** Of the row before a pupil's row, or of the one after it. */
const beside = (name: "lag" | "lead", part: Expr, order: Expr): Expr => ({
  kind: "window",
  name,
  part,
  partition: [mark("pupil")],
  order: [order],
  running: false,
});

/** The absences of a kind: their first session, and the one that ended each, as twice the day and one more in the afternoon. */
export function absenceStep(building: Building, set: number): string {
  return addSteps(building, absenceSteps(building, set));
}

/** How many absences of a kind begin in a stretch, by pupil. */
export function occasionStep(building: Building, set: number, range: SessionRange): string {
  const absences = absenceStep(building, set);
  const [from, to] = [placeOf(building, range.from), placeOf(building, range.to - 1)];
  const begins = mark("session");
  return addSteps(building, [
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
            named(markPlace, "session"),
            named(mark("member"), "member"),
            named(beside("lag", mark("member"), markPlace), "before"),
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
            named(beside("lead", mark("session"), mark("session")), "ended_by"),
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
