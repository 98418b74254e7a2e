// A stretch of whole days: the days it lies between, and the condition that a day is one of them.

import type { Day } from "../../school/day.ts";
import type { SessionRange } from "../../school/window.ts";
import type { Plan } from "./plan.ts";
import { all, binary, truth, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

/** Both days belong, and one is left out where the days there are say it already. Undefined where there is no day. */
export type DayStretch = { readonly from?: Day; readonly to?: Day } | undefined;

export function dayStretch({ calendar, asOf }: Plan, { from, to }: Pick<SessionRange, "from" | "to">): DayStretch {
  const { sessionDay } = calendar;
  const [first, last] = [sessionDay[from], sessionDay[to - 1]];
  if (from >= to || first === undefined || last === undefined) return undefined;
  return {
    ...(from === 0 ? {} : { from: first }),
    ...(last >= asOf || to === sessionDay.length ? {} : { to: last }),
  };
}

export function liesIn(stretch: DayStretch, day: Expr): Expr {
  if (stretch === undefined) return truth(false);
  const { from, to } = stretch;
  return all(
    ...(from === undefined ? [] : [binary(day, ">=", whole(from))]),
    ...(to === undefined ? [] : [binary(day, "<=", whole(to))]),
  );
}
