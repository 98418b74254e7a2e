// Calls for moments → whole seconds in SQL (S4, S5). What the calendar says of a day stands in the table of days; the rest is plain
// sums. A moment that is not known is empty.

import type { Call } from "../../ir/ir.ts";
import { isCountingUnit } from "../../school/counting.ts";
import { weekday } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { isPlannedPeriod, periodsAfter, periodsBeginningWith, seasonOf } from "../../school/periods.ts";
import type { PeriodUnit } from "../../school/periods.ts";
import type { Unit } from "../../units/unit.ts";
import { alternativesOf } from "./alternatives.ts";
import { readFigure } from "./figures.ts";
import { DAY_SECONDS, dayOfMoment, endOfSchoolDay, startOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { any, binary, isNull, larger, smaller, unknown, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";

type Side = "start" | "end";

/** The day on which the asking rule opened; today where none did. */
export function ruleDay(scope: Scope): Expr {
  return scope.opened === undefined ? scope.today : dayOfMoment(scope.opened);
}

const opened = (scope: Scope): Expr => scope.opened ?? scope.now;

export function readMoment(call: Call, scope: Scope): Expr {
  switch (call.call) {
    case "clock": {
      const time = readFigure(call.args[0], scope).n;
      return binary(startOf(ruleDay(scope)), "+", time);
    }
    case "endOfDay": {
      const end = endOfSchoolDay(ruleDay(scope), scope);
      return when(binary(opened(scope), ">", end), lastOf(ruleDay(scope)), end);
    }
    case "nextMorning": {
      const [unit] = call.args;
      const next = figure(scope, ruleDay(scope), `after 1 ${unit}`, (day) => calendar(scope).addUnits(day, 1, unit));
      return binary(startOf(next), "+", scope.time("amOpens"));
    }
    case "dayNumber": {
      const [n, of, side] = call.args;
      return sideOf(nthDay(scope, readMoment(of, scope), n), side, scope);
    }
    case "counted": {
      const [length, unit, direction, of, side] = call.args;
      return readCounted(scope, { length, unit, direction, of, side });
    }
    case "within":
      return readWithin(call.args, scope);
    case "earlierOf":
    case "laterOf": {
      const [first, second] = [readMoment(call.args[0], scope), readMoment(call.args[1], scope)];
      if (call.call === "laterOf")
        return when(any(isNull(first), isNull(second)), unknown("bigint"), larger(first, second));
      // What is beyond the register may yet come first.
      if (scope.lenient === true && (first.kind === "null" || second.kind === "null")) return unknown("bigint");
      return when(isNull(first), second, when(isNull(second), first, smaller(first, second)));
    }
    case "before":
      return binary(readMoment(call.args[0], scope), "-", whole(1));
    case "periodBound":
      return readPeriodBound(call.args[0], call.args[1], scope);
    case "whenStep":
      if (call.args[2] !== "opened") {
        scope.cannot("query-beyond-register", "a moment of a step that the log tells");
        return unknown("bigint");
      }
      return scope.stepOpened(call.args[0], call.args[1]);
    case "whenBegun":
      return scope.begun ?? unknown("bigint");
    case "whenOpened":
      return opened(scope);
    case "whenToday":
      return startOf(ruleDay(scope));
    case "constantMoment":
      return whole(call.args[0]);
    case "constantDay":
      return whole(call.args[0] * DAY_SECONDS + (call.args[1] === "start" ? 0 : DAY_SECONDS - 1));
    case "dateMoment":
      return sideOf(readFigure(call.args[0], scope).n, call.args[1], scope);
    case "hole":
      return unknown("bigint");
    default:
      scope.cannot("query-beyond-register", `a moment told by \`${call.call}\``);
      return unknown("bigint");
  }
}

const calendar = (scope: Scope): Scope["plan"]["calendar"] => scope.plan.calendar;

function figure(scope: Scope, day: Expr, key: string, of: (day: Day) => Day | undefined): Expr {
  return scope.dayFigure(day, { key, of });
}

const lastOf = (day: Expr): Expr => binary(startOf(day), "+", whole(DAY_SECONDS - 1));

function sideOf(day: Expr, side: Side, scope: Scope): Expr {
  return side === "start" ? startOf(day) : endOfSchoolDay(day, scope);
}

function nthDay(scope: Scope, moment: Expr, n: number): Expr {
  return figure(scope, dayOfMoment(moment), `day ${n}`, (day) => calendar(scope).beginningWith(day, n, "school-day"));
}

export interface Counted {
  readonly length: Call;
  readonly unit: Unit;
  readonly direction: "after" | "before" | "beginning with";
  readonly of: Call;
  readonly side: Side;
}

function readCounted(scope: Scope, { length, unit, direction, of, side }: Counted): Expr {
  return countFrom(scope, readMoment(of, scope), { length, unit, direction, side });
}

/** So many units from a moment that is already an expression. */
export function countFrom(scope: Scope, base: Expr, { length, unit, direction, side }: Omit<Counted, "of">): Expr {
  const sign = direction === "before" ? -1 : 1;
  const one = (n: number): Expr => {
    if (unit === "minute" || unit === "hour") return binary(base, "+", whole(sign * n * (unit === "hour" ? 3600 : 60)));
    const day = countedDay(scope, dayOfMoment(base), unit, direction, n);
    if (
      side === "start" ||
      unit === "school-day" ||
      unit === "working-day" ||
      unit === "school-week" ||
      isPlannedPeriod(unit)
    )
      return sideOf(day, side, scope);
    return lastOf(day);
  };
  return alternativesOf(length, scope).reduceRight<Expr>(
    (otherwise, { when: condition, value }) =>
      when(condition, value === undefined ? unknown("bigint") : one(value), otherwise),
    unknown("bigint"),
  );
}

function countedDay(scope: Scope, day: Expr, unit: Unit, direction: Counted["direction"], n: number): Expr {
  const sign = direction === "before" ? -1 : 1;
  const { addUnits, beginningWith } = calendar(scope);
  if (isPlannedPeriod(unit)) {
    const periods = calendar(scope).periodsOf(unit);
    return direction === "beginning with"
      ? figure(scope, day, `${n} ${unit} beginning with`, (from) => periodsBeginningWith(periods, from, n))
      : figure(scope, day, `${sign * n} ${unit} after`, (from) => periodsAfter(periods, from, sign * n));
  }
  if (!isCountingUnit(unit)) return unknown("integer");
  if (unit === "calendar-day" || unit === "week") {
    if (direction === "beginning with" && n < 1) return unknown("integer");
    const days = n * (unit === "week" ? 7 : 1);
    return binary(day, "+", whole(direction === "beginning with" ? days - 1 : sign * days));
  }
  return direction === "beginning with"
    ? figure(scope, day, `${n} ${unit} beginning with`, (from) => beginningWith(from, n, unit))
    : figure(scope, day, `${sign * n} ${unit} after`, (from) => addUnits(from, sign * n, unit));
}

function readWithin(args: Extract<Call, { call: "within" }>["args"], scope: Scope): Expr {
  const [length, unit, of, closed] = args;
  const due = readCounted(scope, { length, unit, direction: "after", of, side: "end" });
  if (closed === undefined) return due;
  const { isSchoolDay, addUnits } = calendar(scope);
  const moved = figure(scope, dayOfMoment(due), `moved to the ${closed} school day`, (day) =>
    addUnits(day, closed === "next" ? 1 : -1, "school-day"),
  );
  const open = figure(scope, dayOfMoment(due), "is a school day", (day) => (isSchoolDay(day) ? 1 : 0));
  return when(binary(open, "=", whole(1)), due, sideOf(moved, "end", scope));
}

function readPeriodBound(which: Side, unit: PeriodUnit | "day", scope: Scope): Expr {
  const { period, schoolDays, schoolDayIndex } = calendar(scope);
  const day = figure(scope, ruleDay(scope), `${which} of ${unit}`, (from) => {
    const span = unit === "day" ? { from, to: from } : period(unit, from);
    return span === undefined
      ? undefined
      : which === "start"
        ? span.from
        : (schoolDays[schoolDayIndex(span.to)] ?? span.to);
  });
  return sideOf(day, which, scope);
}

export function season(scope: Scope): Expr {
  return figure(scope, ruleDay(scope), "season", (day) => seasonOf(calendar(scope).periodsOf("term"), day));
}

export function weekdayToday(scope: Scope): Expr {
  return figure(scope, ruleDay(scope), "weekday", weekday);
}
