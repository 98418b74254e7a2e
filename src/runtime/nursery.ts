// Where instances are born: one whenever the thing a procedure lives on begins (S22).

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { periodKey } from "../school/periods.ts";
import { overAt, spellFrom } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Instance } from "./instance.ts";
import { baseKey } from "./instance.ts";
import type { Life } from "./life.ts";
import type { Procedure } from "./program.ts";
import { parentsOn } from "./pupil-figures.ts";
import type { Instant } from "./queue.ts";

type Begin = (procedure: Procedure, instance: Instance) => Life;

export interface Nursery {
  readonly facts: Facts;
  readonly begin: Begin;
  /** By what begins: a record, an absence or a session, or a day. */
  readonly byRecord: readonly Procedure[];
  readonly bySession: readonly Procedure[];
  readonly byDay: readonly Procedure[];
  readonly born: ReadonlyMap<Procedure, Set<string>>;
  /** The first day on which a period may begin, or somebody may come to be a parent. */
  nextBirth: Day;
}

/** Among lives there may be already, each thing bears one of each procedure. */
export function openNursery(
  facts: Facts,
  procedures: readonly Procedure[],
  begin: Begin,
  lives: readonly Life[] = [],
  nextBirth: Day = Number.NEGATIVE_INFINITY,
): Nursery {
  const born = new Map<Procedure, Set<string>>(procedures.map((procedure) => [procedure, new Set()]));
  for (const { procedure, instance } of lives) born.get(procedure)?.add(baseKey(instance));
  const byRecord = procedures.filter(({ anchor }) => anchor.kind === "act");
  const bySession = procedures.filter(({ anchor }) => anchor.kind === "absence" || anchor.kind === "session");
  const byDay = procedures.filter((procedure) => !byRecord.includes(procedure) && !bySession.includes(procedure));
  return { facts, begin, byRecord, bySession, byDay, born, nextBirth };
}

/** Makes an instance of whatever begins in an instant. */
export function bear(nursery: Nursery, instant: Instant): void {
  const day = dayOf(instant.at);
  // A week or a term begins for a rule whether or not another rule waits for something in it.
  if (day >= nursery.nextBirth && !instant.onlyWoken)
    nursery.nextBirth = nursery.byDay.reduce(
      (next, procedure) => Math.min(next, bearOnDay(nursery, procedure, day, instant.at)),
      Number.POSITIVE_INFINITY,
    );
  for (const session of instant.closing)
    for (const procedure of nursery.bySession) bearOnSession(nursery, procedure, session, instant.at);
  for (const record of instant.records) {
    for (const procedure of nursery.byRecord) {
      const { anchor } = procedure;
      if (anchor.kind !== "act" || anchor.act !== record.act) continue;
      if (anchor.object !== undefined && anchor.object !== record.object) continue;
      bearOnce(nursery, procedure, record.id, record.happened, {
        record,
        ...(record.person === undefined ? {} : { person: record.person }),
      });
    }
  }
}

function bearOnce(
  { born, begin }: Nursery,
  procedure: Procedure,
  key: string,
  begun: Moment,
  more: Partial<Instance> = {},
): void {
  const keys = born.get(procedure) as Set<string>;
  if (keys.has(key)) return;
  keys.add(key);
  const { changesApplyAtOnce } = procedure;
  begin(procedure, {
    procedure: procedure.name,
    key,
    begun,
    scopeFrom: startOfDay(dayOf(begun)),
    changesApplyAtOnce,
    steps: new Map(),
    ...more,
  });
}

/** Bears what begins by a day, and gives the first day on which there may be something more. */
function bearOnDay(nursery: Nursery, procedure: Procedure, day: Day, at: Moment): Day {
  const { anchor } = procedure;
  const { facts } = nursery;
  const { calendar } = facts.world;
  if (anchor.kind === "period") {
    if (anchor.unit === "day") {
      if (calendar.isSchoolDay(day))
        bearOnce(nursery, procedure, formatDay(day), at, { periodEnds: startOfDay(day + 1) - 1 });
      return day + 1;
    }
    const span = calendar.period(anchor.unit, day);
    if (span === undefined) return day + 1;
    bearOnce(
      nursery,
      procedure,
      periodKey(calendar, anchor.unit, span),
      startOfDay(Math.max(span.from, calendar.firstDay)),
      {
        periodEnds: startOfDay(span.to + 1) - 1,
      },
    );
    return span.to + 1;
  }
  if (anchor.kind === "parent") return bearOnParents(nursery, procedure, day, at);
  if (anchor.kind === "class") {
    for (const other of facts.school) {
      const className = other.record.pupil.class;
      if (className !== undefined)
        bearOnce(nursery, procedure, className, at, { className, scopeFrom: Number.NEGATIVE_INFINITY });
    }
  } else bearOnce(nursery, procedure, "", at, { scopeFrom: Number.NEGATIVE_INFINITY });
  return Number.POSITIVE_INFINITY;
}

/** Who is linked to the pupil and no parent in law bears nothing; who comes to be one later bears from that day on (S11). */
function bearOnParents(nursery: Nursery, procedure: Procedure, day: Day, at: Moment): Day {
  const { facts } = nursery;
  for (const person of parentsOn(facts, day))
    bearOnce(nursery, procedure, person, at, { person, scopeFrom: Number.NEGATIVE_INFINITY });
  return facts.record.pupil.parents.reduce(
    (next, { from }) => (from !== undefined && from > day ? Math.min(next, from) : next),
    Number.POSITIVE_INFINITY,
  );
}

function bearOnSession(nursery: Nursery, procedure: Procedure, session: number, at: Moment): void {
  const { anchor } = procedure;
  const { world, sessions } = nursery.facts;
  if (anchor.kind !== "absence" && anchor.kind !== "session") return;
  if (world.members[anchor.set]?.[sessions[session] as number] !== 1) return;
  const spell = anchor.kind === "absence" ? spellFrom(nursery.facts, anchor.set, session) : undefined;
  if (anchor.kind === "absence" && spell === undefined) return;
  const day = world.calendar.sessionDay[session] as Day;
  const key = `${formatDay(day)} ${world.calendar.sessionHalf[session] === 0 ? "AM" : "PM"}`;
  const over = spell === undefined ? undefined : overAt(nursery.facts, spell);
  bearOnce(nursery, procedure, key, at, {
    session,
    scopeFrom: startOfDay(day),
    ...(over === undefined ? {} : { lastsUntil: over }),
  });
}
