// The files of marks → which of their lines are plain, put into the register at once, and which must be read as rows.
// A pupil is plain whose lines all are; where a file is not one of lines, nobody is.

import type { PackedRegister } from "../runtime/packed-register.ts";
import { makeByteLines } from "./byte-lines.ts";
import type { OnAlike } from "./byte-lines.ts";
import { readCsvRows } from "./csv-rows.ts";
import { QUOTATION_MARK } from "./plain-bytes.ts";
import type { PlainCodes } from "./plain-codes.ts";
import { plainLines } from "./plain-marks.ts";
import type { PlainLines } from "./plain-marks.ts";
import { makeProblems } from "./problems.ts";
import type { PupilIndex } from "./pupil-index.ts";
import { marksLayout } from "./read-marks.ts";
import { allRows, columnsOf } from "./read-table.ts";
import type { Reading, RowSource, TableHead } from "./read-table.ts";
import { unescapeCell } from "./write-csv.ts";

/** How many bytes of a file of marks have been read. */
export type OnRead = (file: string, bytes: number) => void;

export interface LineSetting {
  readonly register: PackedRegister;
  readonly codes: PlainCodes;
  readonly numbers: PupilIndex;
  readonly onRead: OnRead;
}

export interface SortedLines {
  /** The rows that are to be read as such: headings, what is not plain, and everything of a pupil who is not. */
  readonly rows: RowSource;
  readonly isPlain: (pupil: number) => boolean;
  /** The lines of a file that need not be read again. */
  readonly plainRows: (file: string) => number;
}

/** What is known of a file once its lines were gone through. */
interface Sorted {
  readonly heading: string;
  readonly pupilCell: number;
  /** Plain lines by pupil. */
  readonly plain: Uint32Array;
  /** There are lines that are not plain. */
  readonly broken: boolean;
}

export async function sortLines(reading: Reading, setting: LineSetting): Promise<SortedLines> {
  const { count } = setting.register;
  const special = new Uint8Array(count);
  const files = new Map<string, Sorted>();
  for (const file of reading.mapping.tables.marks.files) {
    if (!reading.files.has(file)) continue;
    const sorted = await sortFile(reading, file, setting, special);
    if (sorted === undefined) return { rows: allRows, isPlain: () => false, plainRows: () => 0 };
    files.set(file, sorted);
  }
  const anySpecial = special.includes(1);
  const isPlain = (pupil: number): boolean => special[pupil] === 0;
  return {
    isPlain,
    plainRows: (file) => {
      let sum = 0;
      files.get(file)?.plain.forEach((rows, pupil) => (sum += isPlain(pupil) ? rows : 0));
      return sum;
    },
    rows: async ({ folder, mapping }, file, onRow, onUnclosed) => {
      const sorted = files.get(file) as Sorted;
      const numbers: number[] = [];
      const wanted = anySpecial || sorted.broken ? folder.open(file) : onlyHeading(sorted.heading);
      const needed = (bytes: Uint8Array, from: number, to: number): boolean =>
        !isOfPlainPupil(setting.numbers, isPlain, bytes, from, to, sorted.pupilCell, mapping.separator);
      const text = neededLines(wanted, mapping.separator, needed, numbers);
      const line = (number: number): number => numbers[number - 1] as number;
      await readCsvRows(
        text,
        mapping.separator,
        (cells, first, last) => onRow(cells, line(first), line(last)),
        (first) => onUnclosed(line(first)),
      );
      return true;
    },
  };
}

async function* onlyHeading(heading: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(heading);
}

/** Undefined where the file is not one of lines, or its headings make no sense or call for more than lines. */
async function sortFile(
  reading: Reading,
  file: string,
  setting: LineSetting,
  special: Uint8Array,
): Promise<Sorted | undefined> {
  const { separator, tables } = reading.mapping;
  if (tables.marks.assume.size > 0) return undefined;
  const plain = new Uint32Array(setting.register.count);
  let heading = "";
  let lines: OpenedLines | undefined;
  let [broken, pupil] = [false, -1];
  const takeAlike: OnAlike = (bytes, from, length) => {
    if (pupil < 0) return 0;
    const taken = lines?.takeAlike(bytes, from, length, pupil) ?? 0;
    plain[pupil] = (plain[pupil] as number) + taken;
    return taken;
  };
  const reader = makeByteLines((bytes, from, to, line) => {
    pupil = lines?.take(bytes, from, to) ?? -1;
    if (pupil >= 0) {
      plain[pupil] = (plain[pupil] as number) + 1;
      return true;
    }
    const cells = cellsOfLine(bytes, from, to, separator);
    if (cells === undefined) return false;
    if (isBlank(cells)) return true;
    if (lines === undefined) {
      heading = "\n".repeat(line - 1) + textOf(bytes, from, to);
      lines = openLines(reading, file, cells, line, setting);
      return lines !== undefined;
    }
    broken = true;
    const number = setting.numbers.get(unescapeCell((cells[lines.pupilCell] ?? "").trim()));
    if (number !== undefined) special[number] = 1;
    return true;
  }, takeAlike);
  let read = 0;
  for await (const piece of reading.folder.open(file)) {
    if (!reader.write(piece)) return undefined;
    read += piece.length;
    setting.onRead(file, read);
  }
  if (!reader.end() || lines === undefined) return undefined;
  return { heading, pupilCell: lines.pupilCell, plain, broken };
}

