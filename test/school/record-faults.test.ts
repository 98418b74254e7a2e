// What is no fact is refused at its place and in words, whatever a program in plain JavaScript or a file of JSON hands over.

import { describe, expect, test } from "vitest";
import type { CalendarPlan } from "../../src/school/calendar-plan.ts";
import { knownDay } from "../../src/school/day.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { momentAskedFor, refuseDay, refusePlan, refuseRecord, refuseRecords } from "../../src/school/record-faults.ts";
import { planOf } from "./plans.ts";

const day = knownDay("2026-03-02");
const pupil = { id: "P1", year: 4, onRoll: [{ from: day }], flags: [], parents: [], attributes: {} };
const mark = { pupil: "P1", day, half: "AM", code: "/" };
const contact = { id: "1", act: "meet", happened: 5, fields: {} };
const record = { pupil, marks: [mark], arrivals: [], log: [] };
const plan = planOf(["2025-09-01", "2025-10-24"]);

const asRecord = (value: unknown) => () => refuseRecord(value as PupilRecord);
const asPlan = (value: unknown) => () => refusePlan(value as CalendarPlan);

test("a record of the pupil's own facts is let through, with whatever else is said of them", () => {
  const log = [
    { id: "1", act: "report-absence", happened: 5, fields: {} },
    { id: "2", act: "meet", happened: 5, known: 9, pupil: "P1", to: ["parents"], fields: { place: "hall" } },
  ];
  const marks = [mark, { ...mark, half: "PM", known: 7, minutesLate: 4, reason: "bus" }];
  const arrivals = [{ pupil: "P1", at: 8, fields: {} }];
  expect(asRecord({ ...record, marks, arrivals, log, calendar: plan })).not.toThrow();
  expect(asPlan(plan)).not.toThrow();
});

describe("a record", () => {
  test.each([
    ["that is not there", undefined, "the record should be a group of keys and values, and it is undefined"],
    ["that is a list", [record], "the record should be a group of keys and values, and it is a list"],
    ["without a pupil", { ...record, pupil: null }, "pupil should be a group of keys and values, and it is null"],
    [
      "of a year group in words",
      { ...record, pupil: { ...pupil, year: "four" } },
      'pupil.year should be a whole number: the year group, and 0 for reception, and it is "four"',
    ],
    [
      "on roll from a date in text",
      { ...record, pupil: { ...pupil, onRoll: [{ from: "2026-03-02" }] } },
      'pupil.onRoll.0.from should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is "2026-03-02"',
    ],
    [
      "of a parent who may or may not be one",
      { ...record, pupil: { ...pupil, parents: [{ person: "A", responsibility: "yes" }] } },
      'pupil.parents.0.responsibility should be true or false, and it is "yes"',
    ],
    ["of marks in a text", { ...record, marks: "//" }, 'marks should be a list, and it is "//"'],
    ["of no marks at all", { ...record, marks: undefined }, "marks should be a list, and it is undefined"],
    ["of an empty mark", { ...record, marks: [null] }, "marks.0 should be a group of keys and values, and it is null"],
    [
      "of half a day",
      { ...record, marks: [mark, { ...mark, day: day + 0.5 }] },
      /^marks\.1\.day .*, and it is 20514\.5$/,
    ],
    ["of no half", { ...record, marks: [{ ...mark, half: "am" }] }, 'marks.0.half should be AM or PM, and it is "am"'],
    ["of no code", { ...record, marks: [{ ...mark, code: 1 }] }, "marks.0.code should be a text, and it is 1"],
    [
      "known at no moment",
      { ...record, marks: [{ ...mark, known: Number.NaN }] },
      /^marks\.0\.known .*, and it is NaN$/,
    ],
    [
      "of another's mark",
      { ...record, marks: [mark, { ...mark, pupil: "P2" }] },
      "marks.1.pupil: a fact of P2 was told of P1",
    ],
    [
      "of another's contact",
      { ...record, log: [contact, { ...contact, pupil: "P2" }] },
      "log.1.pupil: a fact of P2 was told of P1",
    ],
    [
      "of another's coming",
      { ...record, arrivals: [{ pupil: "P2", at: 8, fields: {} }] },
      "arrivals.0.pupil: a fact of P2 was told of P1",
    ],
    [
      "of a Date",
      { ...record, marks: [{ ...mark, day: new Date(0) }] },
      "marks.0.day should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is a JavaScript Date",
    ],
    [
      "of milliseconds for a day",
      { ...record, marks: [{ ...mark, day: 1_772_409_600_000 }] },
      /^marks\.0\.day should be/,
    ],
    ["of seconds for a day", { ...record, marks: [{ ...mark, day: 1_772_409_600 }] }, /^marks\.0\.day should be/],
    [
      "of milliseconds for a moment",
      { ...record, log: [{ ...contact, happened: 1_772_409_600_000 }] },
      /^log\.0\.happened should be .* as `parseMoment` gives them, and it is 1772409600000$/,
    ],
    ["of a bigint", { ...record, marks: [{ ...mark, day: 20_514n }] }, /^marks\.0\.day .*, and it is a bigint$/],
    [
      "of a field in a number",
      { ...record, log: [{ ...contact, fields: { reason: 5 } }] },
      "log.0.fields.reason should be a text, and it is 5",
    ],
    [
      "of a field that is true or false",
      { ...record, arrivals: [{ pupil: "P1", at: 8, fields: { withdrawn: false } }] },
      "arrivals.0.fields.withdrawn should be a text, and it is false",
    ],
    [
      "of an attribute that is none",
      { ...record, pupil: { ...pupil, attributes: { house: null } } },
      "pupil.attributes.house should be a text, and it is null",
    ],
    ["of a role in a number", { ...record, log: [{ ...contact, by: 5 }] }, "log.0.by should be a text, and it is 5"],
    [
      "of a mark from a school in a number",
      { ...record, marks: [{ ...mark, setting: 5 }] },
      "marks.0.setting should be a text, and it is 5",
    ],
    [
      "of time on roll that ends before it begins",
      { ...record, pupil: { ...pupil, onRoll: [{ from: day, to: day - 1 }] } },
      "pupil.onRoll.0.to: this ends on 2026-03-01, before it begins on 2026-03-02",
    ],
    [
      "of a contact at no moment",
      { ...record, log: [{ id: "1", act: "meet", at: 5, fields: {} }] },
      /^log\.0\.happened .*, and it is undefined$/,
    ],
  ])("%s is refused", (_what, value, message) => {
    expect(asRecord(value)).toThrow(RangeError);
    expect(asRecord(value)).toThrow(message);
  });

  test("among many is named by its place", () => {
    const broken = { ...record, marks: [{ ...mark, day: "x" }] } as unknown as PupilRecord;
    expect(() => refuseRecords([record as PupilRecord, broken])).toThrow(/^records\.1\.marks\.0\.day should be /);
  });
});

