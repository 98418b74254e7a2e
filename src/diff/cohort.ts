// A whole school under one policy, and under another that differs in a little. Pupil by pupil, so that whoever asks can tell how
// far it is and stop in between. What a change does not touch is not worked out again.

import { interpret } from "../backends/interpreter/interpret.ts";
import { attendanceLine } from "../explain/attendance-line.ts";
import type { Policy } from "../explain/case.ts";
import { slicesOf } from "../ir/slice.ts";
import { factsIn, openDossier } from "../runtime/dossier.ts";
import type { Dossier } from "../runtime/dossier.ts";
import { examineDossier, examineSchool } from "../runtime/evaluate.ts";
import type { Facts } from "../runtime/facts.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";
import type { Steps } from "../support/finished.ts";
import { leftOut, replaced, standOf } from "./stand.ts";
import type { Stand } from "./stand.ts";

export interface Cohort {
  readonly school: SchoolRecord;
  readonly calendar: Calendar;
  readonly asOf: Moment;
}

export interface CohortStand extends Cohort {
  readonly policy: Policy;
  /** In the order of the school's list. */
  readonly pupils: readonly Stand[];
  /** What the school as a whole owes. */
  readonly whole: Stand;
  /** Sessions of this school year so far, of each pupil. */
  readonly attendance: readonly Attendance[];
  /** How much was worked out: everything, or the rules that lean on a change. */
  readonly extent: "whole" | "slice";
  readonly dossiers: readonly Dossier[];
}

export interface Attendance {
  readonly attended: number;
  readonly possible: number;
}

/** Everything under one policy. Yields the number of pupils that are done. */
export function* standOfCohort(cohort: Cohort, policy: Policy): Steps<CohortStand> {
  const { school, calendar } = cohort;
  const world = makeWorld(policy.program, calendar);
  const dossiers = school.pupils.map(openDossier);
  const worked = yield* workOut(cohort, world, dossiers);
  const attendance = dossiers.map(
    (dossier) =>
      attendanceLine(factsIn(dossier, world, cohort.asOf), cohort.asOf).at(-1) ?? { attended: 0, possible: 0 },
  );
  return { ...cohort, policy, ...worked, attendance, extent: "whole", dossiers };
}

/** The same cohort under another policy. */
export function* standAfter(before: CohortStand, policy: Policy): Steps<CohortStand> {
  const { school, calendar, asOf, dossiers } = before;
  const slices = slicesOf(before.policy.ir, policy.ir);
  if (slices.whole) return yield* standOfCohort({ school, calendar, asOf }, policy);
  const world = makeWorld(interpret(slices.after), calendar);
  const worked = yield* workOut(before, world, dossiers);
  const left = leftOut(slices.before);
  return {
    ...before,
    policy,
    pupils: before.pupils.map((stand, place) => replaced(stand, left, worked.pupils[place] as Stand)),
    whole: replaced(before.whole, left, worked.whole),
    extent: "slice",
  };
}

function* workOut(
  { school, asOf }: Cohort,
  world: World,
  dossiers: readonly Dossier[],
): Steps<Pick<CohortStand, "pupils" | "whole">> {
  const everyone: Facts[] = [];
  for (const dossier of dossiers) {
    everyone.push(factsIn(dossier, world, asOf));
    yield 0;
  }
  const pupils: Stand[] = [];
  for (const dossier of dossiers) {
    pupils.push(standOf(examineDossier(world, dossier, asOf, everyone)));
    yield pupils.length;
  }
  return { pupils, whole: standOf(examineSchool(world, school, asOf, everyone)) };
}
