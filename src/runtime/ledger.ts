// What became known → facts, laid out as they grow: which version of a mark or a record stands is decided here and nowhere
// else (S7). Whatever is learned says from which moment on the facts are others than they were, so that nobody looks further back.

import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import { dayOf, formatTime, lastInstant, secondOf, startOfDay } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil, PupilRecord } from "../school/record.ts";
import { sessionsClosedBy } from "../school/window.ts";
import { compareText } from "../support/compare-text.ts";
import { recountFrom } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { MISSING, OFF_ROLL, timingOf, versionOn } from "./world.ts";
import type { Timing, World } from "./world.ts";

export type News = Omit<PupilRecord, "pupil">;

interface Grown extends Facts {
  knownFrom: Day;
  closed: number;
  readonly unknownCodes: Mark[];
  readonly log: LogRecord[];
  readonly acts: Map<string, LogRecord[]>;
  readonly arrivals: Map<Day, Arrival[]>;
}

export interface Ledger {
  readonly facts: Facts;
  /** The mark that stands, by session. */
  readonly marks: (Mark | undefined)[];
  /** The newest version of each record, by its id: as it came, and as it is laid out. */
  readonly versions: Map<string, Version>;
  /** Known already, and yet to happen. */
  readonly ahead: LogRecord[];
  /** The day of the earliest fact, from which time on roll is known; infinite while nothing is. */
  firstFact: Day;
}

interface Version {
  readonly entry: LogRecord;
  readonly laid: LogRecord;
}

/** Nothing is known yet but the pupil, who keeps the registers of these groups; the rest of the record is to be learned. */
export function openLedger(
  world: World,
  record: PupilRecord,
  groups: ReadonlySet<string>,
  school: readonly Facts[] = [],
): Ledger {
  const { calendar } = world;
  const { pupil } = record;
  const sessions = new Uint8Array(calendar.sessionCount).fill(OFF_ROLL);
  for (const { from, to } of pupil.onRoll) {
    sessions.fill(
      MISSING,
      calendar.firstSessionOnOrAfter(from),
      to === undefined ? undefined : calendar.firstSessionOnOrAfter(to + 1),
    );
  }
  const marks: (Mark | undefined)[] = [];
  marks.length = calendar.sessionCount;
  const facts: Grown = {
    world,
    record,
    timing: timingOf(world, groups),
    groups,
    knownFrom: firstOnRoll(pupil),
    closed: 0,
    sessions,
    unknownCodes: [],
    log: [],
    acts: new Map(),
    arrivals: new Map(),
    sums: [],
    spells: [],
    school,
  };
  return {
    facts,
    marks,
    versions: new Map(),
    ahead: [],
    firstFact: Number.POSITIVE_INFINITY,
  };
}

/** The facts that are known at `cut`; of two versions of one record the later known stands. */
export function makeFacts(
  world: World,
  record: PupilRecord,
  cut: Moment,
  groups: ReadonlySet<string>,
  school: readonly Facts[] = [],
): Facts {
  const ledger = openLedger(world, record, groups, school);
  learn(ledger, splitAt(ledger.facts, record, cut)[0], cut);
  return ledger.facts;
}

/** What of some news is known by a moment, and what becomes known later. */
export function splitAt({ world, timing }: Facts, news: News, cut: Moment): readonly [News, News] {
  const [known, later] = [emptyNews(), emptyNews()];
  for (const mark of news.marks) (markKnown(world, timing, mark) <= cut ? known : later).marks.push(mark);
  for (const arrival of news.arrivals) (arrivalKnown(arrival) <= cut ? known : later).arrivals.push(arrival);
  for (const entry of news.log) (entryKnown(entry) <= cut ? known : later).log.push(entry);
  return [known, later];
}

/** Whether all of it became known after one moment and by another, and just when it happened. */
export function isExpected(
  { world, timing }: Facts,
  { marks, arrivals, log }: News,
  after: Moment,
  by: Moment,
): boolean {
  for (const mark of marks) {
    if (mark.known !== undefined) return false;
    const known = markKnown(world, timing, mark);
    if (known <= after || known > by) return false;
  }
  for (const { at, known } of arrivals) if (known !== undefined || at <= after || at > by) return false;
  for (const { happened, known } of log) if (known !== undefined || happened <= after || happened > by) return false;
  return true;
}

