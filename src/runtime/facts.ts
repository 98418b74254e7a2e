// One pupil's facts as known at one moment, laid out for quick reading: records → a byte a session, acts by name, spells.
// Knows nothing of rules; which version of a fact stands is decided here and nowhere else (S7).

import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import { dayOf, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, PupilRecord } from "../school/record.ts";
import { MISSING, OFF_ROLL, timingOf, versionOn } from "./world.ts";
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
  /** A code version, MISSING or OFF_ROLL for each session of the calendar. */
  readonly sessions: Uint8Array;
  /** Marks of codes that no code set in force that day knows. */
  readonly unknownCodes: readonly Mark[];
  /** In order of time; a record with a date alone happened at that day's end (S7). */
  readonly log: readonly LogRecord[];
  readonly acts: ReadonlyMap<string, readonly LogRecord[]>;
  readonly arrivals: ReadonlyMap<Day, readonly Arrival[]>;
  /** Sums so far, by session set; made when first asked for. */
  readonly sums: (Int32Array | undefined)[];
  readonly spells: (readonly Spell[] | undefined)[];
  /** Everyone in the school, for rates of a class or year; empty where only one pupil is known. */
  readonly school: readonly Facts[];
}

/** The facts that are known at `cut`; of two versions of one record the later known stands. */
export function makeFacts(
  world: World,
  record: PupilRecord,
  cut: Moment,
  groups: ReadonlySet<string>,
  school: readonly Facts[] = [],
): Facts {
  const timing = timingOf(world, groups);
  const marks = new Map<number, Mark>();
  const knownAt = (mark: Mark, session: number): Moment => mark.known ?? timing.closesAt(session);
  for (const mark of record.marks) {
    const session = world.calendar.sessionOrdinal(mark.day, mark.half);
    if (session < 0 || knownAt(mark, session) > cut) continue;
    const other = marks.get(session);
    if (other === undefined || supersedes(mark, knownAt(mark, session), other, knownAt(other, session)))
      marks.set(session, mark);
  }
  const log = newestVersions(record.log, cut)
    .map((entry) => atDayEnd(entry, timing))
    .filter((entry) => entry.happened <= cut);
  log.sort((a, b) => a.happened - b.happened || (a.id < b.id ? -1 : 1));
  const { sessions, unknownCodes } = layOut(world, record, marks);
  return {
    world,
    record,
    timing,
    groups,
    knownFrom: firstKnownDay(world, record, marks, log),
    sessions,
    unknownCodes,
    log,
    acts: groupBy(log, (entry) => entry.act),
    arrivals: groupBy(
      record.arrivals.filter((arrival) => (arrival.known ?? arrival.at) <= cut).toSorted((a, b) => a.at - b.at),
      (arrival) => dayOf(arrival.at),
    ),
    sums: [],
    spells: [],
    school,
  };
}

function firstKnownDay(
  world: World,
  { pupil }: PupilRecord,
  marks: ReadonlyMap<number, Mark>,
  log: readonly LogRecord[],
): Day {
  const onRoll = pupil.onRoll.reduce((earliest, { from }) => Math.min(earliest, from), Number.POSITIVE_INFINITY);
  let first = log[0] === undefined ? Number.POSITIVE_INFINITY : dayOf(log[0].happened);
  for (const { day } of marks.values()) first = Math.min(first, day);
  if (first === Number.POSITIVE_INFINITY) return onRoll;
  return Math.max(onRoll, world.calendar.period("school-year", first)?.from ?? first);
}

/** Later known wins; known at once, the text decides, so that row order never matters (S7). */
function supersedes(mark: Mark, known: Moment, other: Mark, otherKnown: Moment): boolean {
  if (known !== otherKnown) return known > otherKnown;
  if ((mark.setting === undefined) !== (other.setting === undefined)) return mark.setting === undefined;
  return mark.code > other.code;
}

function layOut(
  world: World,
  record: PupilRecord,
  marks: ReadonlyMap<number, Mark>,
): { sessions: Uint8Array; unknownCodes: Mark[] } {
  const { calendar } = world;
  const sessions = new Uint8Array(calendar.sessionCount).fill(OFF_ROLL);
  for (const { from, to } of record.pupil.onRoll) {
    sessions.fill(
      MISSING,
      calendar.firstSessionOnOrAfter(from),
      to === undefined ? undefined : calendar.firstSessionOnOrAfter(to + 1),
    );
  }
  const unknownCodes: Mark[] = [];
  for (const [session, mark] of marks) {
    if (sessions[session] === OFF_ROLL && mark.setting === undefined) continue;
    const version = versionOn(world, mark.code, mark.day);
    if (version === MISSING) unknownCodes.push(mark);
    else sessions[session] = version;
  }
  return { sessions, unknownCodes };
}

function newestVersions(log: readonly LogRecord[], cut: Moment): LogRecord[] {
  const newest = new Map<string, LogRecord>();
  for (const entry of log) {
    if ((entry.known ?? entry.happened) > cut && (entry.known !== undefined || dayOf(entry.happened) > dayOf(cut)))
      continue;
    const other = newest.get(entry.id);
    if (other === undefined || (other.known ?? other.happened) < (entry.known ?? entry.happened))
      newest.set(entry.id, entry);
  }
  return [...newest.values()];
}

/** A record's own date and time are fields like any other that a rule may want recorded; a date alone says no time (S7). */
function atDayEnd(entry: LogRecord, timing: Timing): LogRecord {
  const { happened, fields } = entry;
  const day = dayOf(happened);
  const date = formatDay(day);
  return happened === lastInstant(day)
    ? { ...entry, happened: timing.endOfDay(day), fields: { date, ...fields } }
    : { ...entry, fields: { date, time: formatTime(secondOf(happened)), ...fields } };
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** How many of the first n sessions belong to a set, for every n: a count in a window is one subtraction. */
export function sumsOf(facts: Facts, set: number): Int32Array {
  const known = facts.sums[set];
  if (known !== undefined) return known;
  const members = facts.world.members[set] as Uint8Array;
  const sums = new Int32Array(facts.sessions.length + 1);
  for (let session = 0, sum = 0; session < facts.sessions.length; session++) {
    sum += members[facts.sessions[session] as number] as number;
    sums[session + 1] = sum;
  }
  facts.sums[set] = sums;
  return sums;
}

/** The absences of a kind (S10): an attended session or another kind of absence ends one, anything else neither ends nor lengthens it. */
export function spellsOf(facts: Facts, set: number): readonly Spell[] {
  const known = facts.spells[set];
  if (known !== undefined) return known;
  const { world, sessions } = facts;
  const members = world.members[set] as Uint8Array;
  const spells: Spell[] = [];
  let first = -1;
  let last = -1;
  for (let session = 0; session < sessions.length; session++) {
    const version = sessions[session] as number;
    if (members[version] === 1) {
      if (first < 0) first = session;
      last = session;
    } else if (first >= 0 && breaksSpell(world, version)) {
      spells.push({ first, last, endedBy: session });
      first = -1;
    }
  }
  if (first >= 0) spells.push({ first, last, endedBy: -1 });
  facts.spells[set] = spells;
  return spells;
}

function breaksSpell(world: World, version: number): boolean {
  const category = version === OFF_ROLL ? "missing" : world.categories[version];
  return (
    category === "attending" || category === "approved" || category === "authorised" || category === "unauthorised"
  );
}
