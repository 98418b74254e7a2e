// The marks of a register, in any of four layouts → the mark store: a row a mark, a row a day, a column a session, or a string.
// Knows headings and layouts; what a single mark must agree with is for mark-taker.ts.

import type { Calendar } from "../school/calendar.ts";
import type { Half } from "../school/calendar-plan.ts";
import type { Day } from "../school/day.ts";
import { assertNever } from "../support/assert-never.ts";
import { isMissingMark, readDate } from "./cells.ts";
import { markMessages } from "./diagnostics.ts";
import { markTaker, readDetails } from "./mark-taker.ts";
import type { Register } from "./mark-taker.ts";
import { readTable, wantColumns } from "./read-table.ts";
import type { FileTally, Reading, RowSource, TableHead, UseRow } from "./read-table.ts";
import { reportUnused } from "./table-columns.ts";
import type { Other } from "./table-columns.ts";
import { unescapeCell } from "./write-csv.ts";

export function readMarks(reading: Reading, register: Register, rows?: RowSource): Promise<readonly FileTally[]> {
  const start = (head: TableHead): UseRow | undefined => {
    const layout = marksLayout(reading, head);
    return layout === undefined ? undefined : useRowOf(layout, reading, register, head);
  };
  return readTable(reading, "marks", start, rows);
}

/** How a register is laid out. */
export type MarksLayout =
  | { readonly kind: "mark" }
  | { readonly kind: "day" }
  | { readonly kind: "sessions"; readonly sessions: readonly SessionHeading[] }
  | { readonly kind: "string"; readonly days: "every-day" | "school-days" };

/** Told by the headings; undefined where they make no sense, which is then reported, as is a heading that nothing is read from. */
export function marksLayout(reading: Reading, head: TableHead): MarksLayout | undefined {
  const has = (column: string): boolean => {
    return head.columns.cells.has(column) || reading.mapping.tables.marks.assume.has(column);
  };
  const sessions = sessionHeadings(reading, head);
  const unused = head.columns.others.filter((other) => sessions.every((session) => session.cell !== other.cell));
  const layout = chooseLayout(reading, head, has, sessions);
  if (layout !== undefined) reportUnused("marks", unused.filter(isNoSession), reading.problems, head.place);
  return layout;
}

function chooseLayout(
  reading: Reading,
  head: TableHead,
  has: (column: string) => boolean,
  sessions: readonly SessionHeading[],
): MarksLayout | undefined {
  if (has("marks")) {
    const days = reading.mapping.tables.marks.stringDays;
    if (!wantColumns(reading, "marks", head, ["start"])) return undefined;
    if (days !== undefined) return { kind: "string", days };
    reading.problems.report(markMessages.dataStringDaysUnsaid, () => ({ file: head.file }), head.place);
    return undefined;
  }
  if (has("am") || has("pm")) {
    return wantColumns(reading, "marks", head, ["date"]) ? { kind: "day" } : undefined;
  }
  if (has("code") || sessions.length === 0) {
    return wantColumns(reading, "marks", head, ["code", "date", "session"]) ? { kind: "mark" } : undefined;
  }
  return { kind: "sessions", sessions };
}

function useRowOf(layout: MarksLayout, reading: Reading, register: Register, head: TableHead): UseRow {
  switch (layout.kind) {
    case "mark":
      return useMarkRow(reading, register, head);
    case "day":
      return useDayRow(reading, register, head);
    case "sessions":
      return useSessionsRow(reading, register, layout.sessions);
    case "string":
      return useStringRow(reading, register, head, layout.days);
    default:
      return assertNever(layout);
  }
}

function useMarkRow(reading: Reading, register: Register, head: TableHead): UseRow {
  const take = markTaker(reading, register);
  const cell = head.columns.cells.get("code") ?? 0;
  return (row) => {
    const details = readDetails(row, register.numbers);
    const day = row.needed("date") === undefined ? undefined : row.day("date");
    const half = row.needed("session") === undefined ? undefined : row.half("session");
    if (details === undefined || day === undefined || half === undefined) return false;
    const text = row.text("code") ?? "";
    const { pupil, known } = details;
    if (isMissingMark(text) && known !== undefined)
      register.takenAway.push({ pupil, day, half, known, place: { ...row.place(), cell } });
    take(row, details, { day, half, text, cell });
    return true;
  };
}

