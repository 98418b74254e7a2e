// A pupil's chances → a code for every session of theirs, and what stands behind the codes: spells, arrivals, late corrections.
// Knows rates and calendar; turns nothing into records, and knows nobody's name.

import type { Calendar } from "../school/calendar.ts";
import { knownDay, weekday } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { SecondOfDay } from "../school/moment.ts";
import { makeRandom } from "./random.ts";
import type { Random } from "./random.ts";
import type { SamplePupil } from "./sample-people.ts";
import { halfTermShape, illnessLengths, phaseRates, weekdayShape, weekShape } from "./sample-rates.ts";
import type { Phase } from "./sample-rates.ts";

/** One stretch of absence as it will be recorded. */
export interface SampleSpell {
  readonly kind: "illness" | "appointment" | "unexplained" | "holiday" | "observance" | "leave" | "suspension";
  /** Session numbers; both belong. */
  readonly first: number;
  readonly last: number;
  /** The register shows N at first; the code is known so many school days later, or never. */
  readonly explained: Explained;
}

export type Explained = "at-once" | "never" | { readonly schoolDaysLater: number };

export interface SampleArrival {
  readonly session: number;
  readonly second: SecondOfDay;
  /** Whole minutes after the register opened. */
  readonly minutesLate: number;
}

export interface SampleRegister {
  /** The code of each session of the calendar; blank where the pupil was not on roll or the mark was forgotten. */
  readonly codes: readonly string[];
  readonly spells: readonly SampleSpell[];
  readonly arrivals: readonly SampleArrival[];
}

