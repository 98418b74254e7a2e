// A pupil's facts → attendance of the school year so far, at the end of each of its days: what a line through the year is drawn of.

import type { Facts } from "../runtime/facts.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";

export interface AttendancePoint {
  readonly day: Day;
  /** Sessions from the first day of the school year to the end of this one. */
  readonly attended: number;
  readonly possible: number;
}

/** Days of which at least one register has closed by the moment; none, outside the years of the calendar. */
export function attendanceLine({ world, timing, sessions }: Facts, asOf: Moment): readonly AttendancePoint[] {
  const { calendar, categories } = world;
  const year = calendar.period("school-year", dayOf(asOf));
  if (year === undefined) return [];
  const line: AttendancePoint[] = [];
  let [attended, possible] = [0, 0];
  for (let session = calendar.firstSessionOnOrAfter(year.from); session < sessions.length; session++) {
    if (timing.closesAt(session) > asOf) break;
    const day = calendar.sessionDay[session] as Day;
    const category = categories[sessions[session] as number];
    if (category === "attending" || category === "approved") [attended, possible] = [attended + 1, possible + 1];
    else if (category === "authorised" || category === "unauthorised") possible += 1;
    if (line.at(-1)?.day === day) line.pop();
    line.push({ day, attended, possible });
  }
  return line;
}
