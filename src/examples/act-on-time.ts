// `assuming acts done on time`: everything owed up to the moment is done at its deadline, or when it opened if it has none.

import { examinePupil, examineSchool } from "../runtime/evaluate.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";
import type { LogRecord, SchoolRecord } from "../school/record.ts";

/** One act may open the next, so it is done again until nothing is owed; a policy that never ends is stopped by the number of rounds. */
const ROUNDS = 60;

export function actOnTime(world: World, school: SchoolRecord, at: Moment): SchoolRecord {
  let current = school;
  for (let round = 0; round < ROUNDS; round++) {
    const owed = owedIn(world, current, at);
    if (owed.length === 0) return current;
    current = withRecords(
      current,
      owed.map(({ obligation, own }) => ({ record: doneOnTime(obligation, at, round), own })),
    );
  }
  return current;
}

interface Owing {
  readonly obligation: Obligation;
  /** Owed by the school as a whole, not for the pupil. */
  readonly own: boolean;
}

function owedIn(world: World, school: SchoolRecord, at: Moment): readonly Owing[] {
  const unmet = ({ state, due, modal }: Obligation): boolean =>
    modal === "must" && (state === "overdue" || (state === "open" && (due === undefined || due <= at)));
  const record = school.pupils[0];
  const mine =
    record === undefined
      ? []
      : examinePupil(world, record, at)
          .outcome.obligations.filter(unmet)
          .map((obligation) => ({ obligation, own: false }));
  const duties = examineSchool(world, school, at)
    .outcome.obligations.filter(unmet)
    .map((obligation) => ({ obligation, own: true }));
  return [...mine, ...duties];
}

/** The record of an act done at its deadline, or when it opened if it has none, and never after the moment. */
export function doneOnTime(obligation: Obligation, at: Moment, round: number): LogRecord {
  return {
    id: `on time ${round} ${obligation.id}`,
    act: obligation.act,
    ...(obligation.object === undefined ? {} : { object: obligation.object }),
    happened: Math.min(obligation.due ?? obligation.opened, at),
    ...(obligation.person === undefined ? {} : { person: obligation.person }),
    fields: Object.fromEntries(obligation.recording.map((field) => [field, "recorded"])),
  };
}

function withRecords(
  school: SchoolRecord,
  added: readonly { readonly record: LogRecord; readonly own: boolean }[],
): SchoolRecord {
  const own = added.filter((entry) => entry.own).map(({ record }) => record);
  const mine = added.filter((entry) => !entry.own).map(({ record }) => record);
  return {
    ...school,
    log: [...school.log, ...own],
    pupils: school.pupils.map((record) => ({ ...record, log: [...record.log, ...mine] })),
  };
}
