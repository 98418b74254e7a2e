// A seed → a whole school to try policies on: invented pupils with believable registers, late arrivals, corrections and calls.
// The same seed gives the same school on every computer. What staff do about it all is for a policy, and not here.

import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { dayOf, momentOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil, PupilRecord, SchoolRecord, StaffMember } from "../school/record.ts";
import { fieldsOf } from "./fields.ts";
import { makeRandom } from "./random.ts";
import { sampleCalendarPlan } from "./sample-calendar.ts";
import { samplePeople } from "./sample-people.ts";
import type { SamplePupil } from "./sample-people.ts";
import type { Phase } from "./sample-rates.ts";
import { sampleRegister, SPELL_CODES } from "./sample-register.ts";
import type { RegisterSetting, RegisterTimes, SampleRegister, SampleSpell } from "./sample-register.ts";

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

function closesAt(calendar: Calendar, session: number, { morning, afternoon }: RegisterTimes): Moment {
  const { closes } = calendar.sessionHalf[session] === 0 ? morning : afternoon;
  return momentOf(calendar.sessionDay[session] as Day, closes);
}

function recordOf(person: SamplePupil, register: SampleRegister, setting: RegisterSetting, until: Moment): PupilRecord {
  const spells = register.spells.map((spell) => ({ ...spell, known: explainedAt(person, spell, setting) }));
  const log = spells.flatMap((spell) => reportsOf(person, spell, setting));
  return {
    pupil: { ...person.pupil, onRoll: onRollAsOf(person.pupil.onRoll, dayOf(until)) },
    marks: marksOf(person, register, spells, setting, until),
    arrivals: arrivalsOf(person, register, setting).filter(({ at }) => at <= until),
    log: log.filter(({ happened }) => happened <= until),
  };
}

/** Nobody knows yet who will leave, or come back; a new pupil's first day is known beforehand. */
function onRollAsOf(onRoll: Pupil["onRoll"], today: Day): Pupil["onRoll"] {
  return onRoll
    .filter((span, index) => index === 0 || span.from <= today)
    .map(({ from, to }) => (to === undefined || to > today ? { from } : { from, to }));
}

/** A spell and the moment at which its reason is known: undefined for never, and before the register opens for at once. */
interface ExplainedSpell extends SampleSpell {
  readonly known: Moment | undefined;
}

function explainedAt(
  person: SamplePupil,
  { first, explained }: SampleSpell,
  { seed, calendar, times }: RegisterSetting,
): Moment | undefined {
  const random = makeRandom(seed, 8, person.number, first);
  const day = calendar.sessionDay[first] as Day;
  const early = momentOf(day, times.morning.opens - 60 * random.between(1, 75));
  const later = 60 * random.between(600, 920); // between ten and twenty past three
  if (explained === "never") return undefined;
  if (explained === "at-once") return early;
  const known = calendar.addUnits(day, explained.schoolDaysLater, "school-day");
  return known === undefined ? undefined : momentOf(known, later);
}

/** A mark for each session; N first where the reason came after the register had closed, and the code from when it came. */
function marksOf(
  person: SamplePupil,
  { codes, arrivals }: SampleRegister,
  spells: readonly ExplainedSpell[],
  { calendar, from, to, times }: RegisterSetting,
  until: Moment,
): readonly Mark[] {
  const marks: Mark[] = [];
  const minutes = new Map(arrivals.map(({ session, minutesLate }) => [session, minutesLate]));
  for (let session = from; session < to; session++) {
    const code = codes[session] ?? "";
    if (code === "") continue;
    const spell = spells.find(
      (each) => each.first <= session && session <= each.last && SPELL_CODES[each.kind] === code,
    );
    const mark = {
      pupil: person.pupil.id,
      day: calendar.sessionDay[session] as Day,
      half: calendar.sessionHalf[session] === 0 ? ("AM" as const) : ("PM" as const),
    };
    const closed = closesAt(calendar, session, times);
    if (closed > until) break;
    const minutesLate = minutes.get(session);
    if (minutesLate !== undefined) marks.push({ ...mark, code, minutesLate });
    else if (spell === undefined || (spell.known !== undefined && spell.known <= closed)) marks.push({ ...mark, code });
    else {
      marks.push({ ...mark, code: "N" });
      if (spell.known !== undefined && spell.known <= until) marks.push({ ...mark, code, known: spell.known });
    }
  }
  return marks;
}

const ARRIVAL_REASONS = ["overslept", "traffic", "bus", "left-late", "not-said"] as const;

function arrivalsOf(
  person: SamplePupil,
  register: SampleRegister,
  { seed, calendar }: RegisterSetting,
): readonly Arrival[] {
  const random = makeRandom(seed, 12, person.number);
  return register.arrivals.map(({ session, second }) => ({
    pupil: person.pupil.id,
    at: momentOf(calendar.sessionDay[session] as Day, second),
    fields: fieldsOf([["reason", random.pick(ARRIVAL_REASONS)]]),
  }));
}

/** The reasons that parents give when they call; what they do not call about has none. */
const REASONS: Readonly<Partial<Record<SampleSpell["kind"], string>>> = {
  illness: "illness",
  appointment: "medical-appointment",
  observance: "religious-observance",
};

/** A call when the reason becomes known, and on further days of an illness mostly another one. */
function reportsOf(
  person: SamplePupil,
  { kind, first, last, known }: ExplainedSpell,
  { seed, calendar, times }: RegisterSetting,
): readonly LogRecord[] {
  const reason = REASONS[kind];
  const parents = person.pupil.parents.filter((parent) => parent.livesWith && parent.from === undefined);
  const moments = known === undefined || reason === undefined ? [] : [known];
  for (let day = (calendar.sessionDay[first] as Day) + 1; day <= (calendar.sessionDay[last] as Day); day++) {
    const random = makeRandom(seed, 13, person.number, day);
    const at = momentOf(day, times.morning.opens - 60 * random.between(1, 75));
    if (random.chance(600_000) && moments[0] !== undefined && moments[0] < at && calendar.isSchoolDay(day))
      moments.push(at);
  }
  return moments.map((happened, number) => {
    const random = makeRandom(seed, 11, person.number, first, number);
    const channel = random.pick(["telephone", "telephone", "app", "email", "in-person"]);
    const { person: parent } = parents[random.below(Math.max(1, parents.length))] ?? {};
    return {
      id: `${person.pupil.id}-${first}-${number + 1}`,
      act: "report-absence",
      happened,
      pupil: person.pupil.id,
      ...(parent === undefined ? {} : { person: parent }),
      fields: fieldsOf([
        ["reason", reason ?? ""],
        ["channel", channel],
      ]),
    };
  });
}

/** Invented people; the telephone numbers are of the range that is kept for fiction. */
function sampleStaff(): readonly StaffMember[] {
  const staff: readonly (readonly [string, string])[] = [
    ["headteacher", "Ms Okoro"],
    ["attendance-champion", "Mr Hale"],
    ["attendance-officer", "Mrs Begum"],
    ["school-office", "the school office"],
    ["designated-safeguarding-lead", "Miss Ferreira"],
    ["send-lead", "Mr Iqbal"],
    ["family-support-worker", "Mrs Lund"],
    ["governors", "the governing board"],
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
