// Whose decisions are looked back at, a pupil's or the school's own: each can be decided at any moment on what was known then,
// and at the one looked back at as if late corrections had been known in time.

import { walk } from "../checker/walk-model.ts";
import { openCase } from "../explain/case.ts";
import type { Case, Policy } from "../explain/case.ts";
import { nameOf, schoolCase } from "../morning/make-morning-list.ts";
import type { PupilName } from "../morning/morning-list.ts";
import { factsOf } from "../runtime/dossier.ts";
import type { Facts } from "../runtime/facts.ts";
import type { News } from "../runtime/ledger.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord, SchoolRecord } from "../school/record.ts";
import type { Correction } from "./corrections.ts";
import { hadTheyBeenKnown } from "./late-facts.ts";
import type { Interval } from "./late-facts.ts";

export interface HindsightQuestion extends Interval {
  readonly policy: Policy;
  readonly world: World;
  readonly school: SchoolRecord;
  /** Only this pupil; else all of them, and the school as a whole. */
  readonly pupil?: string | undefined;
}

export interface Subject {
  /** Absent for the school as a whole. */
  readonly pupil: PupilName | undefined;
  /** At the moment looked back at, had these corrections been known in time; with them, or not, those of everybody else. */
  readonly hadBeenKnown: (corrections: readonly Correction[], othersToo: boolean) => Case;
  /** At a moment, on what was known by then. */
  readonly at: (moment: Moment) => Case;
}

/** The facts of all pupils, for rates of a class, a year group or the school; each laid out when first asked for. */
export interface Everyone {
  readonly at: (moment: Moment) => readonly Facts[];
  readonly inHindsight: () => readonly Facts[];
}

export function everyoneIn(
  { world, school, then }: HindsightQuestion,
  late: ReadonlyMap<PupilRecord, readonly Correction[]>,
): Everyone {
  const known = new Map<Moment, readonly Facts[]>();
  const at = (moment: Moment): readonly Facts[] => {
    const facts = known.get(moment) ?? school.pupils.map((record) => factsOf(world, record, moment));
    known.set(moment, facts);
    return facts;
  };
  let hindsight: readonly Facts[] | undefined;
  return {
    at,
    inHindsight: () => {
      const before = at(then);
      hindsight ??= school.pupils.map((record, index) => {
        const corrections = late.get(record);
        return corrections === undefined
          ? (before[index] as Facts)
          : factsOf(world, hadTheyBeenKnown(record, factsIn(corrections)), then);
      });
      return hindsight;
    },
  };
}

/** For pupils whose rules look at nobody else: no fact of another is laid out. */
export const nobody: Everyone = { at: () => [], inHindsight: () => [] };

/** Whether some rule counts the marks of more than the pupil: the rate of a class, a year group or the school. */
export function looksAtOthers({ model }: Policy): boolean {
  let found = false;
  walk(model, (node) => {
    if ("population" in node && node.population.kind !== "pupil") found = true;
  });
  return found;
}

export function pupilSubject(question: HindsightQuestion, record: PupilRecord, everyone: Everyone): Subject {
  const { policy, world, school, then } = question;
  const place = school.pupils.indexOf(record);
  return {
    pupil: nameOf(record.pupil),
    hadBeenKnown: (corrections, othersToo) => {
      const known = hadTheyBeenKnown(record, factsIn(corrections));
      const others = othersToo ? everyone.inHindsight() : everyone.at(then);
      // Among everybody the pupil is one, and known as well as here.
      const all = others.map((facts, index) => (index === place ? factsOf(world, known, then) : facts));
      return openCase(policy, world, known, then, all);
    },
    at: (moment) => openCase(policy, world, record, moment, everyone.at(moment)),
  };
}

export function schoolSubject({ policy, world, school, then }: HindsightQuestion, everyone: Everyone): Subject {
  const decide = (log: SchoolRecord["log"], asOf: Moment, pupils: readonly Facts[]): Case =>
    schoolCase({ policy, world, school: { ...school, log }, asOf }, pupils);
  return {
    pupil: undefined,
    hadBeenKnown: (corrections, othersToo) =>
      decide(
        hadTheyBeenKnown(newsOf(school), factsIn(corrections)).log,
        then,
        othersToo ? everyone.inHindsight() : everyone.at(then),
      ),
    at: (moment) => decide(school.log, moment, everyone.at(moment)),
  };
}

/** The school's own log is all the news there is of the school as a whole. */
export function newsOf({ log }: SchoolRecord): News {
  return { marks: [], arrivals: [], log };
}

function factsIn(corrections: readonly Correction[]): Correction["facts"] {
  return corrections.flatMap(({ facts }) => facts);
}
