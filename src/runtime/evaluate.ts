// The whole answer for one pupil, or for the school, as of a moment: what holds, what is owed, what is asked, what to record,
// and what a late-known record overturned (S30). A pure function of policy, calendar, records and moment.

import { recordedText } from "../school/recorded-text.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord, SchoolRecord } from "../school/record.ts";
import { proposalsOf } from "./coding.ts";
import { factsIn, lateRecords, openDossier } from "./dossier.ts";
import type { Dossier } from "./dossier.ts";
import { replayOf } from "./engine.ts";
import type { Replay, SubjectKind } from "./engine.ts";
import type { Facts } from "./facts.ts";
import { historyOf } from "./history.ts";
import type { Instance } from "./instance.ts";
import { irregularitiesOf } from "./irregular.ts";
import { toObligation } from "./obligations.ts";
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
  readonly kind: SubjectKind;
  readonly world: World;
  readonly school: readonly Facts[];
}

function examine(subject: Subject, dossier: Dossier, asOf: Moment): Examination {
  const { kind, world, school } = subject;
  const { run, overturned } = historyOf(kind, lateRecords(dossier, world, asOf), asOf, (moment) =>
    factsIn(dossier, world, moment, school),
  );
  const replay = replayOf(run, asOf);
  const outcome = once(() => outcomeOf(kind, replay, [...overturned.values()]));
  return {
    replay,
    get outcome() {
      return outcome();
    },
  };
}

/** What a replay comes to, with what was owed once and no longer is. */
export function outcomeOf(subject: SubjectKind, final: Replay, overturned: readonly Overturned[]): Outcome {
  const { context } = final;
  const { program } = context.facts.world;
  return {
    subject: context.facts.record.pupil.id,
    asOf: context.now,
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
    proposals: subject === "school" ? [] : proposalsOf(context),
    irregularities: irregularitiesOf(final),
    overturned,
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
