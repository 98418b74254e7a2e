// Calendars on which counting goes wrong first: without a school week, of days with one session, with closures inside a window, about
// a leap day, of 53 weeks, with terms of one day, and with a hole between two years of which each has an autumn term.

import type { CalendarPlan, PlannedTerm, PlannedYear } from "../../../src/school/calendar-plan.ts";
import { knownDay, weekday } from "../../../src/school/day.ts";
import type { Day } from "../../../src/school/day.ts";

/** A calendar, and days to ask on: inside its windows, at their edges, and where nothing is planned. */
export interface OddCalendar {
  readonly plan: CalendarPlan;
  readonly asked: readonly Day[];
}

const half = (name: string, from: string, to: string) => ({ name, from: knownDay(from), to: knownDay(to) });

function term(name: string, ...halves: readonly (readonly [string, string])[]): PlannedTerm {
  const halfTerms = halves.map(([from, to], index) => half(`${name} ${index + 1}`, from, to));
  return { name, from: halfTerms[0]?.from ?? 0, to: halfTerms.at(-1)?.to ?? 0, halfTerms };
}

const year = (name: string, from: string, to: string, ...terms: readonly PlannedTerm[]): PlannedYear => ({
  ...half(name, from, to),
  terms,
});

const usual = (first: number): PlannedYear =>
  year(
    `${first}/${first + 1}`,
    `${first}-09-01`,
    `${first + 1}-08-31`,
    term("autumn term", [`${first}-09-04`, `${first}-10-20`], [`${first}-10-30`, `${first}-12-19`]),
    term("spring term", [`${first + 1}-01-05`, `${first + 1}-02-09`], [`${first + 1}-02-19`, `${first + 1}-03-28`]),
    term("summer term", [`${first + 1}-04-15`, `${first + 1}-05-24`], [`${first + 1}-06-03`, `${first + 1}-07-19`]),
  );

function calendar(name: string, years: readonly PlannedYear[], asked: readonly string[]): OddCalendar {
  return {
    plan: { name, years, bankHolidays: [], inset: [], closed: [], oneSession: [] },
    asked: asked.map(knownDay),
  };
}

/** The weekdays of the half-terms that a test picks. */
function schoolDays({ years }: CalendarPlan, picked: (day: Day) => boolean): readonly Day[] {
  const days: Day[] = [];
  for (const { from, to } of years.flatMap(({ terms }) => terms.flatMap(({ halfTerms }) => halfTerms)))
    for (let day = from; day <= to; day++) if (weekday(day) <= 5 && picked(day)) days.push(day);
  return days;
}

function withOneSession({ plan, asked }: OddCalendar): OddCalendar {
  const oneSession = schoolDays(plan, () => true).map((day) => ({ day, half: day % 3 === 0 ? "PM" : "AM" }) as const);
  return { plan: { ...plan, oneSession }, asked };
}

function withClosures({ plan, asked }: OddCalendar): OddCalendar {
  const shut = schoolDays(
    plan,
    (day) => day % 5 === 0 || (day > knownDay("2023-11-06") && day < knownDay("2023-11-20")),
  );
  const closed = shut.filter((_day, index) => index % 3 !== 0).map((day) => ({ day, why: "closed" }));
  const inset = shut.filter((_day, index) => index % 3 === 0);
  return { plan: { ...plan, closed, inset }, asked };
}

export const oddCalendars: readonly OddCalendar[] = [
  calendar("no school week at all", [year("2023/24", "2023-09-01", "2024-08-31")], ["2023-09-01", "2024-02-29"]),
  withOneSession(calendar("days of one session", [usual(2023)], ["2023-12-19", "2023-10-21"])),
  withClosures(calendar("closures inside windows", [usual(2023), usual(2024)], ["2023-11-13", "2024-09-13"])),
  calendar("a leap day", [usual(2023)], ["2024-02-29", "2024-03-01", "2024-02-28"]),
  calendar(
    "53 weeks, and the year after them",
    [
      year("a long year", "2023-09-01", "2024-09-05", term("autumn term", ["2023-09-01", "2023-12-21"]), term("spring term", ["2024-01-02", "2024-09-05"])), // prettier-ignore
      year("the next year", "2024-09-06", "2025-08-31", term("autumn term", ["2024-09-06", "2024-12-20"])),
    ],
    ["2024-09-05", "2024-09-06", "2024-09-16"],
  ),
  calendar(
    "terms of one day",
    [
      year("2023/24", "2023-09-01", "2024-08-31", term("autumn term", ["2023-10-02", "2023-10-02"]), term("spring term", ["2024-02-29", "2024-02-29"])), // prettier-ignore
    ],
    ["2023-10-02", "2024-02-29", "2024-08-31"],
  ),
  calendar(
    "a hole between two years with an autumn term each",
    [
      year("a short year", "2023-09-01", "2023-10-31", term("autumn term", ["2023-09-04", "2023-10-20"])),
      year("the next year", "2023-12-01", "2024-11-30", term("autumn term", ["2023-12-04", "2024-02-09"]), term("spring term", ["2024-02-26", "2024-07-26"])), // prettier-ignore
    ],
    ["2023-11-15", "2023-12-05", "2024-01-15"],
  ),
];
