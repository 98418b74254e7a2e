// Plain facts and a day → a pupil of a school: marks on the calendar's own sessions, records on its own days. The day is
// chosen so that everything told lies in the school year, and in the half-term where there is room.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import { lastInstant, momentOf } from "../school/moment.ts";
import type { LogRecord, Mark, PupilRecord } from "../school/record.ts";
import { ATTENDED } from "./plain-facts.ts";
import type { PlainFacts, PlainRecord, WitnessPupil } from "./plain-facts.ts";

const PUPIL = "pupil";

/** Undefined where the day is no school day, or too early in its school year for all that is told. */
export function placeFacts(calendar: Calendar, day: Day, facts: PlainFacts): WitnessPupil | undefined {
  const year = calendar.period("school-year", day);
  const end = calendar.sessionsOn(day).to;
  const first = end - facts.sessions.length;
  if (year === undefined || !calendar.isSchoolDay(day) || first < calendar.firstSessionOnOrAfter(year.from))
    return undefined;
  const before = placeLastYear(calendar, year.from, facts.lastYear);
  if (before === undefined) return undefined;
  const marks = [...before.marks, ...marksFrom(calendar, first, facts.sessions)];
  const joined = before.from ?? (facts.joins ? calendar.sessionDay[first] : undefined) ?? year.from;
  return {
    facts,
    at: lastInstant(day),
    day,
    pupil: {
      id: PUPIL,
      year: facts.year,
      onRoll: [{ from: joined }],
      flags: facts.flags.map((name) => ({ name })),
      parents: facts.parents.map((person) => ({ person, responsibility: true, livesWith: true, cares: true })),
      attributes: {},
    },
    marks,
    arrivals: facts.arrivals.map((second) => ({ pupil: PUPIL, at: momentOf(day, second), fields: {} })),
    log: facts.records.map((record, index) => placeRecord(calendar, day, record, index)),
  };
}

interface Placed {
  readonly marks: readonly Mark[];
  readonly from: Day | undefined;
}

/** At the very end of the year before; the pupil joined on the first of these days, or did not come before this year. */
function placeLastYear(calendar: Calendar, yearFrom: Day, sessions: readonly string[]): Placed | undefined {
  if (sessions.length === 0) return { marks: [], from: undefined };
  const first = calendar.firstSessionOnOrAfter(yearFrom) - sessions.length;
  const before = calendar.previousPeriod("school-year", yearFrom);
  if (before === undefined || first < calendar.firstSessionOnOrAfter(before.from)) return undefined;
  return { marks: marksFrom(calendar, first, sessions), from: calendar.sessionDay[first] };
}

function marksFrom(calendar: Calendar, first: number, sessions: readonly string[]): readonly Mark[] {
  return sessions.flatMap((code, index) => {
    const session = first + index;
    const half = calendar.sessionHalf[session] === 0 ? ("AM" as const) : ("PM" as const);
    return code === ATTENDED ? [] : [{ pupil: PUPIL, day: calendar.sessionDay[session] as Day, half, code }];
  });
}

function placeRecord(calendar: Calendar, day: Day, { ago, ...record }: PlainRecord, index: number): LogRecord {
  const happened = ago === undefined ? day : daysBefore(calendar, day, ago);
  return { id: `${record.act} ${index + 1}`, pupil: PUPIL, ...record, happened: lastInstant(happened) };
}

function daysBefore(calendar: Calendar, day: Day, { n, unit }: NonNullable<PlainRecord["ago"]>): Day {
  const goes = (counts: (each: Day) => boolean): Day => {
    let at = day;
    for (let left = n; left > 0 && calendar.covers(at - 1); at--) if (counts(at)) left--;
    return at;
  };
  switch (unit) {
    case "school-day":
      return goes(calendar.isSchoolDay);
    case "working-day":
      return goes(calendar.isWorkingDay);
    case "week":
    case "school-week":
      return day - 7 * n;
    case "month":
      return day - 31 * n;
    case "year":
      return day - 366 * n;
    default:
      return day - n;
  }
}

/** Every session that is not told is attended as usual, from the day the pupil joined to the calendar's end. */
export function recordOf(
  calendar: Calendar,
  { pupil, marks, arrivals, log }: Pick<WitnessPupil, "pupil" | "marks" | "arrivals" | "log">,
): PupilRecord {
  const told = new Set(marks.map(({ day, half }) => `${day} ${half}`));
  const usual: Mark[] = [];
  const from = pupil.onRoll[0]?.from ?? calendar.firstDay;
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] as Day;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    if (!told.has(`${day} ${half}`)) usual.push({ pupil: PUPIL, day, half, code: half === "AM" ? "/" : "\\" });
  }
  return { pupil, marks: [...usual, ...marks.filter(({ code }) => code !== "-")], arrivals, log };
}

const WEEKS_INTO_YEAR = 11;

/**
 * The first last-day-of-a-school-week on which the facts fit into their half-term, else into the school year; well into the
 * year, from `from` on. Undefined where the calendar has no such day.
 */
export function dayFor(calendar: Calendar, facts: PlainFacts, from: Day, until?: Day): Day | undefined {
  const days = weekEnds(calendar).filter((day) => day >= from && (until === undefined || day <= until));
  const room = (day: Day, unit: "half-term" | "school-year"): boolean => {
    const start = calendar.period(unit, day)?.from;
    return (
      start !== undefined &&
      calendar.sessionsOn(day).to - calendar.firstSessionOnOrAfter(start) >= facts.sessions.length &&
      placeFacts(calendar, day, facts) !== undefined
    );
  };
  const settled = (day: Day): boolean => {
    const year = calendar.period("school-year", day);
    return year !== undefined && calendar.schoolWeekIndex(day) - calendar.schoolWeekIndex(year.from) >= WEEKS_INTO_YEAR;
  };
  return (
    days.find((day) => settled(day) && room(day, "half-term")) ??
    days.find((day) => settled(day) && room(day, "school-year")) ??
    days.find((day) => room(day, "school-year"))
  );
}

/** The last school day of each school week. */
function weekEnds(calendar: Calendar): readonly Day[] {
  const days = [...calendar.schoolDays];
  return days.filter(
    (day, index) => calendar.schoolWeekIndex(days[index + 1] ?? day + 7) !== calendar.schoolWeekIndex(day),
  );
}
