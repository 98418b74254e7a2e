// A pupil's chances → a code for every session of theirs, and what stands behind the codes: spells and late arrivals.
// Knows rates and calendar; turns nothing into records, and knows nobody's name.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { makeRandom } from "./random.ts";
import { addFamilyAbsences, addSpells } from "./sample-absences.ts";
import { drawDay, isPresent } from "./sample-draw.ts";
import type { Draw, RegisterSetting, SampleArrival, SampleSpell } from "./sample-draw.ts";
import type { SamplePupil } from "./sample-people.ts";
import { phaseRates } from "./sample-rates.ts";

export interface SampleRegister {
  /** The code of each session of the calendar; blank where the pupil was not on roll or the mark was forgotten. */
  readonly codes: readonly string[];
  /** In order of their first sessions. */
  readonly spells: readonly SampleSpell[];
  readonly arrivals: readonly SampleArrival[];
}

/** Fills the register of one pupil. One that ends earlier is the beginning of one that ends later. */
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
  };
  addVisits(draw);
  addFamilyAbsences(draw);
  addPartTime(draw);
  addSpells(draw);
  addLateness(draw);
  forgetMarks(draw);
  return { codes, spells: draw.spells.toSorted((a, b) => a.first - b.first), arrivals: draw.arrivals };
}

function isOnRoll({ pupil }: SamplePupil, day: Day): boolean {
  return pupil.onRoll.some(({ from, to }) => from <= day && (to === undefined || day <= to));
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

function fillDay(calendar: Calendar, codes: string[], day: Day, code: string): void {
  const { from, to } = calendar.sessionsOn(day);
  for (let session = from; session < to; session++) if (codes[session] !== "") codes[session] = code;
}

/** A few pupils come in the mornings only, for some weeks, as agreed. */
function addPartTime({ person, setting: { calendar, seed }, codes }: Draw): void {
  const random = makeRandom(seed, 14, person.number);
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
