// Random calendars, most of them hostile: years of no school week at all, days of one session, terms of one day, closures in the
// middle of weeks, years of 53 weeks, six terms or two, and the summer of 2024 with its change of codes.

import { pick } from "../../random-record.ts";
import type { Chance } from "../../random-record.ts";
import type { CalendarPlan, DaySpan, Half, PlannedTerm, PlannedYear } from "../../../src/school/calendar-plan.ts";
import { knownDay, weekday } from "../../../src/school/day.ts";
import type { Day } from "../../../src/school/day.ts";

const SEASONS = ["autumn", "spring", "summer", "fourth", "fifth", "sixth"];

/** Years that follow one another, from a first day on; the lengths they may have. */
export function randomPlan(chance: Chance): CalendarPlan {
  const years: PlannedYear[] = [];
  let from = knownDay(
    pick(chance, ["2023-09-01", "2023-09-01", "2023-09-01", "2024-01-15", "2024-04-29", "2024-07-29"]),
  );
  const count = 1 + chance(3);
  for (let index = 0; index < count; index++) {
    const length = pick(chance, [366, 365, 365, 371, 250, 90, 21]);
    const span = { name: `year ${index + 1}`, from, to: from + length - 1 };
    years.push({ ...span, terms: randomTerms(chance, span) });
    from = span.to + 1 + (chance(6) === 0 ? chance(60) : 0);
  }
  const open = openDays(years);
  const some = (inSoMany: number, days: readonly Day[]): readonly Day[] => days.filter(() => chance(inSoMany) === 0);
  const oddness = pick(chance, [
    "plain",
    "plain",
    "plain",
    "plain",
    "closures",
    "closures",
    "short",
    "short",
    "all short",
    "closed",
  ]);
  const closed = oddness === "closed" ? open : some(oddness === "closures" ? 6 : 60, open);
  const shut = new Set(closed);
  const bankHolidays = weekdaysOf(years).filter(() => chance(70) === 0);
  bankHolidays.forEach((day) => shut.add(day));
  const inset = some(70, weekdaysOf(years));
  inset.forEach((day) => shut.add(day));
  const left = open.filter((day) => !shut.has(day));
  const short = oddness === "all short" ? left : some(oddness === "short" ? 3 : 50, left);
  const half = (): Half => (chance(4) === 0 ? "PM" : "AM");
  return {
    name: `a ${oddness} calendar`,
    years,
    bankHolidays,
    inset,
    closed: closed.map((day) => ({ day, why: "closed" })),
    oneSession: short.map((day) => ({ day, half: half() })),
  };
}

/** Terms with holidays between them, some of a single day; now and then a year has none. */
function randomTerms(chance: Chance, year: DaySpan): readonly PlannedTerm[] {
  const wanted = pick(chance, [0, 1, 2, 3, 3, 3, 3, 3, 3, 6]);
  const terms: PlannedTerm[] = [];
  let from = year.from + chance(8);
  for (let index = 0; index < wanted; index++) {
    const room = Math.floor((year.to - from) / (wanted - index));
    const length = chance(8) === 0 ? 1 : Math.max(1, room - chance(20));
    const to = Math.min(year.to, from + length - 1);
    if (to < from) break;
    const name = `${SEASONS[index] ?? "a"} term`;
    terms.push({ name, from, to, halfTerms: randomHalves(chance, name, from, to) });
    from = to + 1 + chance(20);
    if (from > year.to) break;
  }
  return terms;
}

function randomHalves(chance: Chance, name: string, from: Day, to: Day): readonly DaySpan[] {
  if (to - from < 9 || chance(4) === 0) return [{ name: `${name} 1`, from, to }];
  const middle = from + 2 + chance(to - from - 6);
  const next = Math.min(to, middle + 1 + chance(10));
  return [
    { name: `${name} 1`, from, to: middle },
    { name: `${name} 2`, from: next, to },
  ];
}

function weekdaysOf(years: readonly PlannedYear[]): readonly Day[] {
  return years.flatMap(({ from, to }) => daysIn(from, to)).filter((day) => weekday(day) <= 5);
}

function openDays(years: readonly PlannedYear[]): readonly Day[] {
  return years
    .flatMap(({ terms }) => terms.flatMap(({ halfTerms }) => halfTerms))
    .flatMap(({ from, to }) => daysIn(from, to))
    .filter((day) => weekday(day) <= 5);
}

function daysIn(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
