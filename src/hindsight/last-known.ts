// A school's records → the moment at which the last of them became known: up to which "all that is on record" reaches.

import { arrivalKnown, entryKnown, markKnown } from "../runtime/ledger.ts";
import { timingOf } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { lastInstant } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";

/** Undefined where there is nothing on record; never after the last day of the calendar. */
export function lastKnown({ pupils, log }: SchoolRecord, world: World): Moment | undefined {
  const timing = timingOf(world, new Set());
  let last = Number.NEGATIVE_INFINITY;
  const reach = (moment: Moment): void => {
    if (moment > last && Number.isFinite(moment)) last = moment;
  };
  for (const record of pupils) {
    for (const mark of record.marks) reach(markKnown(world, timing, mark));
    for (const arrival of record.arrivals) reach(arrivalKnown(arrival));
  }
  for (const entry of [...log, ...pupils.flatMap((record) => record.log)])
    reach(Math.max(entryKnown(entry), entry.happened));
  return last === Number.NEGATIVE_INFINITY ? undefined : Math.min(last, lastInstant(world.calendar.lastDay));
}