function useDayRow(reading: Reading, register: Register, head: TableHead): UseRow {
  const take = markTaker(reading, register);
  const halves = (
    [
      ["AM", "am"],
      ["PM", "pm"],
    ] as const
  ).map(([half, column]) => {
    return { half, column, cell: head.columns.cells.get(column) ?? 0 };
  });
  return (row) => {
    const details = readDetails(row, register.numbers);
    const day = row.needed("date") === undefined ? undefined : row.day("date");
    if (details === undefined || day === undefined) return false;
    for (const { half, column, cell } of halves) take(row, details, { day, half, text: row.text(column) ?? "", cell });
    return true;
  };
}

/** A column of a session's marks. */
export interface SessionHeading {
  readonly cell: number;
  readonly day: Day;
  readonly half: Half;
}

function useSessionsRow(reading: Reading, register: Register, sessions: readonly SessionHeading[]): UseRow {
  const take = markTaker(reading, register);
  return (row) => {
    const details = readDetails(row, register.numbers);
    if (details === undefined) return false;
    for (const { cell, day, half } of sessions) take(row, details, { day, half, text: row.cell(cell), cell });
    return true;
  };
}

const SESSION_HEADING = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(.*?)[\s_-]*(am|pm)$/i;

/** The headings that name a session, such as `2026-03-02 AM` or `Mon 02/03/2026 PM`; one that nearly does is reported. */
function sessionHeadings({ mapping, problems }: Reading, head: TableHead): readonly SessionHeading[] {
  return head.columns.others.flatMap(({ heading, cell }) => {
    const match = SESSION_HEADING.exec(heading);
    if (match === null || isNoSession({ heading, cell })) return [];
    const day = readDate(match[1] ?? "", mapping.dates);
    if (day.kind === "value") return [{ cell, day: day.value, half: match[2]?.toUpperCase() === "AM" ? "AM" : "PM" }];
    const why =
      day.kind === "refused" ? day.why : `It may be ${day.first} or ${day.second}; say dates: in mapping.yaml.`;
    problems.report(markMessages.dataSessionHeading, () => ({ heading, why }), { ...head.place, cell });
    return [];
  });
}

function isNoSession({ heading }: Other): boolean {
  return !SESSION_HEADING.test(heading) || !/\d/.test(heading);
}

/** A string of marks from a first day on, a morning and an afternoon for each day in turn. */
function useStringRow(
  reading: Reading,
  register: Register,
  head: TableHead,
  stringDays: "every-day" | "school-days",
): UseRow {
  const { calendar } = register;
  const take = markTaker(reading, register);
  const cell = head.columns.cells.get("marks") ?? 0;
  const { markSeparator } = reading.mapping.tables.marks;
  const dayAt = stringDayAt(calendar, stringDays);
  return (row) => {
    const details = readDetails(row, register.numbers);
    const start = row.needed("start") === undefined ? undefined : row.day("start");
    if (details === undefined || start === undefined) return false;
    const string = unescapeCell(row.raw("marks"));
    const pair = markSeparator === undefined ? /[A-Z]\d/i.exec(string) : null;
    if (pair !== null) {
      const place = { ...row.place("marks"), character: pair.index };
      row.refuse(markMessages.dataStringTwoCharacters, () => ({ code: pair[0].toUpperCase() }), place);
      return false;
    }
    const marks = string.split(markSeparator ?? "");
    marks.forEach((text, index) => {
      const half = index % 2 === 0 ? "AM" : "PM";
      take(row, details, { day: dayAt(start, index >> 1), half, text: text.trim(), cell, character: index });
    });
    return true;
  };
}

/** The day that a place in a string of marks stands for, counted in days from the first; outside the calendar past its end. */
export function stringDayAt(
  calendar: Calendar,
  stringDays: "every-day" | "school-days",
): (start: Day, index: number) => Day {
  if (stringDays === "every-day") return (start, index) => start + index;
  return (start, index) => calendar.schoolDays[calendar.schoolDayIndex(start - 1) + 1 + index] ?? calendar.lastDay + 1;
}
