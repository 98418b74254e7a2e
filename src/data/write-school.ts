// A school's record and calendar → the files of a folder in our own form, as read-school.ts reads them back.
// Writes everything that the form holds; where a fact was read from is not part of it.

import type { CalendarPlan } from "../school/calendar-plan.ts";
import { formatDay } from "../school/day.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { Day } from "../school/day.ts";
import { dayOf, formatMoment, formatTime, lastInstant, secondOf } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import type { Arrival, Fields, LogRecord, Mark, Pupil, SchoolRecord } from "../school/record.ts";
import { stringify } from "yaml";
import { compareText } from "../support/compare-text.ts";
import { CALENDAR_FILE, MAPPING_FILE } from "./mapping.ts";
import { fieldHeading } from "./tables.ts";
import type { TableName } from "./tables.ts";
import { writeCalendar } from "./write-calendar.ts";
import { writeCsv } from "./write-csv.ts";

/** File name → text. A table without rows gets no file, but for pupils and marks. */
export function writeSchool(school: SchoolRecord, plan: CalendarPlan): ReadonlyMap<string, string> {
  const people = school.pupils.map(({ pupil }) => pupil);
  const log = [...school.log, ...school.pupils.flatMap((record) => record.log)];
  const mapping = { school: school.name, attributes: { ...school.attributes } };
  const files = new Map([
    [CALENDAR_FILE, writeCalendar(plan)],
    [MAPPING_FILE, stringify(mapping, { version: "1.2", lineWidth: 0 })],
    ["pupils.csv", pupilsCsv(people)],
    ["marks.csv", marksCsv(school)],
  ]);
  const addTable = (file: string, rows: number, text: () => string): void => {
    if (rows > 0) files.set(file, text());
  };
  addTable("parents.csv", people.flatMap((pupil) => pupil.parents).length, () => parentsCsv(people));
  addTable("flags.csv", people.flatMap((pupil) => pupil.flags).length, () => flagsCsv(people));
  const arrivals = school.pupils.flatMap((record) => record.arrivals);
  addTable("arrivals.csv", arrivals.length, () => arrivalsCsv(arrivals));
  addTable("log.csv", log.length, () => logCsv(log));
  addTable("staff.csv", school.staff.length, () => {
    return withFields(
      "staff",
      ["role"],
      school.staff.map(({ role, fields }) => ({ cells: [role], fields })),
    );
  });
  return files;
}

function pupilsCsv(pupils: readonly Pupil[]): string {
  const rows = pupils.flatMap(({ id, name, year, class: group, born, onRoll, attributes }) =>
    onRoll.map(({ from, to }) => ({
      cells: [id, name ?? "", yearText(year), group ?? "", date(born), date(from), date(to)],
      fields: attributes,
    })),
  );
  return withFields("pupils", ["id", "name", "year", "class", "born", "from", "until"], rows);
}

function parentsCsv(pupils: readonly Pupil[]): string {
  const headings = ["pupil", "person", "name", "responsibility", "lives-with", "cares", "from", "until"];
  const rows = pupils.flatMap(({ id, parents }) =>
    parents.map(({ person, name, responsibility, livesWith, cares, from, until }) => {
      return [id, person, name ?? "", yesNo(responsibility), yesNo(livesWith), yesNo(cares), date(from), date(until)];
    }),
  );
  return writeCsv(headings, rows);
}

function flagsCsv(pupils: readonly Pupil[]): string {
  const rows = pupils.flatMap(({ id, flags }) =>
    flags.map(({ name, from, until }) => [id, name, date(from), date(until)]),
  );
  return writeCsv(["pupil", "flag", "from", "until"], rows);
}

function marksCsv(school: SchoolRecord): string {
  return writeCsv(["pupil", "date", "session", "code", "known", "minutes-late", "setting", "reason"], markRows(school));
}

function* markRows(school: SchoolRecord): Iterable<readonly string[]> {
  for (const record of school.pupils) for (const mark of record.marks) yield markRow(mark);
}

function markRow({ pupil, day, half, code, known, minutesLate, setting, reason }: Mark): readonly string[] {
  const late = minutesLate === undefined ? "" : String(minutesLate);
  return [pupil, formatDay(day), half, code, moment(known), late, setting ?? "", reason ?? ""];
}

function arrivalsCsv(arrivals: readonly Arrival[]): string {
  const rows = arrivals.map(({ pupil, at, known, fields }) => ({
    cells: [pupil, date(dayOf(at)), formatTime(secondOf(at)), moment(known)],
    fields,
  }));
  return withFields("arrivals", ["pupil", "date", "time", "known"], rows);
}

function logCsv(log: readonly LogRecord[]): string {
  const rows = log.map(({ id, act, object, happened, known, pupil, person, by, to, fields }) => {
    const time = happened === lastInstant(dayOf(happened)) ? "" : formatTime(secondOf(happened));
    const people = [pupil ?? "", person ?? "", by ?? "", (to ?? []).join("; ")];
    return { cells: [id, act, object ?? "", date(dayOf(happened)), time, moment(known), ...people], fields };
  });
  return withFields("log", ["id", "act", "object", "date", "time", "known", "pupil", "person", "by", "to"], rows);
}

/** Rows with a column more for each field that any of them has. */
function withFields(
  table: TableName,
  headings: readonly string[],
  rows: readonly { readonly cells: readonly string[]; readonly fields: Fields }[],
): string {
  const names = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))].toSorted(compareText);
  return writeCsv(
    [...headings, ...names.map((name) => fieldHeading(table, name))],
    rows.map(({ cells, fields }) => [...cells, ...names.map((name) => recordedText(fields, name))]),
  );
}

function date(day: Day | undefined): string {
  return day === undefined ? "" : formatDay(day);
}

function moment(at: Moment | undefined): string {
  return at === undefined ? "" : formatMoment(at);
}

function yesNo(answer: boolean): string {
  return answer ? "yes" : "no";
}

function yearText(year: number): string {
  if (year === 0) return "R";
  return year < 0 ? "N" : String(year);
}
