// A line of marks in bytes → the packed register, where the line is plain: every cell in its simplest form, a pupil and a session
// that are known, a code in force, and no other mark there. What is not plain is left to the reader of rows, who knows the words.

import type { PackedRegister } from "../runtime/packed-register.ts";
import { MISSING } from "../runtime/world.ts";
import { assertNever } from "../support/assert-never.ts";
import type { DateOrder } from "./cells.ts";
import { noteFirst, takeMark } from "./place-mark.ts";
import { BEYOND, BLANK, QUOTATION_MARK } from "./plain-bytes.ts";
import { NO_MARK, NO_SLOT } from "./plain-codes.ts";
import type { PlainCodes } from "./plain-codes.ts";
import { readPlainDate } from "./plain-date.ts";
import { makeFollowers } from "./plain-followers.ts";
import { stringTaker } from "./plain-strings.ts";
import type { TakeString } from "./plain-strings.ts";
import type { PupilIndex } from "./pupil-index.ts";
import type { MarksLayout } from "./read-marks.ts";
import type { TableHead } from "./read-table.ts";

export interface PlainLines {
  /** The number of the pupil whose plain line it was, and whose marks now stand in the register; -1 where it was not plain. */
  readonly take: (bytes: Uint8Array, from: number, to: number) => number;
  /**
   * After a plain line, the lines that follow it and are the same but for the next session and its mark: how many there were. In a
   * register with a row a mark that is nearly all of them.
   */
  readonly takeAlike: (bytes: Uint8Array, from: number, length: number, pupil: number) => number;
}

export interface PlainSetting {
  readonly register: PackedRegister;
  readonly codes: PlainCodes;
  readonly numbers: PupilIndex;
  readonly separator: string;
  /** What separates the marks of a string; such strings are not read so. */
  readonly markSeparator: string | undefined;
  readonly dates: DateOrder;
}

// What a cell of the line is; of any other, 0, it is all one what it says.
const PUPIL = 1;
const EMPTY = 2; // what stands here makes the mark a special one
const NUMBER = 3;
const SESSIONS = 4; // the first of a run of columns, one for each session
const KEPT = 5; // read once the line is known to be whole
const STRING = 6; // of marks, read as it stands

/** Undefined where the columns stand in an order that is not read so. */
export function plainLines(setting: PlainSetting, layout: MarksLayout, head: TableHead): PlainLines | undefined {
  const { register, codes, numbers } = setting;
  const { cells, count } = head.columns;
  const separator = setting.separator.charCodeAt(0);
  const roles = new Uint8Array(count);
  const place = (column: string, role: number): number => {
    const cell = cells.get(column) ?? -1;
    if (cell >= 0) roles[cell] = role;
    return cell;
  };
  const pupilCell = place("pupil", PUPIL);
  if (pupilCell < 0) return undefined;
  place("known", EMPTY);
  place("setting", EMPTY);
  place("minutes-late", NUMBER);
  const kept = keptColumns(layout).map((column) => place(column, KEPT));
  const run = layout.kind === "sessions" ? sessionRun(layout, codes, pupilCell) : undefined;
  if (layout.kind === "string" && setting.markSeparator !== undefined) return undefined;
  if (kept.includes(-1) || (layout.kind === "sessions" && run === undefined)) return undefined;
  if (run !== undefined) roles[run.cell] = SESSIONS;
  const [startCell = -1, marksCell = -1] = kept;
  const takeString = layout.kind === "string" ? stringTaker(setting, layout.days) : undefined;
  if (takeString !== undefined && pupilCell < marksCell && startCell < marksCell) roles[marksCell] = STRING;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const finish = roles.includes(STRING) ? () => true : finishOf(setting, layout, kept, starts, ends);

  const take: PlainLines["take"] = (bytes, from, to) => {
    let pupil = -1;
    let at = from;
    for (let cell = 0; cell < count; cell++) {
      if (at > to) return -1;
      const role = roles[cell];
      if (role === SESSIONS) {
        at = takeRun(register, codes, run as Run, bytes, at, to, separator, pupil);
        if (at < 0) return -1;
        cell += (run as Run).slots.length - 1;
        continue;
      }
      if (role === STRING) {
        const [start, startTo] = [starts[startCell] as number, ends[startCell] as number];
        at = (takeString as TakeString)(bytes, at, to, pupil, start, startTo) + 1;
        if (at === 0) return -1;
        continue;
      }
      const start = at;
      for (; at < to; at++) {
        const byte = bytes[at] as number;
        if (byte === separator) break;
        if (byte < BLANK || byte >= BEYOND || byte === QUOTATION_MARK) return -1;
      }
      if (role === PUPIL) {
        pupil = numbers.ofBytes(bytes, start, at);
        if (pupil < 0) return -1;
      } else if (role === KEPT) {
        starts[cell] = start;
        ends[cell] = at;
      } else if (role === EMPTY ? at > start : role === NUMBER && !isNumber(bytes, start, at)) return -1;
      at++;
    }
    return at === to + 1 && finish(bytes, pupil) ? pupil : -1;
  };
  const takeAlike = layout.kind === "mark" ? followersOf(setting, kept, starts, ends) : () => 0;
  return { take, takeAlike };
}