function emptyNews(): { readonly marks: Mark[]; readonly arrivals: Arrival[]; readonly log: LogRecord[] } {
  return { marks: [], arrivals: [], log: [] };
}

/** When a mark became known: unsaid, when its register closes (S7). Never, for a session that the calendar does not have. */
export function markKnown({ calendar }: World, timing: Timing, { day, half, known }: Mark): Moment {
  const session = calendar.sessionOrdinal(day, half);
  return session < 0 ? Number.POSITIVE_INFINITY : (known ?? timing.closesAt(session));
}

export function arrivalKnown({ at, known }: Arrival): Moment {
  return known ?? at;
}

/** A record that does not say when it became known is one of its day: which version stands does not hang on the hour. */
export function entryKnown({ happened, known }: LogRecord): Moment {
  return known ?? startOfDay(dayOf(happened));
}

/** A moment before which news changes nothing that is known. */
export function earliestOf({ versions }: Ledger, { marks, arrivals, log }: News): Moment {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { day } of marks) earliest = Math.min(earliest, startOfDay(day));
  for (const { at } of arrivals) earliest = Math.min(earliest, at);
  for (const { id, happened } of log)
    earliest = Math.min(earliest, startOfDay(dayOf(Math.min(happened, versions.get(id)?.laid.happened ?? happened))));
  return earliest;
}

/**
 * Takes in what became known up to `cut`, all of it and nothing twice. Gives the earliest moment of which something else is
 * known than before: infinite where nothing changed.
 */
export function learn(ledger: Ledger, news: News, cut: Moment): Moment {
  const facts = ledger.facts as Grown;
  const { calendar } = facts.world;
  const { firstFact } = ledger;
  let changed = Number.POSITIVE_INFINITY;
  for (const mark of news.marks) changed = Math.min(changed, learnMark(ledger, mark));
  for (const arrival of news.arrivals) changed = Math.min(changed, learnArrival(facts, arrival));
  if (news.log.length > 0)
    for (const entry of news.log.toSorted(byTime)) changed = Math.min(changed, learnVersion(ledger, entry));
  if (ledger.ahead.length > 0) changed = Math.min(changed, letHappen(ledger, cut));
  facts.closed = sessionsClosedBy(calendar, cut, facts.timing);
  if (ledger.firstFact !== firstFact) facts.knownFrom = knownFrom(ledger);
  return changed;
}

function knownFrom({ firstFact, facts }: Ledger): Day {
  const joined = firstOnRoll(facts.record.pupil);
  if (firstFact === Number.POSITIVE_INFINITY) return joined;
  return Math.max(joined, facts.world.calendar.period("school-year", firstFact)?.from ?? firstFact);
}

function firstOnRoll({ onRoll }: Pupil): Day {
  return onRoll.reduce((earliest, { from }) => Math.min(earliest, from), Number.POSITIVE_INFINITY);
}

// ---------------------------------------------------------------- marks

function learnMark(ledger: Ledger, mark: Mark): Moment {
  const facts = ledger.facts as Grown;
  const { world, timing, sessions, unknownCodes } = facts;
  const session = world.calendar.sessionOrdinal(mark.day, mark.half);
  if (session < 0) return Number.POSITIVE_INFINITY;
  const other = ledger.marks[session];
  if (other !== undefined && !supersedes(world, timing, mark, other)) return Number.POSITIVE_INFINITY;
  ledger.marks[session] = mark;
  ledger.firstFact = Math.min(ledger.firstFact, mark.day);
  const unknown = other === undefined ? -1 : unknownCodes.indexOf(other);
  if (unknown >= 0) unknownCodes.splice(unknown, 1);
  const before = sessions[session] as number;
  const now = versionOf(facts, mark);
  if (now === before) return Number.POSITIVE_INFINITY;
  sessions[session] = now;
  recountFrom(facts, session);
  return timing.closesAt(session);
}

/** What the session holds by this mark: off roll only marks of another school count. */
function versionOf({ world, record, unknownCodes }: Grown, mark: Mark): number {
  const { day, code, setting } = mark;
  const onRoll = record.pupil.onRoll.some(({ from, to }) => from <= day && (to === undefined || day <= to));
  if (!onRoll && setting === undefined) return OFF_ROLL;
  const version = versionOn(world, code, day);
  if (version !== MISSING) return version;
  unknownCodes.push(mark);
  return onRoll ? MISSING : OFF_ROLL;
}

