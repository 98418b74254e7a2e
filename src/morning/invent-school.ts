// A seed, and a policy if there is one → the files of an invented school, whose staff have followed the policy.

import { makeSample } from "../data/sample.ts";
import type { SampleOptions } from "../data/sample.ts";
import { sampleCalendarPlan } from "../data/sample-calendar.ts";
import { writeSchool } from "../data/write-school.ts";
import type { Program } from "../runtime/program.ts";
import { makeWorld, timingOf } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { SchoolRecord } from "../school/record.ts";
import { finished } from "../support/finished.ts";
import type { Steps } from "../support/finished.ts";
import { rehearse } from "./rehearse.ts";
import { rehearseStaff } from "./rehearse-staff.ts";

export interface Invention {
  readonly seed: number;
  readonly pupils: number;
  /** The last moment on record; the register begins with its school year. */
  readonly until: Moment;
  readonly program?: Program | undefined;
}

export interface InventedSchool {
  readonly school: SchoolRecord;
  readonly calendar: Calendar;
}

/** File name → text; undefined where the sample calendar does not know the day. */
export function inventSchool(
  invention: Invention,
  told?: (done: number, all: number) => void,
): ReadonlyMap<string, string> | undefined {
  const invented = finished(inventRecords(invention), (done) => told?.(done, invention.pupils));
  return invented === undefined ? undefined : writeSchool(invented.school, invented.calendar.plan);
}

/** The same school without its files. Yields the number of pupils whose staff have followed the policy. */
export function* inventRecords({ seed, pupils, until, program }: Invention): Steps<InventedSchool | undefined> {
  const year = sampleCalendarPlan().years.find(({ from, to }) => from <= dayOf(until) && dayOf(until) <= to);
  if (year === undefined) return undefined;
  const calendar = makeCalendar(planFrom(sampleCalendarPlan(), year.from));
  const options: SampleOptions = { seed, pupils, from: year.from, until };
  if (program === undefined) return { school: makeSample(options).school, calendar };
  const world = makeWorld(program, calendar);
  const { school } = makeSample({ ...options, times: registerTimes(world) });
  const staffed = { ...school, staff: rehearseStaff(program, seed) };
  return { school: yield* rehearse({ world, school: staffed, asOf: until, seed }), calendar };
}

/** The years from a day on: a calendar need not go further back than the register does. */
function planFrom(plan: CalendarPlan, first: Day): CalendarPlan {
  const { years, bankHolidays, inset, closed, oneSession } = plan;
  return {
    ...plan,
    years: years.filter(({ from }) => from >= first),
    bankHolidays: bankHolidays.filter((day) => day >= first),
    inset: inset.filter((day) => day >= first),
    closed: closed.filter(({ day }) => day >= first),
    oneSession: oneSession.filter(({ day }) => day >= first),
  };
}

function registerTimes(world: World): NonNullable<SampleOptions["times"]> {
  const { opens, closes } = timingOf(world, new Set());
  return { morning: { opens: opens[0], closes: closes[0] }, afternoon: { opens: opens[1], closes: closes[1] } };
}
