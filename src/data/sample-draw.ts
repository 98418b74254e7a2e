// What the parts of a sample register share: the codes being filled, the spells behind them, and how a spell is put in.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import type { SecondOfDay } from "../school/moment.ts";
import type { Random } from "./random.ts";
import type { SamplePupil } from "./sample-people.ts";
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

/** A register while it is being filled. */
export interface Draw {
  readonly person: SamplePupil;
  readonly setting: RegisterSetting;
  /** The code of each session of the calendar; blank where the pupil is not on roll. */
  readonly codes: string[];
  readonly spells: SampleSpell[];
  readonly arrivals: SampleArrival[];
}

/** Whether the pupil would be in an ordinary lesson in that session. */
export function isPresent(draw: Draw, session: number): boolean {
  return draw.codes[session] === "/" || draw.codes[session] === "\\";
}

export function drawDay(random: Random, calendar: Calendar, from: Day, to: Day): Day {
  const first = calendar.schoolDayIndex(from - 1) + 1;
  return calendar.schoolDays[random.between(first, Math.max(first, calendar.schoolDayIndex(to)))] ?? from;
}

/** Marks whole school days, by their numbers, as far as the pupil would be there; what is left of them is one spell. */
export function addDays(
  draw: Draw,
  kind: SampleSpell["kind"],
  index: number,
  length: number,
  explained: Explained,
): void {
  const { calendar } = draw.setting;
  const [first, last] = [calendar.schoolDays[Math.max(0, index)], calendar.schoolDays[index + length - 1]];
  if (index + length <= 0 || first === undefined || index < -length) return;
  const to = last === undefined ? calendar.sessionCount : calendar.sessionsOn(last).to;
  addSessions(draw, kind, calendar.sessionsOn(first).from, to - 1, explained);
}

export function addSessions(
  draw: Draw,
  kind: SampleSpell["kind"],
  first: number,
  last: number,
  explained: Explained,
): void {
  const taken: number[] = [];
  for (let session = first; session <= last; session++) if (isPresent(draw, session)) taken.push(session);
  const [begins, ends] = [taken[0], taken.at(-1)];
  if (begins === undefined || ends === undefined) return;
  for (const session of taken) draw.codes[session] = SPELL_CODES[kind];
  draw.spells.push({ kind, first: begins, last: ends, explained });
}