describe("a calendar", () => {
  const [year] = plan.years;
  test.each([
    ["that is not there", undefined, "calendar should be a group of keys and values, and it is undefined"],
    ["without years", { ...plan, years: undefined }, "calendar.years should be a list, and it is undefined"],
    [
      "of years in text",
      { ...plan, years: [{ ...year, from: "2025-09-01" }] },
      /^calendar\.years\.0\.from .*"2025-09-01"$/,
    ],
    [
      "of years without terms",
      { ...plan, years: [{ ...year, terms: undefined }] },
      /^calendar\.years\.0\.terms should be a list/,
    ],
    [
      "closed on no day",
      { ...plan, closed: [day] },
      `calendar.closed.0 should be a group of keys and values, and it is ${day}`,
    ],
    [
      "that ends before it starts",
      { ...plan, years: [{ ...year, to: day - 400 }] },
      "the calendar makes no sense at years.0.to: only ends before it starts, on 2025-09-01",
    ],
  ])("%s is refused", (_what, value, message) => {
    expect(asPlan(value)).toThrow(RangeError);
    expect(asPlan(value)).toThrow(message);
  });
});

test.each([undefined, Number.NaN, "2026-03-02", 0.5])("%j is no day", (value) => {
  expect(() => refuseDay(value as number, "date.")).toThrow(
    /^date should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is /,
  );
});

test("a moment that is asked about and is none is told what one is", () => {
  expect(momentAskedFor("2026-03-02 09:30")).toBe(day * 86_400 + 9.5 * 3600);
  for (const [none, found] of [
    ["2026-03-02T09:30:00Z", '"2026-03-02T09:30:00Z"'],
    ["", '""'],
    [new Date(), "a JavaScript Date"],
    [undefined, "undefined"],
  ] as const)
    expect(() => momentAskedFor(none as string)).toThrow(
      `asOf should be a date or a moment on the school's own clock, 2026-03-13 or 2026-03-13 09:30, and it is ${found}`,
    );
});
