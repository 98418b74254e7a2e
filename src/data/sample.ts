// A seed → a whole school to try policies on: invented pupils with believable registers, late arrivals, corrections and calls.
// The same seed gives the same school on every computer. What staff do about it all is for a policy, and not here.

import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { PupilRecord, SchoolRecord, StaffMember } from "../school/record.ts";
import { fieldsOf } from "./fields.ts";
import { sampleCalendarPlan } from "./sample-calendar.ts";
import type { RegisterSetting, RegisterTimes } from "./sample-draw.ts";
import { samplePeople } from "./sample-people.ts";
import type { Phase } from "./sample-rates.ts";
import { recordOf } from "./sample-record.ts";
import { sampleRegister } from "./sample-register.ts";

export interface SampleOptions {
  /** A whole number; each gives another school. */
  readonly seed: number;
  readonly pupils: number;
  /** The first day of the register, within 2023/24 to 2026/27. */
  readonly from: Day;
  /** The last moment on record: later marks, corrections and calls are not known yet. */
  readonly until: Moment;
  readonly phase?: Phase;
  readonly times?: RegisterTimes;
}

export interface Sample {
  readonly school: SchoolRecord;
  readonly calendar: Calendar;
}

/** Registers from 08:55 to 09:10 and from 13:00 to 13:10, unless the options say otherwise. */
const TIMES: RegisterTimes = {
  morning: { opens: 32_100, closes: 33_000 },
  afternoon: { opens: 46_800, closes: 47_400 },
};

/** The whole school at once. */
export function makeSample(options: SampleOptions): Sample {
  const calendar = makeCalendar(sampleCalendarPlan());
  const pupils = [...samplePupilRecords(options, calendar)];
  const attributes = fieldsOf([["phase", options.phase ?? "primary"]]);
  return { school: { name: "Sample School", staff: sampleStaff(), log: [], pupils, attributes }, calendar };
}

/** One pupil after another, for those who need many and keep none. */
export function* samplePupilRecords(options: SampleOptions, calendar: Calendar): Iterable<PupilRecord> {
  const { seed, pupils, from, until, phase = "primary", times = TIMES } = options;
  const setting: RegisterSetting = {
    seed,
    phase,
    calendar,
    from: calendar.firstSessionOnOrAfter(from),
    to: calendar.firstSessionOnOrAfter(dayOf(until) + 1),
    times,
  };
  // people are drawn for the whole school year, so that a register read earlier is of the same people
  const to = calendar.period("school-year", dayOf(until))?.to ?? calendar.lastDay;
  for (const person of samplePeople({ seed, pupils, phase, calendar, from, to })) {
    yield recordOf(person, sampleRegister(person, setting), setting, until);
  }
}

/** Invented people in roles of the national layer; the telephone numbers are of the range that is kept for fiction. */
function sampleStaff(): readonly StaffMember[] {
  const staff: readonly (readonly [string, string])[] = [
    ["headteacher", "Ms Okoro"],
    ["senior-attendance-champion", "Mr Hale"],
    ["attendance-officer", "Mrs Begum"],
    ["school-office", "the school office"],
    ["designated-safeguarding-lead", "Miss Ferreira"],
    ["designated-teacher", "Mr Iqbal"],
    ["class-teacher", "Mrs Lund"],
    ["governing-body", "the governing board"],
  ];
  return staff.map(([role, name], index) => ({
    role,
    fields: fieldsOf([
      ["name", name],
      ["phone", `01632 9600${String(index + 1).padStart(2, "0")}`],
      ["email", `${role}@sample.example`],
    ]),
  }));
}
