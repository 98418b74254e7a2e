// Figures and conditions that rest on what people did and wrote down (S11, S12): counts, order, and the time gone by.

import type { PassingUnit } from "../school/counting.ts";
import { parseDay } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { LogRecord } from "../school/record.ts";
import { holdsAt } from "../units/edge.ts";
import type { Window } from "../school/window.ts";
import type { Edge } from "../units/edge.ts";
import { actsInScope, actsUpToNow, rangeOf, readAt } from "./context.ts";
import type { Context } from "./context.ts";
import { holdsNow, holdsToday, holdsWhileDaysPass, holdsWhileListed, holdsWhileWindowStays } from "./horizon.ts";
import { ruleDay } from "./moments.ts";
import type { Read, Test, When } from "./program.ts";
import type { Windowing } from "./windows.ts";

/** Records of the act inside the window, or in the scope of the rule where no window is given. */
export function actsIn(
  context: Context,
  act: string,
  object: string | undefined,
  windowing: Windowing | undefined,
): readonly LogRecord[] | undefined {
  if (windowing === undefined) return actsInScope(context, act, object);
  const window = windowing(context);
  if (window === undefined) return undefined;
  const records = actsUpToNow(context, act, object, Number.NEGATIVE_INFINITY);
  if (window.kind === "since" || window.kind === "between") {
    const [from, to] = window.kind === "since" ? [window.moment, context.now] : [window.from, window.to];
    const first = window.including === true ? from : from + 1;
    return records.filter(({ happened }) => happened >= first && happened <= to);
  }
  if (window.kind === "ever") return records;
  holdsWhileListed(context, window, records.length);
  const range = rangeOf(context, window);
  return range === undefined
    ? undefined
    : records.filter((entry) => dayOf(entry.happened) >= range.fromDay && dayOf(entry.happened) <= range.toDay);
}

export const standing = (entry: LogRecord): boolean => (entry.fields["withdrawn"] ?? "") === "";

export function acts(act: string, object?: string, windowing?: Windowing): Read {
  return (context) => actsIn(context, act, object, windowing)?.filter(standing).length;
}

/** 1 + the earlier ones of this parent and pupil in the window, not withdrawn (S11). */
export function ordinal(act: string, windowing: Windowing): Read {
  return (context) => {
    const own = context.instance?.record ?? actsUpToNow(context, act, undefined, Number.NEGATIVE_INFINITY).at(-1);
    if (own === undefined) return undefined;
    const earlier = readAt(context, own.happened, (then) => actsIn(then, act, undefined, windowing));
    return earlier === undefined
      ? undefined
      : 1 + earlier.filter((entry) => entry.id !== own.id && entry.person === own.person && standing(entry)).length;
  };
}

/** The act is on record: in the window or in scope, and where an edge is given, on the right side of the moment. */
export function done(act: string, object?: string, windowing?: Windowing, edge?: Edge, moment?: When): Test {
  return (context) => {
    const records = actsIn(context, act, object, windowing);
    if (records === undefined) return undefined;
    if (edge === undefined || moment === undefined) return records.length > 0;
    const limit = moment(context);
    if (limit === undefined) return undefined;
    return records.some((entry) => holdsAt(edge, entry.happened < limit ? -1 : entry.happened > limit ? 1 : 0));
  };
}

/**
 * The day lies in what a record of the act spans, however long ago it was made: leave agreed in May covers a day in July.
 * In a coding the day is the session's, elsewhere that of the rule.
 */
export function during(act: string, object: string | undefined, first: string, last: string): Test {
  return (context) => {
    const day = ruleDay(context);
    return actsUpToNow(context, act, object, Number.NEGATIVE_INFINITY)
      .filter(standing)
      .some(({ fields }) => {
        const [from, to] = [parseDay(recordedText(fields, first)), parseDay(recordedText(fields, last))];
        return from !== undefined && to !== undefined && from <= day && day <= to;
      });
  };
}

/** Whole units gone by in the window: since something, or between two moments, one of which may lie ahead. */
export function elapsed(unit: PassingUnit | "minute" | "hour", windowing: Windowing): Read {
  return (context) => {
    const window = windowing(context);
    if (window === undefined) return undefined;
    if (window.kind !== "since" && window.kind !== "between") return passing(context, unit, window);
    const [from, to] = window.kind === "since" ? [window.moment, context.now] : [window.from, window.to];
    if (unit === "minute" || unit === "hour") {
      holdsNow(context);
      return Math.floor((to - from) / (unit === "hour" ? 3600 : 60));
    }
    const { calendar } = context.facts.world;
    const count = calendar.countUnits(dayOf(from), dayOf(to), unit);
    if (window.kind === "between" || count === undefined) holdsToday(context);
    else holdsWhileDaysPass(context, count);
    return count;
  };
}

/** Whole units in a window of the calendar, such as this term, whose first day counts. */
function passing(context: Context, unit: PassingUnit | "minute" | "hour", window: Window): number | undefined {
  const range = rangeOf(context, window);
  if (range === undefined || unit === "minute" || unit === "hour") {
    holdsToday(context);
    return undefined;
  }
  const count = context.facts.world.calendar.countUnits(range.fromDay - 1, range.toDay, unit);
  if (window.kind !== "this" || count === undefined) holdsToday(context);
  else {
    holdsWhileWindowStays(context, window);
    holdsWhileDaysPass(context, count);
  }
  return count;
}
