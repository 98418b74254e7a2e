// What an evaluation takes: a school's calendar, and one pupil's facts. The schema is held to the types of the engine by the
// compiler, so neither can say what the other does not.

import { z } from "zod";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import { faultsOfPlan, sayPlanFault } from "../school/plan-faults.ts";
import type { PupilRecord } from "../school/record.ts";
import { faultsOfPupil } from "../school/pupil-faults.ts";
import { flag, group, list, oneOf, text, texts, whole, writtenDay, writtenMoment } from "./plain-words.ts";

const half = () => oneOf(["AM", "PM"], "halves of a day");
const named = { name: text(), from: writtenDay(), to: writtenDay() };
const halfTerm = group("a half-term", named);
const term = group("a term", { ...named, halfTerms: list(halfTerm, "half-terms") });
const year = group("a school year", { ...named, terms: list(term, "terms") });

/** A school's planned calendar. One that makes no sense is refused at the value at fault. */
export const calendarSchema: z.ZodType<CalendarPlan> = group("the school's calendar", {
  name: text(),
  years: list(year, "school years"),
  bankHolidays: list(writtenDay(), "days"),
  inset: list(writtenDay(), "days"),
  closed: list(group("a closure", { day: writtenDay(), why: text() }), "closures"),
  oneSession: list(group("a day with one session", { day: writtenDay(), half: half() }), "days with one session"),
}).superRefine((plan, context) => {
  for (const fault of faultsOfPlan(plan))
    context.addIssue({ code: "custom", path: [...fault.path], message: `${sayPlanFault(fault)}.` });
});

const source = group("where it was read", { file: text(), line: whole("the line, from 1") }).exactOptional();
const fields = texts("fields");

const pupil = group("the pupil", {
  id: text(),
  name: text().exactOptional(),
  year: whole("the year group; reception is 0"),
  class: text().exactOptional(),
  born: writtenDay().exactOptional(),
  onRoll: list(group("time on roll", { from: writtenDay(), to: writtenDay().exactOptional() }), "times on roll"),
  flags: list(
    group("a flag", { name: text(), from: writtenDay().exactOptional(), until: writtenDay().exactOptional(), source }),
    "flags",
  ),
  parents: list(
    group("a parent", {
      person: text(),
      name: text().exactOptional(),
      responsibility: flag("whether they have parental responsibility"),
      livesWith: flag("whether the pupil lives with them"),
      cares: flag("whether they care for the pupil"),
      from: writtenDay().exactOptional(),
      until: writtenDay().exactOptional(),
      source,
    }),
    "parents",
  ),
  attributes: texts("attributes"),
  source,
}).superRefine((one, context) => {
  for (const { path, message } of faultsOfPupil(one))
    context.addIssue({ code: "custom", path: [...path], message: `${message.replace(/^t/, "T")}.` });
});

const mark = group("a mark", {
  pupil: text(),
  day: writtenDay(),
  half: half(),
  code: text('the code of the register, such as "/"'),
  known: writtenMoment().exactOptional(),
  minutesLate: whole("minutes late").exactOptional(),
  setting: text().exactOptional(),
  reason: text().exactOptional(),
  source,
});

const arrival = group("an arrival", {
  pupil: text(),
  at: writtenMoment(),
  known: writtenMoment().exactOptional(),
  fields,
  source,
});

const logRecord = group("a record of the log", {
  id: text(),
  act: text("the act that was done, such as send"),
  object: text().exactOptional(),
  happened: writtenMoment(),
  known: writtenMoment().exactOptional(),
  pupil: text().exactOptional(),
  person: text().exactOptional(),
  by: text().exactOptional(),
  to: list(text(), "roles").exactOptional(),
  fields,
  source,
});

/** One pupil's facts with the school's calendar: what `evaluate` of a module takes. */
export type PolicyRecord = PupilRecord & { readonly calendar: CalendarPlan };

export const recordSchema: z.ZodType<PolicyRecord> = group("one pupil's facts", {
  calendar: calendarSchema,
  pupil,
  marks: list(mark, "marks"),
  arrivals: list(arrival, "arrivals"),
  log: list(logRecord, "records"),
}).superRefine(({ pupil: { id }, marks, arrivals, log }, context) => {
  for (const [kind, facts] of Object.entries({ marks, arrivals, log }))
    facts.forEach((fact, at) => {
      if (fact.pupil === undefined || fact.pupil === id) return;
      const message = `This is a fact of ${fact.pupil}, in the record of ${id}: each pupil has facts of their own.`;
      context.addIssue({ code: "custom", path: [kind, at, "pupil"], message });
    });
});
