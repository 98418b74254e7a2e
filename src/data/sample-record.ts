// A pupil's sample register → the pupil's record as of a moment: marks with their corrections, arrivals, calls from parents.
// Knows what is known when; draws nobody's absences, only the minutes and channels of what is told of them.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { dayOf, momentOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, Mark, Pupil, PupilRecord } from "../school/record.ts";
import { fieldsOf } from "./fields.ts";
import { makeRandom } from "./random.ts";
import { SPELL_CODES } from "./sample-draw.ts";
import type { RegisterSetting, RegisterTimes, SampleSpell } from "./sample-draw.ts";
import type { SamplePupil } from "./sample-people.ts";
import type { SampleRegister } from "./sample-register.ts";

function closesAt(calendar: Calendar, session: number, { morning, afternoon }: RegisterTimes): Moment {
  const { closes } = calendar.sessionHalf[session] === 0 ? morning : afternoon;
  return momentOf(calendar.sessionDay[session] as Day, closes);
}

/** Everything that is on record of a pupil at the moment. */
export function recordOf(
  person: SamplePupil,
  register: SampleRegister,
  setting: RegisterSetting,
  until: Moment,
): PupilRecord {
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

/** What is written down at the desk; a reason by which a rule could go is another matter. */
const COMMENTS = ["overslept", "traffic", "bus", "left late", "not said"] as const;

function arrivalsOf(
  person: SamplePupil,
  register: SampleRegister,
  { seed, calendar }: RegisterSetting,
): readonly Arrival[] {
  const random = makeRandom(seed, 12, person.number);
  return register.arrivals.map(({ session, second }) => ({
    pupil: person.pupil.id,
    at: momentOf(calendar.sessionDay[session] as Day, second),
    fields: fieldsOf([["comment", random.pick(COMMENTS)]]),
  }));
}

/** The reasons that parents give when they call, by the names of the national layer; what they do not call about has none. */
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
  // who was sent home at midday was not called about in the morning
  const calledAbout = kind !== "illness" || calendar.sessionHalf[first] === 0;
  const moments = known === undefined || reason === undefined || !calledAbout ? [] : [known];
  for (let day = (calendar.sessionDay[first] as Day) + 1; day <= (calendar.sessionDay[last] as Day); day++) {
    const random = makeRandom(seed, 13, person.number, day);
    const at = momentOf(day, times.morning.opens - 60 * random.between(1, 75));
    if (random.chance(600_000) && moments[0] !== undefined && moments[0] < at && calendar.isSchoolDay(day))
      moments.push(at);
  }
  return moments.map((happened, number) => {
    const random = makeRandom(seed, 11, person.number, first, number);
    const channel = random.pick(["phone", "phone", "voicemail", "email", "in-person"]);
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
