// Moments counted from other moments (S4, S5): next mornings, the Nth day of something, so many units on.
// Everything answers undefined where it does not know: nothing has happened yet, or the calendar does not reach.

import { isCountingUnit } from "../school/counting.ts";
import type { Day } from "../school/day.ts";
import { dayOf, lastInstant, momentOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { isPlannedPeriod, periodsAfter, periodsBeginningWith } from "../school/periods.ts";
import type { PeriodUnit } from "../school/periods.ts";
import type { Unit } from "../units/unit.ts";
import { actsInScope } from "./context.ts";
import type { Context } from "./context.ts";
import { holdsNow, holdsToday, holdsUntil, settle } from "./horizon.ts";
import type { Figure, Read, When } from "./program.ts";

/** A day as a moment: its first instant where something starts, its end of school where something ends (S1, S5). */
export type Side = "start" | "end";

/** The day the asking rule opened; its clock times are meant on that day. */
export function ruleDay(context: Context): Day {
  if (context.from === undefined) holdsToday(context);
  return dayOf(context.from ?? context.now);
}

function sideOfDay(context: Context, day: Day | undefined, side: Side): Moment | undefined {
  if (day === undefined) return undefined;
  return side === "start" ? startOfDay(day) : context.facts.timing.endOfDay(day);
}

/** School and working days end when school does; a count of calendar time runs to midnight, as payments and notices do in law (S5). */
function endOfCount(context: Context, day: Day | undefined, unit: Unit, side: Side): Moment | undefined {
  if (side === "start" || day === undefined || unit === "school-day" || unit === "working-day")
    return sideOfDay(context, day, side);
  return unit === "school-week" || isPlannedPeriod(unit) ? sideOfDay(context, day, side) : lastInstant(day);
}

export function clock(time: Read): When {
  return (context) => {
    const second = time(context);
    settle(context);
    return typeof second === "number" ? momentOf(ruleDay(context), second) : undefined;
  };
}

export function endOfDay(context: Context): Moment {
  const day = ruleDay(context);
  const end = context.facts.timing.endOfDay(day);
  const opened = whenOpened(context);
  return opened > end ? lastInstant(day) : end;
}

/** When the next school day's first register opens, or that clock time on the next working day (S5). */
export function nextMorning(unit: "school-day" | "working-day"): When {
  return (context) => {
    const day = context.facts.world.calendar.addUnits(ruleDay(context), 1, unit);
    return day === undefined ? undefined : momentOf(day, context.facts.timing.opens[0]);
  };
}

/** Day N of something, whose first day is day 1; N counts school days. */
export function dayNumber(n: number, of: When, side: Side): When {
  return (context) => {
    const first = of(context);
    if (first === undefined) return undefined;
    return sideOfDay(context, context.facts.world.calendar.beginningWith(dayOf(first), n, "school-day"), side);
  };
}

/** So many units after, before, or beginning with something. Minutes and hours run on the clock, closed or not (S4). */
export function counted(
  length: Read,
  unit: Unit,
  direction: "after" | "before" | "beginning with",
  of: When,
  side: Side,
): When {
  return (context) => {
    const n = length(context);
    settle(context);
    const base = of(context);
    if (typeof n !== "number" || base === undefined) return undefined;
    const sign = direction === "before" ? -1 : 1;
    if (unit === "minute" || unit === "hour") return base + sign * n * (unit === "hour" ? 3600 : 60);
    const { calendar } = context.facts.world;
    const day = dayOf(base);
    const isFirst = direction === "beginning with";
    if (isPlannedPeriod(unit)) {
      const periods = calendar.periodsOf(unit);
      const last = isFirst ? periodsBeginningWith(periods, day, n) : periodsAfter(periods, day, sign * n);
      return sideOfDay(context, last, side);
    }
    if (!isCountingUnit(unit)) return undefined;
    const counts = isFirst ? calendar.beginningWith(day, n, unit) : calendar.addUnits(day, sign * n, unit);
    return endOfCount(context, counts, unit, side);
  };
}

/** Due at the end of the Nth unit after something; moved off a closed day only where the rule says so (S6). */
export function within(length: Read, unit: Unit, of: When, closed?: "next" | "last"): When {
  const plain = counted(length, unit, "after", of, "end");
  return (context) => {
    const due = plain(context);
    const { calendar } = context.facts.world;
    if (due === undefined || closed === undefined || calendar.isSchoolDay(dayOf(due))) return due;
    return sideOfDay(context, calendar.addUnits(dayOf(due), closed === "next" ? 1 : -1, "school-day"), "end");
  };
}

export function earlierOf(first: When, second: When): When {
  return (context) => {
    const [a, b] = [first(context), second(context)];
    return a === undefined ? b : b === undefined ? a : Math.min(a, b);
  };
}

export function laterOf(first: When, second: When): When {
  return (context) => {
    const [a, b] = [first(context), second(context)];
    return a === undefined || b === undefined ? undefined : Math.max(a, b);
  };
}

/** The last instant in time for something that must come before the moment. */
export function before(moment: When): When {
  return (context) => {
    const limit = moment(context);
    return limit === undefined ? undefined : limit - 1;
  };
}

export function periodBound(which: Side, unit: PeriodUnit | "day"): When {
  return (context) => {
    const day = ruleDay(context);
    const span = unit === "day" ? { from: day, to: day } : context.facts.world.calendar.period(unit, day);
    return span === undefined
      ? undefined
      : sideOfDay(context, which === "start" ? span.from : lastSchoolDay(context, span.to), which);
  };
}

/** `end of week` is when its last school day ends, not midnight on Sunday. */
function lastSchoolDay(context: Context, day: Day): Day {
  const { calendar } = context.facts.world;
  return calendar.schoolDays[calendar.schoolDayIndex(day)] ?? day;
}

/** The newest of the rule's own records of an act. */
export function whenDone(act: string, object?: string): When {
  return (context) => actsInScope(context, act, object).at(-1)?.happened;
}

export function whenStep(procedure: string, step: string, what: "opened" | "done" | "due"): When {
  return (context) => {
    const moment = stepLife(context, procedure, step)?.[what];
    if (moment !== undefined && moment > context.now) holdsUntil(context, moment);
    return moment !== undefined && (what === "due" || moment <= context.now) ? moment : undefined;
  };
}

/** The step in this instance, or in the newest one of another procedure. */
export function stepLife(
  context: Context,
  procedure: string,
  step: string,
): { opened?: Moment; done?: Moment; due?: Moment } | undefined {
  if (context.instance?.procedure === procedure) return context.instance.steps.get(step);
  holdsNow(context);
  return context.instances
    .get(procedure)
    ?.filter((instance) => instance.begun <= context.now)
    .at(-1)
    ?.steps.get(step);
}

export function whenBegun(context: Context): Moment | undefined {
  return context.instance?.begun;
}

/** The moment at which the obligation that is asking opened. */
export function whenOpened(context: Context): Moment {
  if (context.from === undefined) holdsNow(context);
  return context.from ?? context.now;
}

export function constantMoment(moment: Moment): When {
  return () => moment;
}

/** A day as a moment of its start or its end. */
export function constantDay(day: Day, side: Side): When {
  return () => (side === "start" ? startOfDay(day) : lastInstant(day));
}

/** A date held in a field of the record that the rule lives on, or the newest in scope. */
export function dateMoment(field: Read, side: Side): When {
  return (context) => {
    const day: Figure | undefined = field(context);
    return typeof day === "number" ? sideOfDay(context, day, side) : undefined;
  };
}
