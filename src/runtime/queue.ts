// The instants of a replay, in order: mornings on which a period begins, closing registers, ends of school days, records, and
// the moments that rules wait for.

import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
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

interface Queue {
  readonly next: () => Instant | undefined;
  readonly wake: (moment: Moment) => void;
}

type Period = Extract<Procedure["anchor"], { readonly kind: "period" }>["unit"];

export function periodsOf(procedures: readonly Pick<Procedure, "anchor">[]): readonly Period[] {
  return [...new Set(procedures.flatMap(({ anchor }) => (anchor.kind === "period" ? [anchor.unit] : [])))];
}

/**
 * All moments at which something can change, in order: mornings on which a period begins (what it asks for is owed from
 * then on, not only once a register has closed), closing registers, ends of school days, records, and moments that rules wait for.
 */
export function makeQueue(facts: Facts, asOf: Moment, periods: readonly Period[]): Queue {
  const planned = plannedInstants(facts, asOf, periods);
  const { log } = facts;
  const woken: Moment[] = [];
  let [index, entry] = [0, 0];
  let current = Number.NEGATIVE_INFINITY;
  const records = (at: Moment): LogRecord[] => {
    const first = entry;
    while (log[entry]?.happened === at) entry++;
    return log.slice(first, entry);
  };
  return {
    next: () => {
      while (woken.length > 0 && (woken[0] as Moment) <= current) woken.shift();
      const recorded = log[entry]?.happened;
      const at = Math.min(planned[index]?.at ?? NEVER, woken[0] ?? NEVER, recorded ?? NEVER);
      if (at > asOf) return undefined;
      current = at;
      const instant = planned[index]?.at === at ? planned[index++] : undefined;
      if (recorded !== at) return instant ?? { at, closing: [], records: [], endOfSchoolDay: false, onlyWoken: true };
      return {
        at,
        closing: instant?.closing ?? [],
        records: records(at),
        endOfSchoolDay: instant?.endOfSchoolDay ?? false,
        onlyWoken: false,
      };
    },
    wake: (moment) => {
      if (moment <= current || moment > asOf || woken.includes(moment)) return;
      const place = woken.findIndex((other) => other > moment);
      woken.splice(place < 0 ? woken.length : place, 0, moment);
    },
  };
}

/** What the calendar alone brings about is the same for all who keep the same times over the same days. */
const plansOf = remember<Timing, Map<string, readonly Instant[]>>(() => new Map());

function plannedInstants(facts: Facts, asOf: Moment, periods: readonly Period[]): readonly Instant[] {
  const plans = plansOf(facts.timing);
  const [from, to] = daysOf(facts, asOf);
  const key = [from, to, asOf, ...periods].join(" ");
  const known = plans.get(key) ?? planInstants(facts, asOf, periods, [from, to]);
  plans.set(key, known);
  return known;
}

function planInstants(
  facts: Facts,
  asOf: Moment,
  periods: readonly Period[],
  [from, to]: readonly [Day, Day],
): readonly Instant[] {
  const { calendar } = facts.world;
  const planned = new Map<Moment, Instant & { readonly closing: number[]; endOfSchoolDay: boolean }>();
  const instantAt = (at: Moment): { closing: number[]; endOfSchoolDay: boolean } => {
    const instant = planned.get(at) ?? { at, closing: [], records: [], endOfSchoolDay: false, onlyWoken: false };
    planned.set(at, instant);
    return instant;
  };
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (day > to) break;
    if (periods.some((unit) => beginsOn(facts, unit, day, session))) instantAt(startOfDay(day));
    const closes = facts.timing.closesAt(session);
    if (closes <= asOf) instantAt(closes).closing.push(session);
    const ends = facts.timing.endOfDay(day);
    if (ends <= asOf) instantAt(ends).endOfSchoolDay = true;
  }
  return [...planned.values()].toSorted((a, b) => a.at - b.at);
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