function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 9) return false;
  for (let at = from; at < to; at++) if ((bytes[at] as number) < 48 || (bytes[at] as number) > 57) return false;
  return true;
}

function keptColumns({ kind }: MarksLayout): readonly string[] {
  switch (kind) {
    case "mark":
      return ["date", "session", "code"];
    case "day":
      return ["date", "am", "pm"];
    case "string":
      return ["start", "marks"];
    case "sessions":
      return [];
    default:
      return assertNever(kind);
  }
}

/** Neighbouring columns of sessions: which slot and which planned day each is. */
interface Run {
  readonly cell: number;
  readonly slots: Int32Array;
  readonly days: Int32Array;
}

function sessionRun(
  { sessions }: Extract<MarksLayout, { kind: "sessions" }>,
  { slots, firstDay, days }: PlainCodes,
  pupilCell: number,
): Run | undefined {
  const first = sessions[0]?.cell ?? -1;
  const side = sessions.every(({ cell }, place) => cell === first + place);
  const planned = sessions.every(({ day }) => day >= firstDay && day < firstDay + days);
  const inOrder = sessions.every(({ day }, place) => day >= (sessions[place - 1]?.day ?? day));
  if (!side || !planned || !inOrder || pupilCell > first) return undefined;
  return {
    cell: first,
    slots: Int32Array.from(
      sessions,
      ({ day, half }) => slots[2 * (day - firstDay) + (half === "AM" ? 0 : 1)] as number,
    ),
    days: Int32Array.from(sessions, ({ day }) => day - firstDay),
  };
}

/** Reads a run of cells; where the cell after it begins, or -1. */
function takeRun(
  register: PackedRegister,
  codes: PlainCodes,
  run: Run,
  bytes: Uint8Array,
  from: number,
  to: number,
  separator: number,
  pupil: number,
): number {
  const { slots, days } = run;
  const { single, double, constant } = codes;
  const row = pupil * register.stride;
  let at = from;
  let first = -1;
  for (let place = 0; place < slots.length; place++) {
    if (at > to) return -1;
    const byte = at === to ? separator : (bytes[at] as number);
    if (byte === separator) {
      at += 1;
      continue;
    }
    const slot = slots[place] as number;
    const next = at + 1 === to ? separator : (bytes[at + 1] as number);
    if (next === separator && constant !== undefined && slot >= 0) {
      const version = constant[byte] as number;
      if (version !== MISSING && register.slots[row + slot] === MISSING) {
        register.slots[row + slot] = version;
        if (first < 0) first = place;
        at += 2;
        continue;
      }
    }
    const isSingle = next === separator;
    if (!isSingle && at + 2 < to && bytes[at + 2] !== separator) return -1;
    const code = isSingle ? (single[byte] as number) : (double[byte | (next << 8)] as number);
    if (!takeMark(register, codes, row, slot, days[place] as number, code)) return -1;
    if (code !== NO_MARK && slot >= 0 && first < 0) first = place;
    at += isSingle ? 2 : 3;
  }
  if (first >= 0) noteFirst(register, pupil, codes.firstDay + (days[first] as number));
  return at;
}

