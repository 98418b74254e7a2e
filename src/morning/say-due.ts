// A deadline → the words an office plans by: `today by 09:30`, `Tue 17 Mar, end of day`; and how urgent that is.

import { dayWords } from "../explain/say.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { dayOf, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Urgency } from "./morning-list.ts";

export interface DueWords {
  readonly by: string;
  readonly urgency: Urgency;
}

export interface Today {
  readonly asOf: Moment;
  readonly calendar: Calendar;
  /** When the pupil's school day ends. */
  readonly endOfDay: (day: Day) => Moment;
}

/** `inSchool` is whether a school's role owes it: on a closed day it then also says which school day comes last before (S6). */
export function sayDue(due: Moment | undefined, { asOf, calendar, endOfDay }: Today, inSchool: boolean): DueWords {
  if (due === undefined) return { by: "the policy sets no time", urgency: "undated" };
  const today = dayOf(asOf);
  const words = `${dayWords(dayOf(due), today)}${timeWords(due, endOfDay)}`;
  if (due < asOf) return { by: `was due ${words}`, urgency: "overdue" };
  const last = lastSchoolDay(due, calendar);
  if (!inSchool || last === dayOf(due) || last < today)
    return { by: words, urgency: dayOf(due) <= today ? "today" : "later" };
  const before =
    last === today ? "today is the last school day before" : `last school day before: ${dayWords(last, today)}`;
  return { by: `${words} (${before})`, urgency: last === today ? "today" : "later" };
}

function lastSchoolDay(due: Moment, calendar: Calendar): Day {
  return calendar.schoolDays[calendar.schoolDayIndex(dayOf(due))] ?? dayOf(due);
}

/** A deadline that ends with its day says so; one second before a minute is `before` that minute. */
function timeWords(due: Moment, endOfDay: (day: Day) => Moment): string {
  const day = dayOf(due);
  if (due === endOfDay(day)) return ", end of day";
  if (due === lastInstant(day)) return "";
  const second = secondOf(due);
  return second % 60 === 59 ? ` before ${formatTime(second + 1)}` : ` by ${formatTime(second)}`;
}
