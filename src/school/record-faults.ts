// What a program handed over → what of it is no fact, in words: types are gone at run time, and whoever writes plain JavaScript or
// reads JSON never had them. Every compiled module carries this, so it asks only for what a decision reads; the schemas ask for all.

import { once } from "../support/once.ts";
import type { CalendarPlan } from "./calendar-plan.ts";
import {
  groupOf,
  listOf,
  orNothing,
  ofType,
  shouldBe,
  textsByName,
  wholeNumber,
  wholeNumberThat,
} from "./check-parts.ts";
import type { FaultCheck } from "./check-parts.ts";
import { isDay } from "./day.ts";
import { isMoment, parseMoment } from "./moment.ts";
import type { Moment } from "./moment.ts";
import { faultsOfPlan, sayPlanFault } from "./plan-faults.ts";
import type { Mark, Pupil, PupilRecord } from "./record.ts";
import { faultsOfPupil } from "./pupil-faults.ts";

const factShapes = /* @__PURE__ */ once(() => {
  const [text, flag] = [ofType("string", "a text"), ofType("boolean", "true or false")];
  const [day, moment] = [
    wholeNumberThat(isDay, "days since 1970-01-01, as `parseDay` gives them"),
    wholeNumberThat(isMoment, "seconds since 1970-01-01 on the school's own clock, as `parseMoment` gives them"),
  ];
  const [perhapsDay, perhapsText, known] = [orNothing(day), orNothing(text), orNothing(moment)];
  const half: FaultCheck = (value, path) =>
    value === "AM" || value === "PM" ? undefined : shouldBe(path, "AM or PM", value);
  const span = { from: day, to: day };
  const terms = listOf(groupOf({ ...span, halfTerms: listOf(groupOf(span)) }));
  const people = { person: text, responsibility: flag, livesWith: flag, cares: flag };
  return {
    record: groupOf({}),
    day,
    plan: groupOf({
      years: listOf(groupOf({ ...span, terms })),
      bankHolidays: listOf(day),
      inset: listOf(day),
      closed: listOf(groupOf({ day })),
      oneSession: listOf(groupOf({ day, half })),
    }),
    pupil: groupOf({
      id: text,
      year: wholeNumber("the year group, and 0 for reception"),
      born: perhapsDay,
      onRoll: listOf(groupOf({ from: day, to: perhapsDay })),
      flags: listOf(groupOf({ name: text, from: perhapsDay, until: perhapsDay })),
      parents: listOf(groupOf({ ...people, from: perhapsDay, until: perhapsDay })),
      attributes: textsByName,
    }),
    mark: groupOf({
      pupil: text,
      day,
      half,
      code: text,
      known,
      minutesLate: orNothing(wholeNumber("minutes")),
      setting: perhapsText,
    }),
    arrivals: listOf(groupOf({ pupil: text, at: moment, known, fields: textsByName })),
    log: listOf(
      groupOf({
        id: text,
        act: text,
        object: perhapsText,
        happened: moment,
        known,
        pupil: perhapsText,
        person: perhapsText,
        by: perhapsText,
        to: orNothing(listOf(text)),
        fields: textsByName,
      }),
    ),
  };
});

/** @throws RangeError where it is no calendar, or one that makes no sense. */
export function refusePlan(plan: CalendarPlan): void {
  refuseFault(factShapes().plan(plan, "calendar."));
  const [fault] = faultsOfPlan(plan);
  if (fault !== undefined)
    refuseFault(`the calendar makes no sense at ${fault.path.join(".")}: ${sayPlanFault(fault)}`);
}

/** @throws RangeError where it is no pupil. `path` is where they stand, and ends in a full stop. */
export function refusePupil(pupil: Pupil, path = "pupil."): void {
  refuseFault(factShapes().pupil(pupil, path));
  const [fault] = faultsOfPupil(pupil);
  if (fault !== undefined) refuseFault(`${path}${fault.path.join(".")}: ${fault.message}`);
}

/** @throws RangeError where it is no day. */
export function refuseDay(day: number, path: string): void {
  refuseFault(factShapes().day(day, path));
}

/** The moment that is asked about. @throws RangeError where the text is none. */
export function momentAskedFor(asOf: string): Moment {
  const moment = typeof asOf === "string" ? parseMoment(asOf, "end") : undefined;
  if (moment === undefined)
    refuseFault(
      shouldBe("asOf.", "a date or a moment on the school's own clock, 2026-03-13 or 2026-03-13 09:30", asOf),
    );
  return moment as Moment;
}

/** @throws RangeError where nothing is asked about. */
export function refuseWords(words: string): void {
  refuseFault(ofType("string", "a text, such as the name of a step")(words, "words."));
}

/** @throws RangeError where these are not the pupil's facts. */
export function refuseFacts({ marks, arrivals, log }: Omit<PupilRecord, "pupil">, id: string, path = ""): void {
  if (!Array.isArray(marks)) refuseFault(shouldBe(`${path}marks.`, "a list", marks));
  for (let at = 0; at < marks.length; at++)
    if (!isPlainMark(marks[at], id))
      refuseFault(
        factShapes().mark(marks[at], `${path}marks.${at}.`) ?? strangerIn(marks[at], id, `${path}marks.${at}.`),
      );
  refuseFault(factShapes().arrivals(arrivals, `${path}arrivals.`) ?? factShapes().log(log, `${path}log.`));
  arrivals.forEach((arrival, at) => refuseFault(strangerIn(arrival, id, `${path}arrivals.${at}.`)));
  log.forEach((entry, at) => refuseFault(strangerIn(entry, id, `${path}log.${at}.`)));
}

/** @throws RangeError where it is no pupil's record. */
export function refuseRecord(record: PupilRecord, path = ""): void {
  refuseFault(factShapes().record(record, path === "" ? "the record." : path));
  refusePupil(record.pupil, `${path}pupil.`);
  refuseFacts(record, record.pupil.id, path);
}

/** @throws RangeError where one of them is no pupil's record. */
export function refuseRecords(records: readonly PupilRecord[]): void {
  if (!Array.isArray(records)) refuseFault(shouldBe("the records.", "a list", records));
  records.forEach((record, at) => refuseRecord(record, `records.${at}.`));
}

/** Said of nearly every mark, and quickly. */
function isPlainMark(mark: Mark | undefined, id: string): boolean {
  return (
    mark?.pupil === id &&
    isDay(mark.day) &&
    (mark.half === "AM" || mark.half === "PM") &&
    typeof mark.code === "string" &&
    mark.known === undefined &&
    mark.minutesLate === undefined &&
    mark.setting === undefined
  );
}

/** A record of the log that names nobody is of whom it is told. */
function strangerIn(fact: { readonly pupil?: string } | undefined, id: string, path: string): string | undefined {
  const { pupil = id } = fact ?? {};
  if (pupil === id) return undefined;
  return `${path}pupil: a fact of ${pupil} was told of ${id}: each pupil has facts of their own`;
}

function refuseFault(fault: string | undefined): void {
  if (fault !== undefined) throw new RangeError(fault);
}
