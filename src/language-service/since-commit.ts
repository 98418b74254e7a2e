// A policy as it was kept last and as it is written now → whom of an invented school the change touches. It invents the school, and
// reads no history: whoever asks brings both texts.

import { standAfter, standOfCohort } from "../diff/cohort.ts";
import { populationDiff } from "../diff/compare-populations.ts";
import type { PopulationDiff } from "../diff/compare-populations.ts";
import { sampleCalendarPlan } from "../data/sample-calendar.ts";
import type { Policy } from "../explain/case.ts";
import { sayDay } from "../explain/say.ts";
import { inventRecords } from "../morning/invent-school.ts";
import { partsOfDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { dayOf, parseMoment } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { Bug } from "../support/bug.ts";
import type { Steps } from "../support/finished.ts";

const PUPILS = 60;
const SEED = 7;

/** Yields how many pupils are done. Undefined where the invented calendar knows no day on which the policy is in force. */
export function* touchedSince(before: Policy, after: Policy, today: Day): Steps<PopulationDiff | undefined> {
  const until = goodMoment(after, today);
  const invented = yield* inventRecords({ seed: SEED, pupils: PUPILS, until, program: before.program });
  if (invented === undefined) return undefined;
  const stood = yield* standOfCohort({ ...invented, asOf: until }, before);
  return populationDiff(stood, yield* standAfter(stood, after));
}

/** The middle of March: by then a school year has shown what a policy does with it. */
function goodMoment({ model }: Policy, today: Day): Moment {
  const years = sampleCalendarPlan().years;
  const day = Math.max(today, model.inForce?.from ?? today);
  const year =
    years.find(({ from, to }) => from <= day && day <= to) ?? (day < (years[0]?.from ?? 0) ? years[0] : years.at(-1));
  const moment = year === undefined ? undefined : parseMoment(`${partsOfDay(year.from).year + 1}-03-13 17:00`);
  if (moment === undefined) throw new Bug("The invented calendar has no March");
  return moment;
}

/** `12 of 120 invented pupils are treated otherwise (as of Fri 13 Mar 2026)`. */
export function sayTouched({ touched, pupils, asOf }: PopulationDiff): string {
  const who =
    touched === 0
      ? `none of ${pupils} invented pupils is`
      : `${touched} of ${pupils} invented pupils ${touched === 1 ? "is" : "are"}`;
  return `${who} treated otherwise (as of ${sayDay(dayOf(asOf))})`;
}
