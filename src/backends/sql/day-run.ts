// A run of days as two conditions on a day's counts: whether the day belongs to a run, and whether it breaks one. A day of which nothing
// was asked does neither (S10).

import type { Day } from "../../school/day.ts";
import { all, binary, truth, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

export interface DayRun {
  /** The columns that count what belongs, and what was asked for: what belongs or was possible. */
  readonly held: string;
  readonly asked: string;
  /** The days between which it is sought; both belong. Undefined where there is none. */
  readonly within: { readonly from?: Day; readonly to?: Day } | undefined;
}

type Row = (name: string) => Expr;

function isWithin({ within }: DayRun, row: Row): Expr {
  if (within === undefined) return truth(false);
  const { from, to } = within;
  return all(
    ...(from === undefined ? [] : [binary(row("day"), ">=", whole(from))]),
    ...(to === undefined ? [] : [binary(row("day"), "<=", whole(to))]),
  );
}

/** All that was asked for belongs. */
export function belongsToRun(run: DayRun, row: Row): readonly Expr[] {
  const [held, asked] = [row(run.held), row(run.asked)];
  const within = isWithin(run, row);
  return [
    ...(within.kind === "truth" && within.value ? [] : [within]),
    binary(asked, ">", whole(0)),
    binary(held, "=", asked),
  ];
}

/** One where something was asked for that does not belong, else nought. */
export function breaksRun(run: DayRun, row: Row): Expr {
  return when(all(isWithin(run, row), binary(row(run.held), "<", row(run.asked))), whole(1), whole(0));
}
