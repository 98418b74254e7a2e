// From where a condition is read: which moment is now, and where the figures of the register stand at it. Conditions, figures and
// moments are put into SQL without knowing whether they stand in the last row or in one for each evening of the year.

import type { Window } from "../../school/window.ts";
import type { DayFigure } from "./day-table.ts";
import type { Cannot } from "./hindrance.ts";
import type { ClockTime, Plan } from "./plan.ts";
import { binary, column, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

/** A figure as two whole numbers, so that nothing is ever divided; the first is empty while it is not known. */
export interface Fraction {
  readonly n: Expr;
  readonly d: Expr;
}

/** A stretch of register: by the calendar alone, or between two moments; a moment not known makes it none. */
export type Stretch =
  | { readonly kind: "calendar"; readonly window: Window }
  | { readonly kind: "since"; readonly from: Expr; readonly to?: Expr; readonly including: boolean }
  | { readonly kind: "none" };

export interface Scope {
  readonly plan: Plan;
  readonly now: Expr;
  readonly today: Expr;
  /** When what is asking opened. */
  readonly opened?: Expr;
  /** When the instance started whose rules are asked; none where today's rules hold. */
  readonly started?: Expr;
  readonly begun?: Expr;
  readonly year: Expr;
  readonly born: Expr;
  readonly time: (what: ClockTime) => Expr;
  /** What the calendar says of a day. */
  readonly dayFigure: (day: Expr, figure: DayFigure) => Expr;
  /** When a step of the newest instance opened, if it has by now. */
  readonly stepOpened: (procedure: string, step: string) => Expr;
  /** Sessions of a set in a stretch. */
  readonly sessions: (set: number, stretch: Stretch) => Expr;
  readonly occasions: (set: number, stretch: Stretch) => Expr;
  readonly run: (
    which: "longest" | "current",
    set: number,
    possible: number,
    unit: "session" | "school-day",
    stretch: Stretch,
  ) => Expr;
  readonly sessionNow: (set: number) => Expr;
  readonly flag: (names: readonly string[]) => Expr;
  /** What is beyond the register is simply not known, instead of being refused. */
  readonly lenient?: boolean;
  /** Says what cannot be said in SQL; what comes back in its place is never used. */
  readonly cannot: Cannot;
}

export const DAY_SECONDS = 86_400;

/** Of a time on a day that is at hand that day itself, so that it need not be worked out again. */
export function dayOfMoment(moment: Expr): Expr {
  return dayOfTime(moment) ?? binary(moment, "div", whole(DAY_SECONDS));
}

function dayOfTime(moment: Expr): Expr | undefined {
  if (moment.kind !== "binary") return undefined;
  const { left, operator, right } = moment;
  if (right.kind !== "whole") return undefined;
  if (operator === "+" && right.value >= 0 && right.value < DAY_SECONDS) return dayOfStart(left);
  return dayOfStart(moment);
}

function dayOfStart(start: Expr): Expr | undefined {
  if (start.kind !== "binary" || start.operator !== "*") return undefined;
  const { left, right } = start;
  return left.kind === "cast" && right.kind === "whole" && right.value === DAY_SECONDS ? left.part : undefined;
}

export const startOf = (day: Expr): Expr => binary(big(day), "*", whole(DAY_SECONDS));

export function endOfSchoolDay(day: Expr, scope: Pick<Scope, "time">): Expr {
  return binary(startOf(day), "+", scope.time("dayEnds"));
}

/** Wide enough for moments and products: a number that is written down needs no telling. */
export function big(expr: Expr): Expr {
  if (expr.kind === "whole" || (expr.kind === "cast" && expr.type === "bigint")) return expr;
  return { kind: "cast", part: expr, type: "bigint" };
}

export const here = (name: string): Expr => column("at", name);
