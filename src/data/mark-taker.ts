// One mark of a row, wherever in the row it stands → the mark store, or a report of why it makes no sense there.
// Knows the calendar and who is on roll when; of codes it knows their shape alone.

import type { Calendar } from "../school/calendar.ts";
import type { Half } from "../school/calendar-plan.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { DayKind } from "../school/day-kinds.ts";
import type { Moment } from "../school/moment.ts";
import type { Mark, Pupil } from "../school/record.ts";
import { isMissingMark, readCode } from "./cells.ts";
import { markMessages } from "./diagnostics.ts";
import type { MarkStore } from "./mark-store.ts";
import type { Place } from "./problems.ts";
import type { PupilNumbers } from "./pupil-rows.ts";
import { pupilNumber } from "./read-pupils.ts";
import type { Reading } from "./read-table.ts";
import type { Row } from "./table-row.ts";
import type { TakenAway } from "./taken-away.ts";

/** Where the marks go, and what they must agree with. */
export interface Register {
  readonly calendar: Calendar;
  readonly pupils: { readonly at: (pupil: number) => Pick<Pupil, "id" | "onRoll"> | undefined };
  readonly numbers: PupilNumbers;
  readonly store: MarkStore;
  /** Rows that would take a mark away, to be told once all marks are known. */
  readonly takenAway: TakenAway[];
}

/** What a row says of the mark or marks in it. */
export interface Details {
  readonly pupil: number;
  readonly known: Moment | undefined;
  readonly minutesLate: number | undefined;
  readonly setting: string | undefined;
  readonly reason: string | undefined;
}

/** Undefined where the pupil is nobody known or a detail cannot be read, which is then reported. */
export function readDetails(row: Row, numbers: PupilNumbers): Details | undefined {
  const pupil = pupilNumber(row, "pupil", numbers);
  const [known, minutesLate] = [row.moment("known"), row.wholeNumber("minutes-late")];
  if (pupil === undefined || row.failed()) return undefined;
  return { pupil, known, minutesLate, setting: row.text("setting"), reason: row.text("reason") };
}

/** Puts one mark into the store, or reports why not; the row's other marks are unharmed. No mark is nothing to put. */
export type TakeMark = (row: Row, details: Details, mark: RowMark) => void;

export interface RowMark {
  readonly day: Day;
  readonly half: Half;
  readonly text: string;
  readonly cell: number;
  /** Within the cell, where a cell holds many marks. */
  readonly character?: number;
}

export function markTaker({ mapping, problems }: Reading, { calendar, pupils, store }: Register): TakeMark {
  const { codes } = mapping.tables.marks;
  return (row, details, { day, half, text, cell, character }) => {
    if (isMissingMark(text)) return;
    const place = (): Place => ({ ...row.place(), cell, ...(character === undefined ? {} : { character }) });
    const code = readCode(codes.get(text) ?? text);
    if (code === undefined) {
      row.refuse(markMessages.dataMarkNotACode, () => ({ text }), place());
    } else if (!calendar.covers(day)) {
      const [first, last] = [formatDay(calendar.firstDay), formatDay(calendar.lastDay)];
      row.refuse(markMessages.dataMarkOutsideCalendar, () => ({ day: formatDay(day), first, last }), place());
    } else if (calendar.sessionOrdinal(day, half) < 0) {
      // "planned closure" where the calendar plans none either: the two agree, and there is no session to mark
      if (code === "#") return;
      const args = { day: formatDay(day), half, why: CLOSED_WORDS[calendar.dayKind(day)], code };
      row.refuse(markMessages.dataMarkWithoutSession, () => args, place());
    } else {
      const { id, onRoll } = pupils.at(details.pupil) as Pick<Pupil, "id" | "onRoll">;
      // A mark that another school took counts off roll too.
      if (details.setting === undefined && !isOnRoll(onRoll, day) && !offRollCodes.has(code)) {
        problems.report(markMessages.dataMarkOffRoll, () => ({ pupil: id, day: formatDay(day), code }), place());
      }
      const { file, line } = row.source();
      store.add({ ...details, day, half, code, file, line });
    }
  };
}

/** Codes that say themselves that the pupil, or everybody, was not expected. */
export const offRollCodes: ReadonlySet<string> = new Set(["#", "Z"]);

const CLOSED_WORDS: Readonly<Record<DayKind, string>> = {
  "school-day": "a day of one session",
  weekend: "a weekend",
  "bank-holiday": "a bank holiday",
  inset: "an INSET day",
  closed: "a planned closure",
  holiday: "a holiday",
  outside: "outside the calendar",
};

function isOnRoll(onRoll: Pupil["onRoll"], day: Day): boolean {
  return onRoll.some(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Says which of two marks of one session stand (one that says the same twice) and which do not. */
export function reportClash({ problems }: Reading, first: Mark, second: Mark, same: boolean): void {
  const place = second.source ?? { file: "marks.csv", line: 1 };
  const args = { pupil: second.pupil, day: formatDay(second.day), half: second.half };
  if (same) problems.report(markMessages.dataMarkTwice, () => args, place, first.source);
  else {
    const codes = { code: first.code, other: second.code };
    problems.report(markMessages.dataMarkContradicts, () => ({ ...args, ...codes }), place, first.source);
  }
}
