// How long an answer holds. The engine asks the same questions on every day of a year, and most answers stay as they are: so
// whatever reads something that changes with time says until when what it read stays as it is, and until then nobody asks.

import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { isPlannedPeriod } from "../school/periods.ts";
import type { SessionRange, Window } from "../school/window.ts";
import type { Ratio } from "../units/ratio.ts";
import type { Context } from "./context.ts";
import type { Facts } from "./facts.ts";
import { sumsOf } from "./facts.ts";

/** The first moment at which an answer may be another than it was; lowered by every reading on the way to it. */
export interface Horizon {
  until: Moment;
  /** Session sets whose next mark is not known yet: it may make the answer another as soon as it comes. */
  readonly sets: number[];
  /** Records or arrivals were read: so may the next of them. */
  listens: boolean;
  /** A share just read, and the session that would change it first; whoever compares it takes it away. */
  share: (Ratio & { readonly next: number }) | undefined;
  /** A count just read that may be one more tomorrow; whoever compares it takes it away. */
  count: number | undefined;
}

/** Of an answer that nothing was read for yet: it holds for ever. */
export function openHorizon(): Horizon {
  return { until: Number.POSITIVE_INFINITY, sets: [], listens: false, share: undefined, count: undefined };
}

/**
 * What was just read stays as it is at every moment before this one. Every reading of the runtime's vocabulary that hangs on
 * time or on records must say so: one that does not would make the engine sleep through a change.
 */
export function holdsUntil({ horizon }: Context, moment: Moment): void {
  if (horizon !== undefined && moment < horizon.until) horizon.until = moment;
}

/** What was read may be another at any moment. */
export function holdsNow(context: Context): void {
  holdsUntil(context, context.now);
}

/** What was read hangs on today's date. */
export function holdsToday(context: Context): void {
  holdsUntilDay(context, dayOf(context.now) + 1);
}

export function holdsUntilDay(context: Context, day: Day): void {
  holdsUntil(context, startOfDay(day));
}

/** What was read hangs on the dates between which something is the case; both belong. */
export function holdsBetweenDates(
  context: Context,
  spans: readonly { readonly from?: Day | undefined; readonly until?: Day | undefined }[],
): void {
  if (context.horizon === undefined) return;
  const today = dayOf(context.now);
  for (const { from, until } of spans) {
    if (from !== undefined && from > today) holdsUntilDay(context, from);
    if (until !== undefined && until >= today) holdsUntilDay(context, until + 1);
  }
}

/** What was read hangs on entries in order of time, up to now. */
export function holdsUntilNext<T>(context: Context, entries: readonly T[], momentOf: (entry: T) => Moment): void {
  const { horizon } = context;
  if (horizon === undefined) return;
  horizon.listens = true;
  const next = entries.find((entry) => momentOf(entry) > context.now);
  if (next !== undefined) holdsUntil(context, momentOf(next));
}

/** What was read hangs on there being such a window: even a count of nothing is not known between two terms. */
export function holdsWhileWindowExists(context: Context, window: Window): void {
  if (context.horizon === undefined) return;
  const { calendar } = context.facts.world;
  const today = dayOf(context.now);
  const unit = window.kind === "this" ? window.period : window.kind === "last" ? window.unit : undefined;
  const current = unit !== undefined && isPlannedPeriod(unit) ? calendar.period(unit, today) : undefined;
  // No window reaches beyond the calendar.
  holdsUntilDay(context, Math.min(calendar.lastDay, current?.to ?? calendar.lastDay) + 1);
}

/** What was read hangs on where a window begins. */
export function holdsWhileWindowStays(context: Context, window: Window): void {
  const { calendar } = context.facts.world;
  const today = dayOf(context.now);
  switch (window.kind) {
    case "ever":
    case "since":
    case "between":
      return;
    case "this":
    case "previous":
      return holdsUntilDay(context, (calendar.period(window.period, today)?.to ?? today) + 1);
    case "in-school-weeks":
      return holdsUntilDay(context, nextMonday(today));
    case "last":
      return window.unit === "session" ? holdsNow(context) : holdsToday(context);
    case "today":
      return holdsToday(context);
  }
}

/** 1970-01-01 was a Thursday, and the fourth day after it a Monday. */
function nextMonday(today: Day): Day {
  return today + 7 - ((((today - 4) % 7) + 7) % 7);
}

