// A run of days as two conditions on a day's counts: whether the day belongs to a run, and whether it breaks one. A day of which nothing
// was asked does neither (S10).

import { liesIn } from "./day-stretch.ts";
import type { DayStretch } from "./day-stretch.ts";
import { all, binary, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

export interface DayRun {
  /** The columns that count what belongs, and what was asked for: what belongs or was possible. */
  readonly held: string;
  readonly asked: string;
  /** Where it is sought. */
  readonly within: DayStretch;
}

type Row = (name: string) => Expr;

/** All that was asked for belongs. */
export function belongsToRun(run: DayRun, row: Row): readonly Expr[] {
  const [held, asked] = [row(run.held), row(run.asked)];
  const within = liesIn(run.within, row("day"));
  return [
    ...(within.kind === "truth" && within.value ? [] : [within]),
    binary(asked, ">", whole(0)),
    binary(held, "=", asked),
  ];
}

/** One where something was asked for that does not belong, else nought. */
export function breaksRun(run: DayRun, row: Row): Expr {
  return when(all(liesIn(run.within, row("day")), binary(row(run.held), "<", row(run.asked))), whole(1), whole(0));
}
