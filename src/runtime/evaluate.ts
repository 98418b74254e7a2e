// The whole answer for one pupil, or for the school, as of a moment: what holds, what is owed, what is asked, what to record,
// and what a late-known record overturned (S30). A pure function of policy, calendar, records and moment.

import { recordedText } from "../school/recorded-text.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord, SchoolRecord } from "../school/record.ts";
import { proposalsOf } from "./coding.ts";
import type { Context } from "./context.ts";
import { factsIn, lateRecords, openDossier } from "./dossier.ts";
import type { Dossier } from "./dossier.ts";
import { replay } from "./engine.ts";
import type { Replay } from "./engine.ts";
import type { Facts } from "./facts.ts";
import type { Instance } from "./instance.ts";
import { irregularitiesOf } from "./irregular.ts";
import { toObligation } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { InstanceOutcome, Obligation, Outcome, Overturned, Vacancy } from "./outcome.ts";
import { questionsOf } from "./questions.ts";
import { upcomingOf } from "./upcoming.ts";
import { once } from "../support/once.ts";
import type { World } from "./world.ts";

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
  return examineDossier(world, openDossier(record), asOf, school);
}

/** As `examinePupil`, with facts that were laid out for a policy that reads them alike. */
export function examineDossier(
  world: World,
  dossier: Dossier,
  asOf: Moment,
  school: readonly Facts[] = [],
): Examination {
  return examine({ kind: "pupil", world, school }, dossier, asOf);
}

/** As `evaluateSchool`, with the replay. */
export function examineSchool(
  world: World,
  school: SchoolRecord,
  asOf: Moment,
  pupils: readonly Facts[] = [],
): Examination {
  return examine({ kind: "school", world, school: pupils }, openDossier(schoolAsSubject(world, school)), asOf);
}

/** Whose procedures are replayed, and among whom. */
interface Subject {
  readonly kind: "pupil" | "school";
  readonly world: World;
  readonly school: readonly Facts[];
}

function examine(subject: Subject, dossier: Dossier, asOf: Moment): Examination {
  const history = historyOf(subject, dossier, asOf);
  const outcome = once(() => outcomeOf(subject, dossier.record, asOf, history));
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
    overturned: overturned.map(({ was, by, known }) => ({
      obligation: toObligation(was.owed, was.context),
      by,
      known,
    })),
  };
}

/** What is or was owed, in no order of time. */
export function obligationsOf({ lives, context }: Replay): readonly Obligation[] {
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

interface History {
  readonly final: Replay;
  readonly overturned: readonly Overturn[];
}

/**
 * The replay of what is known now, and what it overturned. Replays first what was known just before each late record: an
 * obligation that the record called for opens when the record became known; one that it took away is overturned by it.
 */
function historyOf(subject: Subject, dossier: Dossier, asOf: Moment): History {
  const late = lateRecords(dossier, subject.world, asOf);
  const cuts = [...new Set(late.map(({ known }) => known))];
  /** By obligation, the first moment at which what was then known called for it, where that is later than its own moment. */
  const notBefore = new Map<string, Moment>();
  const overturned = new Map<string, Overturn>();
  const replayAt = (moment: Moment): Replay =>
    replay(factsIn(dossier, subject.world, moment, subject.school), subject.kind, moment, notBefore);
  let earlier = cuts[0] === undefined ? new Map<string, Was>() : byId(replayAt(cuts[0] - 1));
  let final = cuts.length === 0 ? replayAt(asOf) : undefined;
  cuts.forEach((known, index) => {
    const moment = (cuts[index + 1] ?? asOf + 1) - 1;
    const knownNow = replayAt(moment);
    const now = byId(knownNow);
    const called = [...now.keys()].filter((id) => !earlier.has(id));
    for (const id of called) notBefore.set(id, known);
    for (const id of now.keys()) overturned.delete(id);
    const by = late.find((entry) => entry.known === known)?.what ?? "";
    for (const [id, was] of earlier) if (!now.has(id)) overturned.set(id, { was, by, known });
    // Only what the last record called for could not be told apart from what its own moment opened.
    if (index === cuts.length - 1) final = called.length === 0 ? knownNow : replayAt(asOf);
    earlier = now;
  });
  return { final: final ?? replayAt(asOf), overturned: [...overturned.values()] };
}

/** Something owed, as it was known then. */
interface Was {
  readonly owed: Owed;
  readonly context: Context;
}

interface Overturn extends Omit<Overturned, "obligation"> {
  readonly was: Was;
}

function byId({ lives, context }: Replay): ReadonlyMap<string, Was> {
  return new Map(lives.flatMap(({ owed }) => owed.map((one) => [one.id, { owed: one, context }])));
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