export interface RegisterSetting {
  readonly seed: number;
  readonly phase: Phase;
  readonly calendar: Calendar;
  /** Session numbers: the first one to fill, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly times: RegisterTimes;
}

/** When registers open and close, in seconds of the day. */
export interface RegisterTimes {
  readonly morning: { readonly opens: SecondOfDay; readonly closes: SecondOfDay };
  readonly afternoon: { readonly opens: SecondOfDay; readonly closes: SecondOfDay };
}

/** The code under which a spell stands in the register in the end. */
export const SPELL_CODES: Readonly<Record<SampleSpell["kind"], string>> = {
  illness: "I",
  appointment: "M",
  unexplained: "O",
  holiday: "G",
  observance: "R",
  leave: "C",
  suspension: "E",
};

/** The great feasts that fall on school days, by school year; one day is set apart for each (2026/27 as foreseen). */
const FEASTS: ReadonlyMap<string, string> = new Map([
  ["2023/24", "2024-04-10"],
  ["2024/25", "2025-03-31"],
  ["2025/26", "2026-03-20"],
  ["2026/27", "2027-03-10"],
]);

/**
 * Fills the register of one pupil. Each part draws from numbers of its own, day by day, so that a register that ends
 * earlier is the beginning of one that ends later.
 */
export function sampleRegister(person: SamplePupil, setting: RegisterSetting): SampleRegister {
  const { calendar, from, to } = setting;
  const codes = Array.from<string>({ length: calendar.sessionCount }).fill("");
  for (let session = from; session < to; session++) {
    if (isOnRoll(person, calendar.sessionDay[session] as Day)) {
      codes[session] = calendar.sessionHalf[session] === 0 ? "/" : "\\";
    }
  }
  const draw: Draw = {
    person,
    setting,
    codes,
    spells: [],
    arrivals: [],
    random: makeRandom(setting.seed, 3, person.number),
  };
  addVisits(draw);
  addFamilyAbsences(draw);
  addSpells(draw);
  addLateness(draw);
  forgetMarks(draw);
  return { codes, spells: draw.spells.toSorted((a, b) => a.first - b.first), arrivals: draw.arrivals };
}

interface Draw {
  readonly person: SamplePupil;
  readonly setting: RegisterSetting;
  readonly codes: string[];
  readonly spells: SampleSpell[];
  readonly arrivals: SampleArrival[];
  readonly random: Random;
}

function isOnRoll({ pupil }: SamplePupil, day: Day): boolean {
  return pupil.onRoll.some(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Whether the pupil would be in an ordinary lesson in that session. */
function isPresent(draw: Draw, session: number): boolean {
  return draw.codes[session] === "/" || draw.codes[session] === "\\";
}

/** Each year group goes out for a day in most terms, and the school was once shut by snow. */
function addVisits({ person, setting: { calendar, seed }, codes }: Draw): void {
  for (const [index, term] of calendar.periodsOf("term").entries()) {
    const random = makeRandom(seed, 4, index, person.pupil.year);
    if (random.chance(700_000)) fillDay(calendar, codes, drawDay(random, calendar, term.from, term.to), "V");
  }
  for (const [index, year] of calendar.periodsOf("school-year").entries()) {
    const random = makeRandom(seed, 5, index);
    if (!random.chance(350_000)) continue;
    const january = calendar.periodsOf("half-term").find((each) => each.from > year.from + 120 && each.to <= year.to);
    if (january !== undefined) fillDay(calendar, codes, drawDay(random, calendar, january.from, january.to), "Y4");
  }
}

function drawDay(random: Random, calendar: Calendar, from: Day, to: Day): Day {
  const first = calendar.schoolDayIndex(from - 1) + 1;
  return calendar.schoolDays[random.between(first, Math.max(first, calendar.schoolDayIndex(to)))] ?? from;
}

function fillDay(calendar: Calendar, codes: string[], day: Day, code: string): void {
  const { from, to } = calendar.sessionsOn(day);
  for (let session = from; session < to; session++) if (codes[session] !== "") codes[session] = code;
}

/** What brothers and sisters do together: holidays next to a break, feasts, leave that was granted. */
function addFamilyAbsences(draw: Draw): void {
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

/** Marks whole school days, by their numbers, as far as the pupil would be there; what is left of them is one spell. */
function addDays(draw: Draw, kind: SampleSpell["kind"], index: number, length: number, explained: Explained): void {
  const { calendar } = draw.setting;
  const [first, last] = [calendar.schoolDays[Math.max(0, index)], calendar.schoolDays[index + length - 1]];
  if (index + length <= 0 || first === undefined || index < -length) return;
  const to = last === undefined ? calendar.sessionCount : calendar.sessionsOn(last).to;
  addSessions(draw, kind, calendar.sessionsOn(first).from, to - 1, explained);
}

function addSessions(draw: Draw, kind: SampleSpell["kind"], first: number, last: number, explained: Explained): void {
  const taken: number[] = [];
  for (let session = first; session <= last; session++) if (isPresent(draw, session)) taken.push(session);
  const [begins, ends] = [taken[0], taken.at(-1)];
  if (begins === undefined || ends === undefined) return;
  for (const session of taken) draw.codes[session] = SPELL_CODES[kind];
  draw.spells.push({ kind, first: begins, last: ends, explained });
}

/** Day by day what befalls the pupil alone: illness, appointments, absences nobody explains, suspensions. */
function addSpells(draw: Draw): void {
  const { person, random, setting } = draw;
  const { calendar, phase, from, to } = setting;
  const rates = phaseRates[phase];
  addPartTime(draw);
  let free = 0; // the first school day on which something new may begin
  const firstDay = calendar.schoolDayIndex((calendar.sessionDay[from] ?? calendar.lastDay) - 1) + 1;
  const lastDay = to === 0 ? -1 : calendar.schoolDayIndex(calendar.sessionDay[to - 1] as Day);
  for (let index = firstDay; index <= lastDay; index++) {
    const shape = shapeOf(calendar, calendar.schoolDays[index] as Day);
    const begins = (rate: number, times: number): boolean => {
      return random.chance(Math.min(900_000, Math.trunc((Math.trunc((rate * times) / 100) * shape) / 100)));
    };
    // every day draws the same number of times, whatever befell, so that one change does not shift all that follows
    const [ill, unexplained] = [
      begins(rates.illnessBegins, person.illness),
      begins(rates.unexplainedBegins, person.unexplained),
    ];
    const [appointment, suspended] = [begins(rates.appointment, 100), begins(rates.suspension, person.unexplained)];
    if (index < free) continue;
    if (ill) free = index + addIllness(draw, index);
    else if (suspended) free = index + addWhole(draw, "suspension", index, random.between(1, 3), "at-once");
    else if (unexplained) free = index + addUnexplained(draw, index);
    else if (appointment)
      addHalf(draw, "appointment", index, random.chance(970_000) ? "at-once" : { schoolDaysLater: 1 });
  }
}

function addIllness(draw: Draw, index: number): number {
  const { random, setting } = draw;
  const explained = drawExplanation(random, 930_000, 66_000, 4);
  // taken ill at school and sent home at midday: the afternoon only
  if (random.chance(40_000)) {
    const { to } = setting.calendar.sessionsOn(setting.calendar.schoolDays[index] as Day);
    addSessions(draw, "illness", to - 1, to - 1, "at-once");
    return 1;
  }
  return addWhole(draw, "illness", index, 1 + random.weighted(illnessLengths), explained);
}

/** Mostly a day or half of one; with the few who stay away altogether, weeks. */
function addUnexplained(draw: Draw, index: number): number {
  const { person, random } = draw;
  const explained = drawExplanation(random, 150_000, 820_000, 5);
  if (person.unexplained > 1_500) return addWhole(draw, "unexplained", index, random.between(2, 22), explained);
  const length = random.weighted([30, 55, 10, 5]);
  if (length > 0) return addWhole(draw, "unexplained", index, length, explained);
  addHalf(draw, "unexplained", index, explained);
  return 1;
}

function addWhole(draw: Draw, kind: SampleSpell["kind"], index: number, length: number, explained: Explained): number {
  addDays(draw, kind, index, length, explained);
  return length;
}

function addHalf(draw: Draw, kind: SampleSpell["kind"], index: number, explained: Explained): void {
  const { from, to } = draw.setting.calendar.sessionsOn(draw.setting.calendar.schoolDays[index] as Day);
  const session = draw.random.between(from, to - 1);
  addSessions(draw, kind, session, session, explained);
}

/** Explained before the register closes, some school days later, or never; chances in a million for the first two. */
function drawExplanation(random: Random, atOnce: number, later: number, latest: number): Explained {
  const schoolDaysLater = random.between(1, latest);
  const drawn = random.below(1_000_000);
  if (drawn < atOnce) return "at-once";
  return drawn < atOnce + later ? { schoolDaysLater } : "never";
}

/** A few pupils come in the mornings only, for some weeks, as agreed. */
function addPartTime({ random, setting, codes }: Draw): void {
  const { calendar } = setting;
  for (const term of calendar.periodsOf("term")) {
    const [chosen, weeks] = [random.chance(4_000), random.between(3, 6)];
    const start = drawDay(random, calendar, term.from, term.to);
    if (!chosen) continue;
    const to = calendar.firstSessionOnOrAfter(Math.min(start + 7 * weeks, term.to + 1));
    for (let session = calendar.firstSessionOnOrAfter(start); session < to; session++) {
      if (calendar.sessionHalf[session] === 1 && codes[session] === "\\") codes[session] = "C2";
    }
  }
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

/** Who is not there when the register opens and comes while it is open is late (L); who comes after it has closed is marked U. */
function addLateness(draw: Draw): void {
  const { person, setting, codes, arrivals } = draw;
  const { calendar, phase, from, to, times } = setting;
  const random = makeRandom(setting.seed, 9, person.number);
  const rates = phaseRates[phase];
  for (let session = from; session < to; session++) {
    const morning = calendar.sessionHalf[session] === 0;
    const { opens, closes } = morning ? times.morning : times.afternoon;
    const rate = morning ? rates.lateMorning : rates.lateAfternoon;
    const late = random.chance(Math.min(700_000, Math.trunc((rate * person.late) / 100)));
    const afterClose = random.chance(50_000);
    const minute = afterClose
      ? random.between(1, 75)
      : random.between(1, Math.max(1, Math.trunc((closes - opens) / 60)));
    if (!late || !isPresent(draw, session)) continue;
    codes[session] = afterClose ? "U" : "L";
    const second = (afterClose ? closes : opens) + 60 * minute;
    arrivals.push({ session, second, minutesLate: Math.trunc((second - opens) / 60) });
  }
}

/** A mark in some thousands is never taken. */
function forgetMarks({ person, setting: { seed, from, to }, codes }: Draw): void {
  const random = makeRandom(seed, 10, person.number);
  for (let session = from; session < to; session++) {
    const forgotten = random.chance(400);
    if (forgotten && (codes[session] === "/" || codes[session] === "\\")) codes[session] = "";
  }
}
