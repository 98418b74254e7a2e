// A line of pupils.csv that is plain: every cell in its simplest form, and nothing in it to refuse → the pupil's identifier, year and
// days, without a list of cells. What is not plain is left to the reader of rows, who knows the words.

import type { Day } from "../school/day.ts";
import type { Pupil } from "../school/record.ts";
import { readDate, readYearGroup } from "./cells.ts";
import type { TakeLine } from "./csv-rows.ts";
import { APOSTROPHE, BEYOND, BLANK } from "./plain-bytes.ts";
import type { Reading, TableHead } from "./read-table.ts";

/** What a roll of pupils needs to know at once. The rest of the line, names and other fields, is read when somebody asks. */
export interface PlainPupil {
  readonly id: string;
  readonly year: number;
  readonly born: Day | undefined;
  /** The same array for pupils one after another who came and went on the same days. */
  readonly onRoll: Pupil["onRoll"];
}

/** Takes a pupil and where the row begins in a text of rows, one a line; false where the pupil is listed already. */
export type TakePupil = (pupil: PlainPupil, text: string, begins: number, line: number) => boolean;

// What a cell is; of any other, 0, it is all one what it says.
const ID = 1;
const YEAR = 2;
const FROM = 3;
const UNTIL = 4;
const BORN = 5;
const ROLES: readonly (readonly [column: string, role: number])[] = [
  ["id", ID],
  ["year", YEAR],
  ["from", FROM],
  ["until", UNTIL],
  ["born", BORN],
];

/** Undefined where the columns are such as are not read so. */
export function plainPupils(reading: Reading, head: TableHead, take: TakePupil): TakeLine | undefined {
  const { cells, count } = head.columns;
  if (reading.mapping.tables.pupils.assume.size > 0) return undefined;
  const separator = reading.mapping.separator.charCodeAt(0);
  const roles = new Uint8Array(count);
  for (const [column, role] of ROLES) if (cells.has(column)) roles[cells.get(column) as number] = role;
  const day = (text: string): Day | undefined => {
    const read = readDate(text, reading.mapping.dates);
    return read.kind === "value" ? read.value : undefined;
  };
  const [year, from, until, born] = [cellReader(readYearGroup), cellReader(day), cellReader(day), cellReader(day)];
  let onRoll: Pupil["onRoll"] = [];

  return (text, start, end, line) => {
    let at = start;
    let idFrom = start;
    let idTo = start;
    let yearGroup: number | undefined;
    let first: Day | undefined;
    let last: Day | undefined;
    let birthday: Day | undefined;
    for (let cell = 0; cell < count; cell++) {
      if (at > end) return false;
      const cellFrom = at;
      while (at < end && text.charCodeAt(at) !== separator) at++;
      const role = roles[cell];
      if (role === ID) {
        idFrom = cellFrom;
        idTo = at;
      } else if (role === YEAR) yearGroup = year(text, cellFrom, at);
      else if (role === FROM) first = from(text, cellFrom, at);
      else if (role !== 0 && at > cellFrom) {
        const date = role === UNTIL ? until(text, cellFrom, at) : born(text, cellFrom, at);
        if (date === undefined) return false;
        if (role === UNTIL) last = date;
        else birthday = date;
      }
      at++;
    }
    if (at !== end + 1 || yearGroup === undefined || first === undefined || !isPlainId(text, idFrom, idTo))
      return false;
    if (last !== undefined && last < first) return false;
    const [span] = onRoll;
    if (span?.from !== first || span.to !== last)
      onRoll = [last === undefined ? { from: first } : { from: first, to: last }];
    const pupil = { id: text.slice(idFrom, idTo), year: yearGroup, born: birthday, onRoll };
    return take(pupil, text, start, line);
  };
}

type CellReader = (text: string, from: number, to: number) => number | undefined;

/** Keeps what cells were read as: a column has few values and very many rows, and neighbours mostly have the same. */
function cellReader(read: (cell: string) => number | undefined): CellReader {
  const known = new Map<string, number | undefined>();
  let latest = "";
  let value: number | undefined;
  return (text, from, to) => {
    if (to - from === latest.length && text.startsWith(latest, from)) return value;
    latest = text.slice(from, to);
    value = known.get(latest) ?? read(latest);
    if (known.size < MOST_KNOWN) known.set(latest, value);
    return value;
  };
}

const MOST_KNOWN = 10_000;

/** Whether nothing is to be taken off either end. */
function isPlainId(text: string, from: number, to: number): boolean {
  if (to === from) return false;
  const [first, last] = [text.charCodeAt(from), text.charCodeAt(to - 1)];
  return first > BLANK && first < BEYOND && first !== APOSTROPHE && last > BLANK && last < BEYOND;
}
