// The times of a pupil that end before they begin, and so never are: on roll, with a flag, with a parent.

import { formatDay } from "./day.ts";
import type { Day } from "./day.ts";
import type { Pupil } from "./record.ts";

export interface PupilFault {
  /** Where in the pupil: property names and list positions, such as `["onRoll", 0, "to"]`. */
  readonly path: readonly (string | number)[];
  /** A sentence without its full stop. */
  readonly message: string;
}

/** In reading order. */
export function faultsOfPupil({
  onRoll,
  flags,
  parents,
}: Pick<Pupil, "onRoll" | "flags" | "parents">): readonly PupilFault[] {
  return [
    ...onRoll.flatMap(({ from, to }, at) => faultOf(from, to, ["onRoll", at, "to"])),
    ...flags.flatMap(({ from, until }, at) => faultOf(from, until, ["flags", at, "until"])),
    ...parents.flatMap(({ from, until }, at) => faultOf(from, until, ["parents", at, "until"])),
  ];
}

function faultOf(from: Day | undefined, last: Day | undefined, path: PupilFault["path"]): readonly PupilFault[] {
  if (from === undefined || last === undefined || from <= last) return [];
  return [{ path, message: `this ends on ${formatDay(last)}, before it begins on ${formatDay(from)}` }];
}
