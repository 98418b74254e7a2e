// Chance → the absences of one pupil: those of the whole family, and those that befall the pupil alone, day by day.
// Each day and each family draws from numbers of its own, so that nothing that happens later changes what came before.

import type { Calendar } from "../school/calendar.ts";
import { knownDay, weekday } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { makeRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { addDays, addSessions, drawDay } from "./sample-draw.ts";
import type { Draw, Explained, SampleSpell } from "./sample-draw.ts";
import { halfTermShape, illnessLengths, phaseRates, weekdayShape, weekShape } from "./sample-rates.ts";

/** The great feasts that fall on school days, by school year; one day is set apart for each (2026/27 as foreseen). */
const FEASTS: ReadonlyMap<string, string> = new Map([
  ["2023/24", "2024-04-10"],
  ["2024/25", "2025-03-31"],
  ["2025/26", "2026-03-20"],
  ["2026/27", "2027-03-10"],
]);

/** What brothers and sisters do together: holidays next to a break, feasts, leave that was granted. */
export function addFamilyAbsences(draw: Draw): void {
  const { person, setting } = draw;
  const { calendar, seed, phase } = setting;
  const rates = phaseRates[phase];
  for (const [index, year] of calendar.periodsOf("school-year").entries()) {
    const random = makeRandom(seed, 6, person.family, index);
    const away = random.chance(rates.holiday);
    const breaks = calendar.periodsOf("half-term").filter((each) => each.from >= year.from && each.to <= year.to);
    const [half, length, before] = [
      random.below(Math.max(1, breaks.length)),
      random.between(3, 7),
      random.chance(650_000),
    ];
    const period = breaks[half];
    if (away && period !== undefined) {
      const edge = before
        ? calendar.schoolDayIndex(period.to) - length + 1
        : calendar.schoolDayIndex(period.from - 1) + 1;
      addDays(draw, "holiday", edge, length, random.chance(350_000) ? "at-once" : { schoolDaysLater: length });
    }
    const feast = FEASTS.get(year.name);
    const observes = makeRandom(seed, 7, person.family).chance(rates.observance);
    if (observes && feast !== undefined) addDays(draw, "observance", indexOfDate(calendar, feast), 1, "at-once");
    if (random.chance(rates.leaveGranted)) {
      const day = drawDay(random, calendar, year.from, year.to);
      addDays(draw, "leave", calendar.schoolDayIndex(day), 1, "at-once");
    }
  }
}

function indexOfDate(calendar: Calendar, date: string): number {
  return calendar.schoolDays.indexOf(knownDay(date));
}

/** Day by day what befalls the pupil alone: illness, appointments, absences nobody explains, suspensions. */
export function addSpells(draw: Draw): void {
  const { person, setting } = draw;
  const { calendar, seed, phase, from, to } = setting;
  const rates = phaseRates[phase];
  let free = 0; // the first school day on which something new may begin
  const firstDay = calendar.schoolDayIndex((calendar.sessionDay[from] ?? calendar.lastDay) - 1) + 1;
  const lastDay = to === 0 ? -1 : calendar.schoolDayIndex(calendar.sessionDay[to - 1] as Day);
  for (let index = firstDay; index <= lastDay; index++) {
    const day = calendar.schoolDays[index] as Day;
    const random = makeRandom(seed, 3, person.number, day);
    const shape = shapeOf(calendar, day);
    const begins = (rate: number, times: number): boolean => {
      return random.chance(Math.min(900_000, Math.trunc((Math.trunc((rate * times) / 100) * shape) / 100)));
    };
    const [ill, unexplained] = [
      begins(rates.illnessBegins, person.illness),
      begins(rates.unexplainedBegins, person.unexplained),
    ];
    const [appointment, suspended] = [begins(rates.appointment, 100), begins(rates.suspension, person.unexplained)];
    if (index < free) continue;
    if (ill) free = index + addIllness(draw, random, index);
    else if (suspended) free = index + addWhole(draw, "suspension", index, random.between(1, 3), "at-once");
    else if (unexplained) free = index + addUnexplained(draw, random, index);
    else if (appointment)
      addHalf(draw, random, "appointment", index, random.chance(970_000) ? "at-once" : { schoolDaysLater: 1 });
  }
}

function addIllness(draw: Draw, random: Random, index: number): number {
  const explained = drawExplanation(random, 930_000, 66_000, 4);
  // taken ill at school and sent home at midday: the afternoon only
  if (random.chance(40_000)) {
    const { calendar } = draw.setting;
    const { to } = calendar.sessionsOn(calendar.schoolDays[index] as Day);
    addSessions(draw, "illness", to - 1, to - 1, "at-once");
    return 1;
  }
  return addWhole(draw, "illness", index, 1 + random.weighted(illnessLengths), explained);
}

/** Mostly a day or half of one; with the few who stay away altogether, weeks. */
function addUnexplained(draw: Draw, random: Random, index: number): number {
  const explained = drawExplanation(random, 150_000, 820_000, 5);
  if (draw.person.unexplained > 1_500) return addWhole(draw, "unexplained", index, random.between(2, 22), explained);
  const length = random.weighted([30, 55, 10, 5]);
  if (length > 0) return addWhole(draw, "unexplained", index, length, explained);
  addHalf(draw, random, "unexplained", index, explained);
  return 1;
}

function addWhole(draw: Draw, kind: SampleSpell["kind"], index: number, length: number, explained: Explained): number {
  addDays(draw, kind, index, length, explained);
  return length;
}

function addHalf(draw: Draw, random: Random, kind: SampleSpell["kind"], index: number, explained: Explained): void {
  const { from, to } = draw.setting.calendar.sessionsOn(draw.setting.calendar.schoolDays[index] as Day);
  const session = random.between(from, to - 1);
  addSessions(draw, kind, session, session, explained);
}

/** Explained before the register closes, some school days later, or never; chances in a million for the first two. */
function drawExplanation(random: Random, atOnce: number, later: number, latest: number): Explained {
  const schoolDaysLater = random.between(1, latest);
  const drawn = random.below(1_000_000);
  if (drawn < atOnce) return "at-once";
  return drawn < atOnce + later ? { schoolDaysLater } : "never";
}

/** How much likelier absence is on that day than on the mean one, in hundredths: weekday, season and week of the half-term. */
function shapeOf(calendar: Calendar, day: Day): number {
  const halfTerms = calendar.periodsOf("half-term");
  const number = halfTerms.findIndex((each) => each.from <= day && day <= each.to);
  const { from, to } = halfTerms[number] ?? { from: day, to: day };
  const [first, last] = weekShape;
  const week = first + Math.trunc(((last - first) * (day - from)) / Math.max(1, to - from));
  const season = halfTermShape[number % halfTermShape.length] ?? 100;
  return Math.trunc((Math.trunc(((weekdayShape[weekday(day) - 1] ?? 100) * season) / 100) * week) / 100);
}
