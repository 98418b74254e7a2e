// The instants of a replay, in order: mornings on which a period begins, closing registers, ends of school days, records, and
// the moments that rules wait for. A queue can be left at any instant and taken up again when more is known.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { lastInstant, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import { remember } from "../support/remember.ts";
import type { Facts } from "./facts.ts";
import { NEVER } from "./life.ts";
import type { Procedure } from "./program.ts";
import type { Timing } from "./world.ts";

/** What the facts of an instant are: sessions whose registers close, and records. */
export interface Instant {
  readonly at: Moment;
  readonly closing: readonly number[];
  readonly records: readonly LogRecord[];
  readonly endOfSchoolDay: boolean;
  /** It is there because a rule waits for it, and for nothing else. */
  readonly onlyWoken: boolean;
}

export interface Queue {
  /** What the calendar alone brings about. */
  readonly planned: readonly Instant[];
  /** The last planned instant that is of any use: the pupil leaves, or the calendar ends. */
  readonly ends: Moment;
  /** Moments that rules wait for, in order. */
  readonly woken: Moment[];
  /** The instant last given. */
  current: Moment;
  /** The next ones among what is planned and in the log. */
  place: number;
  entry: number;
}

export type Period = Extract<Procedure["anchor"], { readonly kind: "period" }>["unit"];

export function periodsOf(procedures: readonly Pick<Procedure, "anchor">[]): readonly Period[] {
  return [...new Set(procedures.flatMap(({ anchor }) => (anchor.kind === "period" ? [anchor.unit] : [])))];
}

/** Before the first instant of the days of which something is known, or just after an instant already given. */
export function openQueue(
  facts: Facts,
  periods: readonly Period[],
  after?: Moment,
  woken: readonly Moment[] = [],
): Queue {
  const planned = planOf(facts, periods);
  const [from, current] = after === undefined ? [startOfDay(facts.knownFrom), -Infinity] : [after + 1, after];
  const last = facts.record.pupil.onRoll.reduce(
    (latest, span) => Math.max(latest, span.to ?? Number.POSITIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );
  return {
    planned,
    ends: lastInstant(last),
    woken: [...woken],
    current,
    place: placeOf(planned, Math.max(from, startOfDay(facts.knownFrom)), ({ at }) => at),
    entry: after === undefined ? 0 : placeOf(facts.log, from, ({ happened }) => happened),
  };
}

/** The next moment up to `asOf` at which something can change; undefined when there is none yet. */
export function nextInstant(queue: Queue, { log }: Facts, asOf: Moment): Instant | undefined {
  const { woken, planned } = queue;
  while (woken.length > 0 && (woken[0] as Moment) <= queue.current) woken.shift();
  const next = planned[queue.place];
  const recorded = log[queue.entry]?.happened ?? NEVER;
  const calls = next === undefined || next.at > queue.ends ? NEVER : next.at;
  const at = Math.min(calls, woken[0] ?? NEVER, recorded);
  if (at > asOf || at === NEVER) return undefined;
  queue.current = at;
  const instant = calls === at ? next : undefined;
  if (instant !== undefined) queue.place++;
  if (recorded !== at) return instant ?? { at, closing: [], records: [], endOfSchoolDay: false, onlyWoken: true };
  const first = queue.entry;
  while (log[queue.entry]?.happened === at) queue.entry++;
  return {
    at,
    closing: instant?.closing ?? [],
    records: log.slice(first, queue.entry),
    endOfSchoolDay: instant?.endOfSchoolDay ?? false,
    onlyWoken: false,
  };
}

export function wake({ woken, current }: Queue, moment: Moment): void {
  if (moment <= current || woken.includes(moment)) return;
  const place = woken.findIndex((other) => other > moment);
  woken.splice(place < 0 ? woken.length : place, 0, moment);
}

/** The place of the first entry at a moment or after it. */
function placeOf<T>(entries: readonly T[], moment: Moment, momentOf: (entry: T) => Moment): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (momentOf(entries[middle] as T) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the calendar alone brings about is the same for all who keep the same times. */
const plansOf: (timing: Timing) => Map<string, readonly Instant[]> = /* @__PURE__ */ remember(() => new Map());

function planOf({ timing, world }: Facts, periods: readonly Period[]): readonly Instant[] {
  const plans = plansOf(timing);
  const key = periods.join(" ");
  const known = plans.get(key) ?? plan(world.calendar, timing, periods);
  plans.set(key, known);
  return known;
}

function plan(calendar: Calendar, timing: Timing, periods: readonly Period[]): readonly Instant[] {
  const planned = new Map<Moment, Instant & { readonly closing: number[]; endOfSchoolDay: boolean }>();
  const instantAt = (at: Moment): { closing: number[]; endOfSchoolDay: boolean } => {
    const instant = planned.get(at) ?? { at, closing: [], records: [], endOfSchoolDay: false, onlyWoken: false };
    planned.set(at, instant);
    return instant;
  };
  for (let session = 0; session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (periods.some((unit) => beginsOn(calendar, unit, day, session))) instantAt(startOfDay(day));
    instantAt(timing.closesAt(session)).closing.push(session);
    instantAt(timing.endOfDay(day)).endOfSchoolDay = true;
  }
  return [...planned.values()].toSorted((a, b) => a.at - b.at);
}

/** Whether the day is the first school day of its period. */
function beginsOn(calendar: Calendar, unit: Period, day: Day, session: number): boolean {
  const before = calendar.sessionDay[session - 1];
  if (unit === "day" || before === undefined) return before !== day;
  return before !== day && before < (calendar.period(unit, day)?.from ?? day);
}
