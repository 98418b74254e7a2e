// The whole answer for one pupil, or for the school, as of a moment: what holds, what is owed, what is asked, what to record,
// and what a late-known record overturned (S30). A pure function of policy, calendar, records and moment.

import { formatDay } from "../school/day.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord, SchoolRecord } from "../school/record.ts";
import { proposalsOf } from "./coding.ts";
import type { Context } from "./context.ts";
import { replay } from "./engine.ts";
import type { Replay } from "./engine.ts";
import { makeFacts } from "./facts.ts";
import type { Facts } from "./facts.ts";
import type { Instance } from "./instance.ts";
import { irregularitiesOf } from "./irregular.ts";
import { toObligation } from "./obligations.ts";
import type { InstanceOutcome, Obligation, Outcome, Overturned, Vacancy } from "./outcome.ts";
import { questionsOf } from "./questions.ts";
import { upcomingOf } from "./upcoming.ts";
import { once } from "../support/once.ts";
import { timingOf } from "./world.ts";
import type { World } from "./world.ts";

/** The facts of a pupil as known at a moment, in the group whose register they keep. */
export function factsOf(world: World, record: PupilRecord, cut: Moment, school: readonly Facts[] = []): Facts {
  const plain = makeFacts(world, record, cut, new Set(), school);
  const groups = new Set<string>();
  for (const [name, test] of world.program.groups)
    if (test({ facts: plain, now: cut, instances: new Map() }) === true) groups.add(name);
  return groups.size === 0 ? plain : makeFacts(world, record, cut, groups, school);
}

/** Everything the policy says of one pupil as of a moment. */
export function evaluatePupil(world: World, record: PupilRecord, asOf: Moment, school: readonly Facts[] = []): Outcome {
  return examinePupil(world, record, asOf, school).outcome;
}

/** What the school as a whole owes: its duties on their cadence. */
export function evaluateSchool(
  world: World,
  school: SchoolRecord,
  asOf: Moment,
  pupils: readonly Facts[] = [],
): Outcome {
  return examineSchool(world, school, asOf, pupils).outcome;
}

/** The school's own log, as a subject that is on roll for as long as the policy is in force and has no marks. */
function schoolAsSubject(world: World, school: SchoolRecord): PupilRecord {
  const { firstDay, lastDay } = world.calendar;
  const from = Math.max(firstDay, world.program.inForceFrom ?? firstDay);
  return {
    pupil: {
      id: school.name,
      year: 0,
      onRoll: [{ from, to: lastDay }],
      flags: [],
      parents: [],
      attributes: school.attributes,
    },
    marks: [],
    arrivals: [],
    log: school.log,
  };
}

/** An outcome, and the replay it was read from: what an explanation looks at again. */
export interface Examination {
  /** Worked out when it is first asked for: whoever tests one condition on the replay needs none of it. */
  readonly outcome: Outcome;
  readonly replay: Replay;
}

/** As `evaluatePupil`, with the replay. */
export function examinePupil(
  world: World,
  record: PupilRecord,
  asOf: Moment,
  school: readonly Facts[] = [],
): Examination {
  return examine({ kind: "pupil", world, school }, record, asOf);
}

/** As `evaluateSchool`, with the replay. */
export function examineSchool(
  world: World,
  school: SchoolRecord,
  asOf: Moment,
  pupils: readonly Facts[] = [],
): Examination {
  return examine({ kind: "school", world, school: pupils }, schoolAsSubject(world, school), asOf);
}

/** Whose procedures are replayed, and among whom. */
interface Subject {
  readonly kind: "pupil" | "school";
  readonly world: World;
  readonly school: readonly Facts[];
}

function examine(subject: Subject, record: PupilRecord, asOf: Moment): Examination {
  const history = historyOf(subject, record, asOf);
  const outcome = once(() => outcomeOf(subject, record, asOf, history));
  return {
    replay: history.final,
    get outcome() {
      return outcome();
    },
  };
}

function outcomeOf(subject: Subject, record: PupilRecord, asOf: Moment, { final, overturned }: History): Outcome {
  const { context } = final;
  const { program } = subject.world;
  return {
    subject: record.pupil.id,
    asOf,
    statuses: program.statuses.map(({ name, test }) => ({ name, holds: test(context) })),
    bands: program.bands.map(({ name, rows }) => ({
      name,
      row: rows.find(({ test }) => test(context) === true)?.title,
    })),
    measures: program.measures
      .filter(({ anchored }) => !anchored)
      .map(({ name, read }) => ({ name, value: read(context) })),
    instances: final.lives.map(({ instance }) => instanceOutcome(instance)),
    obligations: [...obligationsOf(final), ...upcomingOf(final)].toSorted(byOpening),
    questions: questionsOf(final),
    proposals: subject.kind === "school" ? [] : proposalsOf(context),
    irregularities: irregularitiesOf(final),
    overturned,
  };
}

