// A pupil's record → what became known on each day of it, as a nightly run would be told.

import type { SchoolDay } from "../../src/runtime/advance.ts";
import { dayOf, startOfDay } from "../../src/school/moment.ts";
import type { Day } from "../../src/school/day.ts";
import type { PupilRecord } from "../../src/school/record.ts";

/** Every day from the first to the last; what was known before is told on the first. */
export function dayByDay({ marks, arrivals, log }: PupilRecord, from: Day, to: Day): readonly SchoolDay[] {
  const days = Array.from({ length: to - from + 1 }, (_, place) => ({
    date: from + place,
    marks: [] as PupilRecord["marks"][number][],
    arrivals: [] as PupilRecord["arrivals"][number][],
    log: [] as PupilRecord["log"][number][],
  }));
  const told = (day: Day) => days[Math.max(0, day - from)];
  for (const mark of marks) told(dayOf(mark.known ?? startOfDay(mark.day)))?.marks.push(mark);
  for (const arrival of arrivals) told(dayOf(arrival.known ?? arrival.at))?.arrivals.push(arrival);
  for (const entry of log) told(dayOf(entry.known ?? entry.happened))?.log.push(entry);
  return days;
}
