// A policy and a school's calendar → what the school as a whole owes in a school year, as an iCalendar file that calendar programs
// take: one entry for each thing with a deadline.

import ical, { ICalEventTransparency } from "ical-generator";
import type { Model } from "../checker/model.ts";
import { sayAct, sayClauses, sayDeadline, sayParties, upperFirst } from "../explain/say.ts";
import { withArticles } from "../narration/say-sentence.ts";
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
  const doing = (obligation: Obligation): string => withArticles({ model }, obligation, sayAct(model, obligation));
  const calendar = ical({ name: `${model.title}: attendance duties`, prodId: "//Rollcall//duties//EN" });
  for (const obligation of dated) {
    const due = obligation.due as Moment;
    calendar.createEvent({
      // The same duty of the same year keeps its name, so that a calendar which takes the file again has it once.
      id: `${model.name}/${obligation.id}`.replaceAll(" ", "-"),
      // The same policy gives the same file: an entry is as old as the rules it comes from.
      stamp: `${formatDay(model.inForce?.from ?? year.from)}T00:00:00Z`,
      start: clockTime(due),
      floating: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${upperFirst(sayParties(model, obligation.actors))}: ${doing(obligation)}`,
      description: `${upperFirst(obligation.modal)} be done ${sayDeadline(due)}${sayClauses(obligation.clauses)}.`,
    });
  }
  const daily = new Set(inYear.filter(isDaily).map((obligation) => upperFirst(doing(obligation))));
  return { text: `${inSchoolZone(calendar.toString())}\r\n`, entries: dated.length, daily: [...daily] };
}

/** What the clock on the wall shows, in the form in which the library takes a time without a zone. */
function clockTime(moment: Moment): string {
  return `${formatDay(dayOf(moment))}T${formatTime(secondOf(moment)).padEnd(8, ":00")}Z`;
}

/**
 * School time is the time of England: whoever opens the file elsewhere sees the same instant. The library would read a date by the
 * zone of the computer that it runs on, so each time is written as the clock shows it and its zone is added here.
 */
function inSchoolZone(text: string): string {
  return text
    .replaceAll(/^DTSTART:/gm, `DTSTART;TZID=${SCHOOL_ZONE}:`)
    .replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, `${LONDON}\r\n`);
}

const SCHOOL_ZONE = "Europe/London";

/** Summer time from the last Sunday in March to the last in October, as in law since 1996. */
const LONDON = [
  "BEGIN:VTIMEZONE",
  `TZID:${SCHOOL_ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");
