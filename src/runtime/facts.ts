// One pupil's facts as known at one moment, laid out for quick reading: a byte a session, acts by name, and sums and spells
// counted as far as somebody asked. Knows nothing of rules, nor which version of a fact stands: that is the ledger's to say.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, PupilRecord } from "../school/record.ts";
import { OFF_ROLL } from "./world.ts";
import type { Timing, World } from "./world.ts";

/** A run of sessions of one kind (S10): first and last session number, and the one that ended it, or -1 while it lasts. */
export interface Spell {
  readonly first: number;
  readonly last: number;
  readonly endedBy: number;
}

export interface Facts {
  readonly world: World;
  readonly record: PupilRecord;
  readonly timing: Timing;
  /** The groups whose register the pupil keeps. */
  readonly groups: ReadonlySet<string>;
  /** The first day on roll, from the school year of the first fact on: nothing is known of the years before. */
  readonly knownFrom: Day;
  /** How many sessions have closed registers. Of later ones no mark is known, or it may yet be another. */
  readonly closed: number;
  /** A code version, MISSING or OFF_ROLL for each session of the calendar. */
  readonly sessions: Uint8Array;
  /** Marks of codes that no code set in force that day knows. */
  readonly unknownCodes: readonly Mark[];
  /** In order of time; a record with a date alone happened at that day's end (S7). */
  readonly log: readonly LogRecord[];
  readonly acts: ReadonlyMap<string, readonly LogRecord[]>;
  readonly arrivals: ReadonlyMap<Day, readonly Arrival[]>;
  /** By session set; made when first asked for. */
  readonly sums: (Sums | undefined)[];
  readonly spells: (Spells | undefined)[];
  /** Everyone in the school, for rates of a class or year; empty where only one pupil is known. */
  readonly school: readonly Facts[];
}

/** How many of the first n sessions belong to a set, for every n up to a place. */
interface Sums {
  upTo: number;
  readonly totals: Int32Array;
}

/** The spells among the first so many sessions; the last of them may go on. */
interface Spells {
  upTo: number;
  readonly list: { first: number; last: number; endedBy: number }[];
}

/** How many of the first n sessions belong to a set, for every n up to the place asked: a count in a window is one subtraction. */
export function sumsOf(facts: Facts, set: number, upTo: number): Int32Array {
  const sums = facts.sums[set] ?? { upTo: 0, totals: new Int32Array(facts.sessions.length + 1) };
  facts.sums[set] = sums;
  const { totals } = sums;
  if (sums.upTo >= upTo) return totals;
  const members = facts.world.members[set] as Uint8Array;
  let sum = totals[sums.upTo] as number;
  for (let session = sums.upTo; session < upTo; session++) {
    sum += members[facts.sessions[session] as number] as number;
    totals[session + 1] = sum;
  }
  sums.upTo = upTo;
  return totals;
}

/**
 * The absences of a kind among the first so many sessions (S10): an attended session or another kind of absence ends one,
 * anything else neither ends nor lengthens it. There may be later ones in the list, and the last that began before may go on.
 */
export function spellsOf(facts: Facts, set: number, upTo: number): readonly Spell[] {
  const spells = facts.spells[set] ?? { upTo: 0, list: [] };
  facts.spells[set] = spells;
  const { world, sessions } = facts;
  const members = world.members[set] as Uint8Array;
  let open = spells.list.at(-1);
  if (open !== undefined && open.endedBy >= 0) open = undefined;
  for (; spells.upTo < upTo; spells.upTo++) {
    const session = spells.upTo;
    const version = sessions[session] as number;
    if (members[version] === 1) {
      if (open === undefined) spells.list.push((open = { first: session, last: session, endedBy: -1 }));
      open.last = session;
    } else if (open !== undefined && breaksSpell(world, version)) {
      open.endedBy = session;
      open = undefined;
    }
  }
  return spells.list;
}

/** The absence of a kind that begins with a session, as far as the register is closed. */
export function spellFrom(facts: Facts, set: number, first: number): Spell | undefined {
  const spells = spellsOf(facts, set, facts.closed);
  let [low, high] = [0, spells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spells[middle] as Spell).first < first) low = middle + 1;
    else high = middle;
  }
  return spells[low]?.first === first ? spells[low] : undefined;
}

/** When an absence is over; what another school marks after the pupil has left is no end of it. */
export function overAt({ record, world, timing }: Facts, { endedBy }: Spell): Moment | undefined {
  if (endedBy < 0) return undefined;
  const day = world.calendar.sessionDay[endedBy] as Day;
  return record.pupil.onRoll.some(({ to }) => to === undefined || day <= to) ? timing.closesAt(endedBy) : undefined;
}

/** A session holds something else now: what was counted with it is counted again when somebody asks. */
export function recountFrom({ sums, spells }: Facts, session: number): void {
  for (const counted of sums) if (counted !== undefined) counted.upTo = Math.min(counted.upTo, session);
  for (const counted of spells) {
    if (counted === undefined || counted.upTo <= session) continue;
    const { list } = counted;
    counted.upTo = session;
    for (let last = list.at(-1); last !== undefined; last = list.at(-1)) {
      if (last.endedBy >= 0 ? last.endedBy < session : last.last < session) break;
      counted.upTo = Math.min(counted.upTo, last.first);
      list.pop();
    }
  }
}

function breaksSpell(world: World, version: number): boolean {
  const category = version === OFF_ROLL ? "missing" : world.categories[version];
  return (
    category === "attending" || category === "approved" || category === "authorised" || category === "unauthorised"
  );
}