function followersOf(
  { register, codes, dates }: PlainSetting,
  kept: readonly number[],
  starts: Int32Array,
  ends: Int32Array,
): PlainLines["takeAlike"] {
  const [dateCell = 0, halfCell = 0, codeCell = 0] = kept;
  const follow = makeFollowers(register, codes);
  return (bytes, from, length, pupil) => {
    const [date, half] = [starts[dateCell] as number, starts[halfCell] as number];
    const code = starts[codeCell] as number;
    if ((ends[codeCell] as number) - code !== 1) return 0;
    const day = readPlainDate(bytes, date, ends[dateCell] as number, dates);
    const session = register.calendar.sessionOrdinal(day, bytes[half] === LETTER_A ? "AM" : "PM");
    if (session < 0) return 0;
    return follow(bytes, from, length, { date: date - from, half: half - from, code: code - from }, pupil, session);
  };
}

/** What remains to be done once all cells are there. */
type Finish = (bytes: Uint8Array, pupil: number) => boolean;

function finishOf(
  setting: PlainSetting,
  layout: MarksLayout,
  kept: readonly number[],
  starts: Int32Array,
  ends: Int32Array,
): Finish {
  switch (layout.kind) {
    case "mark":
      return finishMark(setting, kept, starts, ends);
    case "day":
      return finishDay(setting, kept, starts, ends);
    case "string":
      return finishString(setting, layout.days, kept, starts, ends);
    case "sessions":
      return () => true;
    default:
      return assertNever(layout);
  }
}

/** Where the marks stand before what they hang on. */
function finishString(
  setting: PlainSetting,
  days: "every-day" | "school-days",
  kept: readonly number[],
  starts: Int32Array,
  ends: Int32Array,
): Finish {
  const take = stringTaker(setting, days);
  const [start = 0, marks = 0] = kept;
  return (bytes, pupil) => {
    const to = ends[marks] as number;
    const startFrom = starts[start] as number;
    return take(bytes, starts[marks] as number, to, pupil, startFrom, ends[start] as number) === to;
  };
}

function finishMark(
  { register, codes, dates }: PlainSetting,
  kept: readonly number[],
  starts: Int32Array,
  ends: Int32Array,
): Finish {
  const [dateCell = 0, sessionCell = 0, codeCell = 0] = kept;
  return (bytes, pupil) => {
    const day = readPlainDate(bytes, starts[dateCell] as number, ends[dateCell] as number, dates) - codes.firstDay;
    const half = halfOf(bytes, starts[sessionCell] as number, ends[sessionCell] as number);
    if (half < 0 || !(day >= 0 && day < codes.days)) return false;
    return takeCell({ register, codes }, bytes, starts[codeCell] as number, ends[codeCell] as number, pupil, day, half);
  };
}

function finishDay(
  { register, codes, dates }: PlainSetting,
  kept: readonly number[],
  starts: Int32Array,
  ends: Int32Array,
): Finish {
  const [dateCell = 0, am = 0, pm = 0] = kept;
  return (bytes, pupil) => {
    const day = readPlainDate(bytes, starts[dateCell] as number, ends[dateCell] as number, dates) - codes.firstDay;
    if (!(day >= 0 && day < codes.days)) return false;
    const to = { register, codes };
    return (
      takeCell(to, bytes, starts[am] as number, ends[am] as number, pupil, day, 0) &&
      takeCell(to, bytes, starts[pm] as number, ends[pm] as number, pupil, day, 1)
    );
  };
}

function takeCell(
  { register, codes }: Pick<PlainSetting, "register" | "codes">,
  bytes: Uint8Array,
  from: number,
  to: number,
  pupil: number,
  day: number,
  half: number,
): boolean {
  const length = to - from;
  if (length === 0) return true;
  if (length > 2) return false;
  const byte = bytes[from] as number;
  const code = (length === 1 ? codes.single[byte] : codes.double[byte | ((bytes[from + 1] as number) << 8)]) as number;
  const slot = codes.slots[2 * day + half] as number;
  if (!takeMark(register, codes, pupil * register.stride, slot, day, code)) return false;
  if (code !== NO_MARK && slot !== NO_SLOT) noteFirst(register, pupil, codes.firstDay + day);
  return true;
}

const LETTER_A = 65;
const LETTER_M = 77;
const CAPITALS = 0xdf;

/** 0 for AM, 1 for PM in capitals or small letters, -1 for another word. */
function halfOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 2 || ((bytes[from + 1] as number) & CAPITALS) !== LETTER_M) return -1;
  const letter = (bytes[from] as number) & CAPITALS;
  return letter === 65 ? 0 : letter === 80 ? 1 : -1;
}
