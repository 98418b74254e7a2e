// More became known of what came after a moment → who is looked at again, and from when on: those who wait for a mark of some
// set, for a record, or for the end of an absence. Everybody else sleeps on.

import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Run } from "./engine.ts";
import { overAt, spellFrom } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { NEVER, goesOn } from "./life.ts";
import type { Life } from "./life.ts";

/** Sessions whose registers had closed, and moments up to which records and arrivals were known, when all of them were looked at. */
export interface Seen {
  readonly closed: number;
  readonly at: Moment;
}

export function rouseSleepers(run: Run, { closed, at }: Seen): void {
  if (run.live.length === 0) return;
  const { facts } = run;
  const told = Math.min(run.facts.log[run.queue.entry]?.happened ?? NEVER, firstArrival(facts, at));
  for (const life of run.live) {
    let from = life.listens ? told : NEVER;
    if (life.watches.length > 0) from = Math.min(from, firstWatched(facts, life, closed));
    if (facts.closed > closed) from = Math.min(from, endOfAbsence(facts, life));
    if (from < life.awakeFrom) life.awakeFrom = from;
    run.quietUntil = Math.min(run.quietUntil, from);
  }
}

function firstArrival({ arrivals, closed, world }: Facts, after: Moment): Moment {
  if (arrivals.size === 0 || closed === 0) return NEVER;
  const last = world.calendar.sessionDay[closed - 1] as Day;
  for (let day = dayOf(after); day <= last; day++) {
    const first = arrivals.get(day)?.find(({ at }) => at > after);
    if (first !== undefined) return first.at;
  }
  return NEVER;
}

function firstWatched({ world, sessions, timing, closed }: Facts, { watches }: Life, from: number): Moment {
  for (let session = from; session < closed; session++) {
    const version = sessions[session] as number;
    if (watches.some((set) => world.members[set]?.[version] === 1)) return timing.closesAt(session);
  }
  return NEVER;
}

/** The session that ends the absence a life lives on has come. */
function endOfAbsence(facts: Facts, life: Life): Moment {
  const { instance, procedure } = life;
  if (procedure.anchor.kind !== "absence" || instance.session === undefined || !goesOn(life)) return NEVER;
  const spell = spellFrom(facts, procedure.anchor.set, instance.session);
  const over = spell === undefined ? undefined : overAt(facts, spell);
  if (over === undefined) return NEVER;
  instance.lastsUntil = over;
  life.standing = false;
  return over;
}
