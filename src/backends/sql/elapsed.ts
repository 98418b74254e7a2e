// Time gone by in a window → a count of units in SQL: since something, between two moments, or in a window of the calendar.

import type { PassingUnit } from "../../school/counting.ts";
import { monthLength, partsOfDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { dayOfMoment } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { all, any, binary, isNull, not, unknown, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";
import { readStretch } from "./stretches.ts";

export function readElapsed(unit: PassingUnit | "minute" | "hour", window: unknown, scope: Scope): Expr {
  const stretch = readStretch(window, scope);
  if (stretch.kind === "none") return unknown("integer");
  const onTheClock = unit === "minute" || unit === "hour";
  if (stretch.kind === "calendar") {
    if (onTheClock) return unknown("integer");
    const { calendar, days } = scope.plan;
    const key = `${unit} passed in ${JSON.stringify(stretch.window)}`;
    return scope.dayFigure(scope.today, {
      key,
      of: (day) => {
        const range = days.rangeOn(stretch.window, day);
        return range === undefined ? undefined : calendar.countUnits(range.fromDay - 1, range.toDay, unit);
      },
    });
  }
  const [from, to] = [stretch.from, stretch.to ?? scope.now];
  if (onTheClock) return wholeUnits(binary(to, "-", from), unit === "hour" ? 3600 : 60);
  return passed(dayOfMoment(from), dayOfMoment(to), unit, scope);
}

/** Whole units in a number that may lie below nought: rounded downwards. */
function wholeUnits(seconds: Expr, length: number): Expr {
  const upwards = binary(binary(whole(length - 1), "-", seconds), "div", whole(length));
  return when(binary(seconds, "<", whole(0)), binary(whole(0), "-", upwards), binary(seconds, "div", whole(length)));
}

function passed(from: Expr, to: Expr, unit: PassingUnit, scope: Scope): Expr {
  const forward = passedForward(from, to, unit, scope);
  const backward = binary(whole(0), "-", passedForward(to, from, unit, scope));
  return when(any(isNull(from), isNull(to)), unknown("integer"), when(binary(from, "<=", to), forward, backward));
}

function passedForward(from: Expr, to: Expr, unit: PassingUnit, scope: Scope): Expr {
  const difference = binary(to, "-", from);
  switch (unit) {
    case "calendar-day":
      return difference;
    case "week":
      return binary(difference, "div", whole(7));
    case "month":
      return months(from, to, scope);
    case "year":
      return binary(months(from, to, scope), "div", whole(12));
    case "school-week":
      scope.cannot("query-not-counted", "school weeks gone by");
      return unknown("integer");
    case "school-day":
    case "working-day":
    case "bank-holiday":
    case "inset-day":
      return binary(countTo(to, unit, scope), "-", countTo(from, unit, scope));
  }
}

/** How many days of a kind the planned years have had by a day, its own included. */
function countTo(day: Expr, unit: PassingUnit, scope: Scope): Expr {
  const { calendar } = scope.plan;
  return scope.dayFigure(day, {
    key: `${unit} so far`,
    of: (to) => calendar.countUnits(calendar.firstDay, to, unit),
  });
}

function months(from: Expr, to: Expr, scope: Scope): Expr {
  const month = (day: Expr): Expr =>
    scope.dayFigure(day, {
      key: "months",
      of: (each) => partsOfDay(each).year * 12 + partsOfDay(each).month,
    });
  const date = (day: Expr): Expr => scope.dayFigure(day, { key: "date", of: (each) => partsOfDay(each).date });
  const last = scope.dayFigure(to, { key: "is the last of its month", of: isLastOfMonth });
  const between = binary(month(to), "-", month(from));
  const short = all(binary(date(from), ">", date(to)), not(binary(last, "=", whole(1))));
  return when(short, binary(between, "-", whole(1)), between);
}

function isLastOfMonth(day: Day): number {
  const { year, month, date } = partsOfDay(day);
  return date === monthLength(year, month) ? 1 : 0;
}
