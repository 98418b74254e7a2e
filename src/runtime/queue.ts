// The instants of a replay, in order: mornings on which a period begins, closing registers, ends of school days, records, and
// the moments that rules wait for.

import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Facts } from "./facts.ts";
import type { Procedure } from "./program.ts";

/** What the facts of an instant are: sessions whose registers close, and records. */
export interface Instant {
  readonly at: Moment;
  readonly closing: number[];
  readonly records: LogRecord[];
  endOfSchoolDay: boolean;
}

interface Queue {
  readonly next: () => Instant | undefined;
  readonly wake: (moment: Moment) => void;
}

type Period = Extract<Procedure["anchor"], { readonly kind: "period" }>["unit"];

export function periodsOf(procedures: readonly Procedure[]): readonly Period[] {
  return [...new Set(procedures.flatMap(({ anchor }) => (anchor.kind === "period" ? [anchor.unit] : [])))];
}

/**
 * All moments at which something can change, in order: mornings on which a period begins (what it asks for is owed from
 * then on, not only once a register has closed), closing registers, ends of school days, records, and moments that rules wait for.
 */
export function makeQueue(facts: Facts, asOf: Moment, periods: readonly Period[]): Queue {
  const { calendar } = facts.world;
  const planned = new Map<Moment, Instant>();
  const instantAt = (at: Moment): Instant => {
    let instant = planned.get(at);
    if (instant === undefined) planned.set(at, (instant = { at, closing: [], records: [], endOfSchoolDay: false }));
    return instant;
  };
  const [from, to] = daysOf(facts, asOf);
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (day > to) break;
    if (periods.some((unit) => beginsOn(facts, unit, day, session))) instantAt(startOfDay(day));
    const closes = facts.timing.closesAt(session);
    if (closes <= asOf) instantAt(closes).closing.push(session);
    const ends = facts.timing.endOfDay(day);
    if (ends <= asOf) instantAt(ends).endOfSchoolDay = true;
  }
  for (const record of facts.log) if (record.happened <= asOf) instantAt(record.happened).records.push(record);
  const moments = [...planned.keys()].toSorted((a, b) => a - b);
  const woken: Moment[] = [];
  let index = 0;
  let current = Number.NEGATIVE_INFINITY;
  return {
    next: () => {
      while (woken.length > 0 && (woken[0] as Moment) <= current) woken.shift();
      const plannedNext = moments[index];
      const wokenNext = woken[0];
      if (plannedNext === undefined && wokenNext === undefined) return undefined;
      if (wokenNext !== undefined && (plannedNext === undefined || wokenNext < plannedNext)) {
        woken.shift();
        current = wokenNext;
        return { at: wokenNext, closing: [], records: [], endOfSchoolDay: false };
      }
      index++;
      current = plannedNext as Moment;
      return planned.get(current);
    },
    wake: (moment) => {
      if (moment <= current || moment > asOf || woken.includes(moment)) return;
      const place = woken.findIndex((other) => other > moment);
      woken.splice(place < 0 ? woken.length : place, 0, moment);
    },
  };
}

/** Whether the day is the first school day of its period. */
function beginsOn({ world: { calendar } }: Facts, unit: Period, day: Day, session: number): boolean {
  const before = calendar.sessionDay[session - 1];
  if (unit === "day" || before === undefined) return before !== day;
  return before !== day && before < (calendar.period(unit, day)?.from ?? day);
}

/** The days to replay: those of which something is known, but never beyond the moment asked. */
function daysOf(facts: Facts, asOf: Moment): readonly [Day, Day] {
  const last = facts.record.pupil.onRoll.reduce(
    (latest, span) => Math.max(latest, span.to ?? Number.POSITIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );
  return [facts.knownFrom, Math.min(last, dayOf(asOf))];
}
