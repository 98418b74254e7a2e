// Where instances are born: one whenever the thing a procedure lives on begins (S22).

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { spellsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Instance } from "./instance.ts";
import type { Life } from "./life.ts";
import type { Procedure } from "./program.ts";
import type { Instant } from "./queue.ts";

interface Nursery {
  readonly bear: (instant: Instant) => void;
}

/** Makes an instance whenever the thing a procedure lives on begins. */
export function makeNursery(
  facts: Facts,
  procedures: readonly Procedure[],
  begin: (procedure: Procedure, instance: Instance) => Life,
): Nursery {
  const { calendar } = facts.world;
  const born = new Map<Procedure, Set<string>>(procedures.map((procedure) => [procedure, new Set()]));
  const once = (procedure: Procedure, key: string, begun: Moment, more: Partial<Instance> = {}): void => {
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
  };
  const byRecord = procedures.filter(({ anchor }) => anchor.kind === "act");
  const bySession = procedures.filter(({ anchor }) => anchor.kind === "absence" || anchor.kind === "session");
  const byDay = procedures.filter((procedure) => !byRecord.includes(procedure) && !bySession.includes(procedure));
  const beginnings = new Map(
    bySession.flatMap((procedure) =>
      procedure.anchor.kind === "absence"
        ? [[procedure, new Map(spellsOf(facts, procedure.anchor.set).map((spell) => [spell.first, spell]))] as const]
        : [],
    ),
  );
  let nextBirth: Day = Number.NEGATIVE_INFINITY;

  /** Bears what begins by a day, and gives the first day on which there may be something more. */
  const bearOnDay = (procedure: Procedure, day: Day, at: Moment): Day => {
    const { anchor } = procedure;
    if (anchor.kind === "period") {
      if (anchor.unit === "day") {
        if (calendar.isSchoolDay(day)) once(procedure, formatDay(day), at, { periodEnds: startOfDay(day + 1) - 1 });
        return day + 1;
      }
      const span = calendar.period(anchor.unit, day);
      if (span === undefined) return day + 1;
      once(procedure, `${anchor.unit} ${span.name}`, startOfDay(Math.max(span.from, calendar.firstDay)), {
        periodEnds: startOfDay(span.to + 1) - 1,
      });
      return span.to + 1;
    }
    if (anchor.kind === "parent") {
      for (const link of facts.record.pupil.parents)
        once(procedure, link.person, at, { person: link.person, scopeFrom: Number.NEGATIVE_INFINITY });
    } else if (anchor.kind === "class") {
      for (const other of facts.school) {
        const className = other.record.pupil.class;
        if (className !== undefined) once(procedure, className, at, { className, scopeFrom: Number.NEGATIVE_INFINITY });
      }
    } else once(procedure, "", at, { scopeFrom: Number.NEGATIVE_INFINITY });
    return Number.POSITIVE_INFINITY;
  };

  const bearOnSession = (procedure: Procedure, session: number, at: Moment): void => {
    const { anchor } = procedure;
    const spell = anchor.kind === "absence" ? beginnings.get(procedure)?.get(session) : undefined;
    const marked =
      anchor.kind === "session" && facts.world.members[anchor.set]?.[facts.sessions[session] as number] === 1;
    if (spell === undefined && !marked) return;
    const day = calendar.sessionDay[session] as Day;
    const key = `${formatDay(day)} ${calendar.sessionHalf[session] === 0 ? "AM" : "PM"}`;
    const over = spell === undefined || spell.endedBy < 0 ? {} : { lastsUntil: facts.timing.closesAt(spell.endedBy) };
    once(procedure, key, at, { session, scopeFrom: startOfDay(day), ...over });
  };

  return {
    bear: (instant) => {
      const day = dayOf(instant.at);
      // A week or a term begins for a rule whether or not another rule waits for something in it.
      if (day >= nextBirth && !instant.onlyWoken)
        nextBirth = byDay.reduce(
          (next, procedure) => Math.min(next, bearOnDay(procedure, day, instant.at)),
          Number.POSITIVE_INFINITY,
        );
      for (const session of instant.closing)
        for (const procedure of bySession) bearOnSession(procedure, session, instant.at);
      for (const record of instant.records) {
        for (const procedure of byRecord) {
          const { anchor } = procedure;
          if (
            anchor.kind !== "act" ||
            anchor.act !== record.act ||
            (anchor.object !== undefined && anchor.object !== record.object)
          )
            continue;
          once(procedure, record.id, record.happened, {
            record,
            ...(record.person === undefined ? {} : { person: record.person }),
          });
        }
      }
    },
  };
}
