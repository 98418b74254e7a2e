// The rows that a select looks up besides its own: days of the calendar, sums at another day, flags. Asked for again, a look-up is
// the same join.

import type { Building } from "./building.ts";
import { flagStep } from "./building.ts";
import { DAYS } from "./day-table.ts";
import type { DayFigure } from "./day-table.ts";
import { all, binary, column, isKnown, table, unknown, whole } from "./sql.ts";
import type { Expr, Join } from "./sql.ts";

export interface Joins {
  readonly list: () => readonly Join[];
  /** A figure of a day; of a day that is written down it is worked out here. */
  readonly dayFigure: (day: Expr, figure: DayFigure) => Expr;
  /** The sums at the end of a school day, by its number; the name its row goes by. */
  readonly sumsAt: (pupil: Expr, ix: Expr) => string;
  readonly flag: (pupil: Expr, names: readonly string[], day: Expr) => Expr;
  /** Any other row, at most one for each row here. */
  readonly lookUp: (name: string, on: (as: string) => Expr) => string;
}

/** `own` are rows at hand that are days themselves: what is asked of that very day is read there. */
export function makeJoins(building: Building): Joins {
  const joins = new Map<string, Join & { readonly as: string }>();
  const lookUp: Joins["lookUp"] = (name, on) => {
    const key = JSON.stringify([name, on("?")]);
    const known = joins.get(key);
    if (known !== undefined) return known.as;
    const as = `j${joins.size + 1}`;
    joins.set(key, { how: "left", source: table(name, as), on: on(as), as });
    return as;
  };
  return {
    list: () =>
      [...joins.values()].map(({ how, source, on }) => ({ how, source, ...(on === undefined ? {} : { on }) })),
    lookUp,
    dayFigure: (day, figure) => {
      if (day.kind === "null") return unknown("integer");
      if (day.kind === "whole") {
        const value = figure.of(day.value);
        return value === undefined ? unknown("integer") : whole(value);
      }
      const as = lookUp(DAYS, (name) => binary(column(name, "day"), "=", day));
      return column(as, building.plan.days.columnOf(figure));
    },
    sumsAt: (pupil, ix) =>
      lookUp("sums", (as) => all(binary(column(as, "pupil"), "=", pupil), binary(column(as, "ix"), "=", ix))),
    flag: (pupil, names, day) => {
      const as = lookUp(flagStep(building, names), (name) =>
        all(binary(column(name, "pupil"), "=", pupil), binary(column(name, "day"), "=", day)),
      );
      return isKnown(column(as, "pupil"));
    },
  };
}