/** Later known wins; known at once, the text decides, so that row order never matters (S7). */
export function supersedes(world: World, timing: Timing, mark: Mark, other: Mark): boolean {
  const [known, otherKnown] = [markKnown(world, timing, mark), markKnown(world, timing, other)];
  if (known !== otherKnown) return known > otherKnown;
  if ((mark.setting === undefined) !== (other.setting === undefined)) return mark.setting === undefined;
  return mark.code > other.code;
}

// ---------------------------------------------------------------- arrivals

function learnArrival(facts: Grown, arrival: Arrival): Moment {
  const day = dayOf(arrival.at);
  const onTheDay = facts.arrivals.get(day);
  if (onTheDay === undefined) facts.arrivals.set(day, [arrival]);
  else insert(onTheDay, arrival, byArrival);
  return arrival.at;
}

/** At one instant their texts decide, so that row order never matters (S7). */
function byArrival(a: Arrival, b: Arrival): number {
  return a.at - b.at || compareText(JSON.stringify(a.fields), JSON.stringify(b.fields));
}

// ---------------------------------------------------------------- the log

function byTime(a: LogRecord, b: LogRecord): number {
  return a.happened - b.happened || compareText(a.id, b.id);
}

/** Of two versions of one record the later known stands (S7); the other never happened. */
function learnVersion(ledger: Ledger, entry: LogRecord): Moment {
  const other = ledger.versions.get(entry.id);
  if (other !== undefined && !replaces(entry, other.entry)) return Number.POSITIVE_INFINITY;
  const laid = atDayEnd(entry, ledger.facts.timing);
  ledger.versions.set(entry.id, { entry, laid });
  insert(ledger.ahead, laid, byTime);
  return other === undefined ? Number.POSITIVE_INFINITY : takeBack(ledger, other.laid);
}

/** Known at once, the later happened and then the text decide, so that row order never matters (S7). */
export function replaces(entry: LogRecord, other: LogRecord): boolean {
  const [known, otherKnown] = [entry.known ?? entry.happened, other.known ?? other.happened];
  if (known !== otherKnown) return known > otherKnown;
  if (entry.happened !== other.happened) return entry.happened > other.happened;
  return compareText(textOf(entry), textOf(other)) > 0;
}

function textOf({ source: _source, ...entry }: LogRecord): string {
  return JSON.stringify(entry);
}

function takeBack(ledger: Ledger, entry: LogRecord): Moment {
  const facts = ledger.facts as Grown;
  if (remove(ledger.ahead, entry)) return Number.POSITIVE_INFINITY;
  remove(facts.log, entry);
  remove(facts.acts.get(entry.act) ?? [], entry);
  if (dayOf(entry.happened) === ledger.firstFact) ledger.firstFact = firstFactOf(ledger);
  return entry.happened;
}

function firstFactOf({ marks, facts }: Ledger): Day {
  let first = facts.log[0] === undefined ? Number.POSITIVE_INFINITY : dayOf(facts.log[0].happened);
  for (const mark of marks) if (mark !== undefined) first = Math.min(first, mark.day);
  return first;
}

/** What was known to lie ahead, and has happened by the cut. */
function letHappen(ledger: Ledger, cut: Moment): Moment {
  const facts = ledger.facts as Grown;
  const first = ledger.ahead[0];
  if (first === undefined || first.happened > cut) return Number.POSITIVE_INFINITY;
  for (let entry = ledger.ahead[0]; entry !== undefined && entry.happened <= cut; entry = ledger.ahead[0]) {
    ledger.ahead.shift();
    insert(facts.log, entry, byTime);
    const same = facts.acts.get(entry.act);
    if (same === undefined) facts.acts.set(entry.act, [entry]);
    else insert(same, entry, byTime);
  }
  ledger.firstFact = Math.min(ledger.firstFact, dayOf(first.happened));
  return first.happened;
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

// ---------------------------------------------------------------- lists in order

/** Puts an entry behind those that do not come after it; what is new mostly comes last. */
function insert<T>(list: T[], entry: T, compare: (a: T, b: T) => number): void {
  let place = list.length;
  while (place > 0 && compare(list[place - 1] as T, entry) > 0) place--;
  if (place === list.length) list.push(entry);
  else list.splice(place, 0, entry);
}

function remove<T>(list: T[], entry: T): boolean {
  const place = list.indexOf(entry);
  if (place >= 0) list.splice(place, 1);
  return place >= 0;
}