/** Records were counted in a window; there may be none of them. */
export function holdsWhileListed(context: Context, window: Window, listed: number): void {
  if (context.horizon !== undefined && listed > 0) holdsWhileWindowStays(context, window);
}

/** Sessions of a set were counted in a window: the next one adds to them, and the oldest leave with the window's beginning. */
export function holdsWhileCounted(
  context: Context,
  set: number,
  range: SessionRange,
  window: Window,
  counted: number,
): void {
  const { horizon, facts } = context;
  if (horizon === undefined) return;
  const grows = isOpenEnded(context, range);
  const next = grows ? nextOf(facts, set, range.to) : undefined;
  if (next !== undefined) holdsUntil(context, facts.timing.closesAt(next));
  else if (grows && !horizon.sets.includes(set)) horizon.sets.push(set);
  if (counted > 0 || !grows) holdsWhileWindowStays(context, window);
}

/** A share was read. It changes with every session, so that only whoever compares it can say how long the comparison holds. */
export function holdsWhileShare(context: Context, share: Ratio, range: SessionRange, window: Window): void {
  const { horizon } = context;
  if (horizon === undefined) return;
  settle(context);
  holdsWhileWindowStays(context, window);
  if (isOpenEnded(context, range)) horizon.share = { ...share, next: range.to };
}

/**
 * A share was compared with a limit: it takes some sessions to reach it, each of which adds at most one to either side; one that is
 * at it may leave it with the next. Once above nothing, it stays there.
 */
export function holdsWhileOnItsSide(context: Context, share: Ratio, limit: Ratio): void {
  const { horizon } = context;
  if (horizon?.share === undefined) return;
  const { n, d, next } = horizon.share;
  if (n !== share.n || d !== share.d) return;
  horizon.share = undefined;
  const [held, asked] = [n * limit.d, d * limit.n];
  const sessions = held < asked ? (asked - held) / limit.d : held === asked ? 1 : (held - asked) / limit.n;
  holdsUntilNth(context, next, Math.max(1, Math.ceil(sessions)));
}

/** So many days were counted up to now: tomorrow there may be one more, and no day brings two or takes one away. */
export function holdsWhileDaysPass(context: Context, count: number): void {
  settle(context);
  if (context.horizon === undefined) return;
  context.horizon.count = count;
  // Beyond the planned days nobody can count.
  const { lastDay } = context.facts.world.calendar;
  if (dayOf(context.now) <= lastDay) holdsUntilDay(context, lastDay + 1);
}

/** A count of days was compared with a limit: it takes as many days to reach it as it is short of it. */
export function holdsWhileNotReached(context: Context, count: number, limit: number): void {
  const { horizon } = context;
  if (horizon?.count === undefined || horizon.count !== count) return;
  horizon.count = undefined;
  if (count <= limit) holdsUntilDay(context, dayOf(context.now) + Math.max(1, Math.ceil(limit - count)));
}

/** A share was set against something that is not known: whatever becomes of the share, the answer hangs on the other. */
export function forget({ horizon }: Context, share: Horizon["share"]): void {
  if (horizon !== undefined && horizon.share === share) horizon.share = undefined;
}

/** A share that nobody compared may be another with the next session, and a count of days with the next day. */
export function settle(context: Context): void {
  const { horizon } = context;
  if (horizon?.count !== undefined) {
    horizon.count = undefined;
    holdsToday(context);
  }
  if (horizon?.share === undefined) return;
  const { next } = horizon.share;
  horizon.share = undefined;
  holdsUntilNth(context, next, 1);
}

function holdsUntilNth(context: Context, next: number, sessions: number): void {
  const { facts } = context;
  const session = next + sessions - 1;
  if (session < facts.sessions.length) holdsUntil(context, facts.timing.closesAt(session));
}

/** The window takes in the next session once its register closes; a window of the past does not. */
function isOpenEnded({ facts, now }: Context, { to }: SessionRange): boolean {
  return to < facts.sessions.length && facts.timing.closesAt(to) > now;
}

/** The first session of a set at a place in the register or after it, as far as registers have closed. */
function nextOf(facts: Facts, set: number, from: number): number | undefined {
  const end = Math.max(from, facts.closed);
  const sums = sumsOf(facts, set, end);
  const before = sums[from] as number;
  let [low, high] = [from + 1, end + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > before) high = middle;
    else low = middle + 1;
  }
  return low <= end ? low - 1 : undefined;
}
