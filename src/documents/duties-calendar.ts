// A policy and a school's calendar → what the school as a whole owes in a school year, as an iCalendar file that calendar programs
// take: one entry for each thing with a deadline.

import ical, { ICalEventTransparency } from "ical-generator";
import type { Model } from "../checker/model.ts";
import { sayAct, sayClauses, sayParties, upperFirst } from "../explain/say.ts";
import { evaluateSchool } from "../runtime/evaluate.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { World } from "../runtime/world.ts";
import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import { dayOf, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";

export interface DutiesCalendar {
  /** The text of an .ics file. */
  readonly text: string;
  readonly entries: number;
  /** What comes round every school day, and would bury the rest: told, and left out. */
  readonly daily: readonly string[];
}

/** More often than this in a year, and it is a habit rather than a date. */
const MOST_A_YEAR = 60;

/** Of the school year that holds the day; undefined where the calendar has none. */
export function dutiesCalendar(model: Model, world: World, day: Day): DutiesCalendar | undefined {
  const year = world.calendar.period("school-year", day);
  if (year === undefined) return undefined;
  const nobody = { name: model.name, staff: [], log: [], pupils: [], attributes: {} };
  const { obligations } = evaluateSchool(world, nobody, lastInstant(Math.min(year.to, world.calendar.lastDay)));
  const inYear = obligations.filter(({ due }) => due !== undefined && dayOf(due) >= year.from && dayOf(due) <= year.to);
  const often = new Map<string, number>();
  for (const { rule } of inYear) often.set(rule, (often.get(rule) ?? 0) + 1);
  const isDaily = ({ rule }: Obligation): boolean => (often.get(rule) ?? 0) > MOST_A_YEAR;
  const dated = inYear.filter((obligation) => !isDaily(obligation));
  const calendar = ical({ name: `${model.title}: attendance duties`, prodId: "//Rollcall//duties//EN" });
  for (const obligation of dated) {
    const due = obligation.due as Moment;
    calendar.createEvent({
      id: `${model.name}/${obligation.id}`,
      // The same policy gives the same file: an entry is as old as the rules it comes from.
      stamp: `${formatDay(model.inForce?.from ?? year.from)}T00:00:00Z`,
      start: localTime(due),
      floating: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${upperFirst(sayParties(model, obligation.actors))}: ${sayAct(model, obligation)}`,
      description: `${upperFirst(obligation.modal)} be done by ${formatDay(dayOf(due))}, ${formatTime(secondOf(due)).slice(0, 5)}${sayClauses(obligation.clauses)}.`,
    });
  }
  const daily = new Set(inYear.filter(isDaily).map((obligation) => upperFirst(sayAct(model, obligation))));
  return { text: `${calendar.toString()}\r\n`, entries: dated.length, daily: [...daily] };
}

/** School time has no zone: the entry stands at the time that the clock on the wall shows. */
function localTime(moment: Moment): string {
  return `${formatDay(dayOf(moment))}T${formatTime(secondOf(moment)).padEnd(8, ":00")}Z`;
}