function obligationsOf({ lives, context }: Replay): readonly Obligation[] {
  return lives.flatMap((life) => life.owed.map((owed) => toObligation(owed, context)));
}

function byOpening(a: Obligation, b: Obligation): number {
  return a.opened - b.opened || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function instanceOutcome(instance: Instance): InstanceOutcome {
  const { procedure, key, started, ended, outcome, steps } = instance;
  return {
    procedure,
    key,
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended }),
    ...(outcome === undefined ? {} : { outcome }),
    steps: [...steps].map(([step, { opened, done }]) => ({
      step,
      ...(opened === undefined ? {} : { opened }),
      ...(done === undefined ? {} : { done }),
    })),
  };
}

// ---------------------------------------------------------------- what was known when

interface LateRecord {
  readonly what: string;
  readonly known: Moment;
}

/** Records that became known only after the moment they speak of. */
function lateRecords(world: World, record: PupilRecord, asOf: Moment): readonly LateRecord[] {
  const timing = timingOf(world, new Set());
  const late: LateRecord[] = [];
  for (const mark of record.marks) {
    if (mark.known === undefined || mark.known > asOf) continue;
    const session = world.calendar.sessionOrdinal(mark.day, mark.half);
    if (session >= 0 && mark.known > timing.closesAt(session))
      late.push({ what: `${formatDay(mark.day)} ${mark.half} became ${mark.code}`, known: mark.known });
  }
  for (const entry of record.log) {
    if (entry.known !== undefined && entry.known > entry.happened && entry.known <= asOf)
      late.push({ what: entry.id, known: entry.known });
  }
  return late.toSorted((a, b) => a.known - b.known || (a.what < b.what ? -1 : 1));
}

interface History {
  readonly final: Replay;
  readonly overturned: readonly Overturned[];
}

/**
 * The replay of what is known now, and what it overturned. Replays first what was known just before each late record: an
 * obligation that the record called for opens when the record became known; one that it took away is overturned by it.
 */
function historyOf(subject: Subject, record: PupilRecord, asOf: Moment): History {
  const late = lateRecords(subject.world, record, asOf);
  const cuts = [...new Set(late.map(({ known }) => known))];
  /** By obligation, the first moment at which what was then known called for it, where that is later than its own moment. */
  const notBefore = new Map<string, Moment>();
  const overturned = new Map<string, Overturned>();
  const replayAt = (moment: Moment): Replay =>
    replay(factsOf(subject.world, record, moment, subject.school), subject.kind, moment, notBefore);
  let earlier = byId(cuts[0] === undefined ? [] : obligationsOf(replayAt(cuts[0] - 1)));
  let final = cuts.length === 0 ? replayAt(asOf) : undefined;
  cuts.forEach((known, index) => {
    const moment = (cuts[index + 1] ?? asOf + 1) - 1;
    const knownNow = replayAt(moment);
    const now = byId(obligationsOf(knownNow));
    const called = [...now.keys()].filter((id) => !earlier.has(id));
    for (const id of called) notBefore.set(id, known);
    for (const id of now.keys()) overturned.delete(id);
    const by = late.find((entry) => entry.known === known)?.what ?? "";
    for (const [id, obligation] of earlier) if (!now.has(id)) overturned.set(id, { obligation, by, known });
    // Only what the last record called for could not be told apart from what its own moment opened.
    if (index === cuts.length - 1) final = called.length === 0 ? knownNow : replayAt(asOf);
    earlier = now;
  });
  return { final: final ?? replayAt(asOf), overturned: [...overturned.values()] };
}

function byId(obligations: readonly Obligation[]): ReadonlyMap<string, Obligation> {
  return new Map(obligations.map((obligation) => [obligation.id, obligation]));
}

// ---------------------------------------------------------------- the staff

/** Roles the policy needs and the staff list does not fill. */
export function vacanciesOf(world: World, school: SchoolRecord): readonly Vacancy[] {
  return world.program.roles
    .filter(({ required }) => required)
    .flatMap((role): Vacancy[] => {
      const holders = school.staff.filter((member) => member.role === role.name || member.role === role.holder);
      const { rule, clauses } = role;
      if (holders.length < role.people)
        return [{ role: role.name, short: role.people - holders.length, rule, clauses }];
      return role.needs
        .map((field) => ({
          role: role.name,
          field,
          short: holders.filter((member) => recordedText(member.fields, field).trim() === "").length,
          rule,
          clauses,
        }))
        .filter(({ short }) => short > 0);
    });
}

export function contextAt(facts: Facts, now: Moment): Context {
  return { facts, now, instances: new Map() };
}
