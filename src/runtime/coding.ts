// Codes to record (S8): for a session without a mark, or with one that says no reason is known yet, the first row that
// applies. The register itself is never changed; a proposal is a duty to record.

import type { Day } from "../school/day.ts";
import { secondOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { holdsAt } from "../units/edge.ts";
import type { Context } from "./context.ts";
import { spellsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Instance } from "./instance.ts";
import type { Proposal } from "./outcome.ts";
import type { Zone } from "./program.ts";
import { MISSING } from "./world.ts";

/** The code for "no reason yet" (School Attendance (Pupil Registration) (England) Regulations 2024, reg. 10). */
const NO_REASON_YET = "N";

export function proposalsOf(context: Context): readonly Proposal[] {
  const { facts, now } = context;
  const { calendar, program } = facts.world;
  const proposals: Proposal[] = [];
  for (let session = calendar.firstSessionOnOrAfter(facts.knownFrom); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    if (facts.timing.opensAt(session) > now) break;
    const version = facts.sessions[session] as number;
    const code = version === MISSING ? undefined : program.codes[version - 1]?.code;
    if (version !== MISSING && code !== NO_REASON_YET) continue;
    const row = rowFor(context, session);
    if (row === undefined || row.code === code) continue;
    proposals.push({
      day,
      half: calendar.sessionHalf[session] === 0 ? "AM" : "PM",
      code: row.code,
      ...(code === undefined ? {} : { instead: code }),
      rule: row.rule,
      clauses: row.clauses,
    });
  }
  return proposals;
}

interface Row {
  readonly code: string;
  readonly rule: string;
  readonly clauses: readonly string[];
}

function rowFor(context: Context, session: number): Row | undefined {
  const { facts, now } = context;
  const instance = aroundSession(facts, session);
  const here: Context = { ...context, from: facts.timing.opensAt(session), instance };
  const arrival = arrivalIn(facts, session, now);
  for (const coding of facts.world.program.codings) {
    for (const row of coding.rows) {
      const holds = row.test(here);
      if (holds === undefined) return undefined;
      if (holds && !(row.otherwise && arrival !== undefined)) return row;
    }
  }
  return arrival === undefined ? undefined : zoneFor(facts, session, secondOf(arrival), here);
}

/** The absence that the session belongs to, else its day: what was reported for it counts, by the figures of that day (S15). */
function aroundSession(facts: Facts, session: number): Instance {
  const spell = spellsOf(facts, facts.world.program.absentSet, facts.sessions.length).find(
    ({ first, last }) => session >= first && session <= last,
  );
  const day = facts.world.calendar.sessionDay[spell?.first ?? session] as Day;
  const begun = startOfDay(day);
  return {
    procedure: "",
    key: "",
    begun,
    started: startOfDay(facts.world.calendar.sessionDay[session] as Day),
    scopeFrom: begun,
    session: spell?.first ?? session,
    changesApplyAtOnce: false,
    steps: new Map(),
  };
}

function arrivalIn(facts: Facts, session: number, now: Moment): Moment | undefined {
  const { calendar } = facts.world;
  const day = calendar.sessionDay[session] as Day;
  const afternoon = facts.timing.opens[1];
  return (facts.arrivals.get(day) ?? []).find(
    ({ at }) =>
      at <= now && (calendar.sessionHalf[session] === 0 ? secondOf(at) < afternoon : secondOf(at) >= afternoon),
  )?.at;
}

function zoneFor(facts: Facts, session: number, second: number, context: Context): Row | undefined {
  const half = facts.world.calendar.sessionHalf[session] === 0 ? "AM" : "PM";
  const zones = facts.timing.registers
    .filter((register) => register.half === half)
    .flatMap((register) => register.zones);
  const zone = zones.find(
    (candidate) => candidate.code !== undefined && inZone(candidate, second) && candidate.unless?.(context) !== true,
  );
  return zone?.code === undefined ? undefined : { code: zone.code, rule: zone.rule, clauses: zone.clauses };
}

export function inZone(zone: Zone, second: number): boolean {
  return zone.edges.every(({ edge, seconds }) => holdsAt(edge, second < seconds ? -1 : second > seconds ? 1 : 0));
}