interface OpenedLines extends PlainLines {
  readonly pupilCell: number;
}

function openLines(
  reading: Reading,
  file: string,
  headings: readonly string[],
  line: number,
  { register, codes, numbers }: LineSetting,
): OpenedLines | undefined {
  const { mapping } = reading;
  const problems = makeProblems(); // what is wrong with the headings is told when they are read as a row
  const { separator, dates } = mapping;
  const place = { file, line, separator };
  const columns = columnsOf("marks", headings, mapping, problems, place);
  if (columns === undefined) return undefined;
  const head: TableHead = { file, columns, headings, place };
  const layout = marksLayout({ ...reading, problems }, head);
  const { markSeparator } = mapping.tables.marks;
  const setting = { register, codes, numbers, separator, markSeparator, dates };
  const lines = layout === undefined ? undefined : plainLines(setting, layout, head);
  const pupilCell = columns.cells.get("pupil");
  return lines === undefined || pupilCell === undefined ? undefined : { ...lines, pupilCell };
}

/** The cells of a line that stands for itself; undefined where it may be part of a longer row, or of no text that we know. */
function cellsOfLine(bytes: Uint8Array, from: number, to: number, separator: string): readonly string[] | undefined {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > 126 || (byte < 32 && byte !== TAB)) return undefined;
  }
  const text = textOf(bytes, from, to);
  if (!text.includes('"')) return text.split(separator);
  const cells = text.match(separator === "\t" ? QUOTED_BY_TABS : separator === ";" ? QUOTED_BY_SEMICOLONS : QUOTED);
  if (cells === null || cells.reduce((length, cell) => length + cell.length, cells.length - 1) !== text.length)
    return undefined;
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

const TAB = 9;
const QUOTED = /(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g;
const QUOTED_BY_SEMICOLONS = /(?<=^|;)(?:"(?:[^"]|"")*"|[^";]*)(?=;|$)/g;
const QUOTED_BY_TABS = /(?<=^|\t)(?:"(?:[^"]|"")*"|[^"\t]*)(?=\t|$)/g;

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(from, to));
}

/** Whether the line names a pupil all of whose lines are plain. */
function isOfPlainPupil(
  numbers: PupilIndex,
  isPlain: (pupil: number) => boolean,
  bytes: Uint8Array,
  from: number,
  to: number,
  pupilCell: number,
  separator: string,
): boolean {
  const end = separator.charCodeAt(0);
  let [cell, start] = [0, from];
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] === QUOTATION_MARK) return false;
    if (at < to && bytes[at] !== end) continue;
    if (cell === pupilCell) {
      const pupil = numbers.ofBytes(bytes, start, at);
      return pupil >= 0 && isPlain(pupil);
    }
    cell += 1;
    start = at + 1;
  }
  return false;
}

/** The first line that is not blank, and those that are needed; `numbers` says on which line of the file each stands. */
async function* neededLines(
  pieces: AsyncIterable<Uint8Array>,
  separator: string,
  needed: (bytes: Uint8Array, from: number, to: number) => boolean,
  numbers: number[],
): AsyncIterable<string> {
  let lines = "";
  let headed = false;
  const reader = makeByteLines((bytes, from, to, line) => {
    if (headed && !needed(bytes, from, to)) return true;
    if (isBlank(cellsOfLine(bytes, from, to, separator) ?? [])) return true;
    headed = true;
    numbers.push(line);
    lines += `${textOf(bytes, from, to)}\n`;
    return true;
  });
  for await (const piece of pieces) {
    reader.write(piece);
    yield lines;
    lines = "";
  }
  reader.end();
  yield lines;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
