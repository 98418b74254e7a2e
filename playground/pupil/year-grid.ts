// School time → the register of one school year as a grid: a row a week, a cell a session; and the moves of the keys in it.

import type { CalendarView, Period } from "../worker/protocol.ts";

/** `20525 AM`: day since 1970-01-01 and half. */
export type SessionKey = string;

export interface Week {
  readonly monday: number;
  /** The half-term that begins with this week, where one does. */
  readonly opens?: string;
  /** Ten places, Monday morning to Friday afternoon; undefined where there is no session. */
  readonly cells: readonly (SessionKey | undefined)[];
}

export interface YearGrid {
  readonly year: Period;
  readonly weeks: readonly Week[];
  /** In order. */
  readonly sessions: readonly SessionKey[];
}

const PLACES = [0, 1, 2, 3, 4].flatMap((place) => [
  { place, half: "AM" as const },
  { place, half: "PM" as const },
]);

/** Undefined where the calendar plans no school year on the day. */
export function yearGrid(calendar: CalendarView, day: number): YearGrid | undefined {
  const year = calendar.years.find(({ from, to }) => from <= day && day <= to);
  if (year === undefined) return undefined;
  const days = calendar.schoolDays.filter((each) => each >= year.from && each <= year.to);
  const school = new Set(days);
  const single = new Map(calendar.oneSession);
  const has = (each: number, half: "AM" | "PM"): boolean => school.has(each) && (single.get(each) ?? half) === half;
  const weeks = [...new Set(days.map(mondayOf))].map((monday): Week => {
    const opens = calendar.halfTerms.find(({ from }) => from >= monday && from < monday + 7);
    return {
      monday,
      ...(opens === undefined ? {} : { opens: opens.name }),
      cells: PLACES.map(({ place, half }) => (has(monday + place, half) ? `${monday + place} ${half}` : undefined)),
    };
  });
  return { year, weeks, sessions: weeks.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)) };
}

export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

export function dayOfSession(session: SessionKey): number {
  return Number(session.split(" ")[0]);
}

/** The sessions from one to another, both included, in order whichever comes first. */
export function sessionsBetween({ sessions }: YearGrid, one: SessionKey, other: SessionKey): readonly SessionKey[] {
  const [a, b] = [sessions.indexOf(one), sessions.indexOf(other)];
  return a < 0 || b < 0 ? [] : sessions.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The last session on the day or before, else the first of the year. */
export function sessionNear({ sessions }: YearGrid, day: number): SessionKey | undefined {
  return sessions.findLast((session) => dayOfSession(session) <= day) ?? sessions[0];
}

const MONTH_OF_WEEKS = 4;

/** Where a key leads from a session; undefined for a key that moves nothing. */
export function moveTo(grid: YearGrid, from: SessionKey, key: string, withControl: boolean): SessionKey | undefined {
  const { sessions, weeks } = grid;
  const at = sessions.indexOf(from);
  const week = weeks.findIndex(({ cells }) => cells.includes(from));
  const row = weeks[week]?.cells ?? [];
  switch (key) {
    case "ArrowRight":
      return sessions[Math.min(at + 1, sessions.length - 1)];
    case "ArrowLeft":
      return sessions[Math.max(at - 1, 0)];
    case "ArrowDown":
      return inColumn(grid, week, row.indexOf(from), 1) ?? from;
    case "ArrowUp":
      return inColumn(grid, week, row.indexOf(from), -1) ?? from;
    case "PageDown":
      return inColumn(grid, Math.min(week + MONTH_OF_WEEKS, weeks.length - 1) + 1, row.indexOf(from), -1) ?? from;
    case "PageUp":
      return inColumn(grid, Math.max(week - MONTH_OF_WEEKS, 0) - 1, row.indexOf(from), 1) ?? from;
    case "Home":
      return withControl ? sessions[0] : row.find((cell) => cell !== undefined);
    case "End":
      return withControl ? sessions.at(-1) : row.findLast((cell) => cell !== undefined);
    default:
      return undefined;
  }
}

/** The nearest week beyond that has a session in the column. */
function inColumn({ weeks }: YearGrid, week: number, column: number, step: 1 | -1): SessionKey | undefined {
  for (let row = week + step; row >= 0 && row < weeks.length; row += step) {
    const cell = weeks[row]?.cells[column];
    if (cell !== undefined) return cell;
  }
  return undefined;
}
