// One row of a table, cell by cell → values; what a cell cannot mean is reported at the cell and the row counts as failed.
// A single row object is moved along the table, so that a row costs little: keep none.

import { lastInstant, momentOf } from "../school/moment.ts";
import type { Moment, SecondOfDay } from "../school/moment.ts";
import type { Day } from "../school/day.ts";
import type { Half } from "../school/calendar-plan.ts";
import type { FactSource, Fields } from "../school/record.ts";
import { readDate, readHalf, readMoment, readTime, readYearGroup, readYesNo } from "./cells.ts";
import type { DateOrder, Reading } from "./cells.ts";
import { tableMessages } from "./diagnostics.ts";
import { fieldsOf } from "./fields.ts";
import type { Message, Place, Problems } from "./problems.ts";
import type { TableColumns } from "./table-columns.ts";
import { fieldOf } from "./tables.ts";
import { unescapeCell } from "./write-csv.ts";

export interface Row {
  /** Something of the row was refused and reported. */
  readonly failed: () => boolean;
  readonly has: (column: string) => boolean;
  /** Without blanks around it; undefined where the cell is blank or there is none. */
  readonly text: (column: string) => string | undefined;
  /** As it stands, blanks and all: for strings of marks. */
  readonly raw: (column: string) => string;
  /** A text that must be there; a blank is reported. */
  readonly needed: (column: string) => string | undefined;
  readonly day: (column: string) => Day | undefined;
  readonly time: (column: string) => SecondOfDay | undefined;
  readonly moment: (column: string) => Moment | undefined;
  /** The column `at`, else `date` and `time`; a date alone is its day's last instant (S7). A row without either is reported. */
  readonly happened: () => Moment | undefined;
  readonly yesNo: (column: string) => boolean | undefined;
  readonly half: (column: string) => Half | undefined;
  readonly yearGroup: (column: string) => number | undefined;
  readonly wholeNumber: (column: string) => number | undefined;
  /** Cells under headings that are no column, by heading in the form of a name (`Appointment Card` is `appointment-card`); blank ones left out. */
  readonly fields: () => Fields;
  /** The cell of another heading. */
  readonly cell: (cell: number) => string;
  readonly place: (column?: string) => Place;
  readonly source: () => FactSource;
  readonly refuse: <Arguments>(message: Message<Arguments>, args: () => Arguments, place: Place) => void;
}

const NO_FIELDS = fieldsOf([]);

/** A row object and the function that moves it to the next row. */
export interface RowCursor {
  readonly row: Row;
  readonly move: (cells: readonly string[], line: number, lastLine: number) => void;
}

export interface RowSetting {
  readonly file: string;
  readonly separator: string;
  readonly dates: DateOrder;
  readonly columns: TableColumns;
  readonly assume: ReadonlyMap<string, string>;
  readonly problems: Problems;
}

export function makeRowCursor({ file, separator, dates, columns, assume, problems }: RowSetting): RowCursor {
  let cells: readonly string[] = [];
  let line = 0;
  let lastLine = 0;
  let failed = false;
  const days = new Map<string, Reading<Day>>(); // a register has few dates and very many rows
  const years = new Map<string, number | undefined>();

  const cell = (index: number): string => unescapeCell((cells[index] ?? "").trim());
  const text: Row["text"] = (column) => {
    const index = columns.cells.get(column);
    const value = index === undefined ? (assume.get(column) ?? "") : cell(index);
    return value === "" ? undefined : value;
  };
  const place: Row["place"] = (column) => {
    const index = column === undefined ? undefined : columns.cells.get(column);
    return { file, line, lastLine, separator, ...(index === undefined ? {} : { cell: index }) };
  };
  const refuse: Row["refuse"] = (message, args, at) => {
    failed = true;
    problems.report(message, args, at);
  };
  const dateOf = (value: string): Reading<Day> => {
    const known = days.get(value) ?? readDate(value, dates);
    if (days.size < 10_000) days.set(value, known);
    return known;
  };
  const yearOf = (value: string): number | undefined => {
    const known = years.has(value) ? years.get(value) : readYearGroup(value);
    if (years.size < 1000) years.set(value, known);
    return known;
  };
  const accept = <Value>(
    column: string,
    value: string,
    reading: Reading<Value>,
    kind: "date" | "time",
  ): Value | undefined => {
    if (reading.kind === "value") return reading.value;
    if (reading.kind === "ambiguous") {
      const { first, second } = reading;
      refuse(tableMessages.dataCellAmbiguousDate, () => ({ column, text: value, first, second }), place(column));
    } else {
      const message = kind === "date" ? tableMessages.dataCellNotADate : tableMessages.dataCellNotATime;
      refuse(message, () => ({ column, text: value, why: reading.why }), place(column));
    }
    return undefined;
  };
  const choice = <Value>(
    column: string,
    read: (text: string) => Value | undefined,
    choices: string,
  ): Value | undefined => {
    const value = text(column);
    const chosen = value === undefined ? undefined : read(value);
    if (value !== undefined && chosen === undefined) {
      refuse(tableMessages.dataCellNotAChoice, () => ({ column, text: value, choices }), place(column));
    }
    return chosen;
  };
  const day: Row["day"] = (column) => {
    const value = text(column);
    return value === undefined ? undefined : accept(column, value, dateOf(value), "date");
  };
  const time: Row["time"] = (column) => {
    const value = text(column);
    return value === undefined ? undefined : accept(column, value, readTime(value), "time");
  };
  const moment: Row["moment"] = (column) => {
    const value = text(column);
    return value === undefined ? undefined : accept(column, value, readMoment(value, dates), "date");
  };
  const needed: Row["needed"] = (column) => {
    const value = text(column);
    if (value === undefined) refuse(tableMessages.dataCellBlank, () => ({ column }), place(column));
    return value;
  };

  const row: Row = {
    failed: () => failed,
    has: (column) => columns.cells.has(column) || assume.has(column),
    text,
    raw: (column) => cells[columns.cells.get(column) ?? -1] ?? "",
    needed,
    day,
    time,
    moment,
    happened: () => {
      if (text("at") !== undefined) return moment("at");
      if (needed("date") === undefined) return undefined;
      const [date, second] = [day("date"), time("time")];
      if (date === undefined) return undefined;
      return second === undefined ? lastInstant(date) : momentOf(date, second);
    },
    yesNo: (column) => choice(column, readYesNo, "yes or no"),
    half: (column) => choice(column, readHalf, "AM or PM"),
    yearGroup: (column) => {
      const value = text(column);
      const year = value === undefined ? undefined : yearOf(value);
      if (value !== undefined && year === undefined) {
        refuse(tableMessages.dataCellNotAYearGroup, () => ({ text: value }), place(column));
      }
      return year;
    },
    wholeNumber: (column) => {
      const value = text(column);
      if (value === undefined || /^\d{1,9}$/.test(value)) return value === undefined ? undefined : Number(value);
      refuse(tableMessages.dataCellNotANumber, () => ({ column, text: value }), place(column));
      return undefined;
    },
    fields: () => {
      if (columns.others.length === 0) return NO_FIELDS;
      return fieldsOf(
        columns.others
          .map(({ heading, cell: index }) => [fieldOf(heading), cell(index)] as const)
          .filter(([, value]) => value !== ""),
      );
    },
    cell,
    place,
    source: () => ({ file, line }),
    refuse,
  };
  return {
    row,
    move: (nextCells, nextLine, nextLastLine) => {
      cells = nextCells;
      line = nextLine;
      lastLine = nextLastLine;
      failed = false;
    },
  };
}
