// A plain line of one mark, and the lines after it → those that say the next session's mark of the same pupil and nothing else. They are
// held against what such a line would be, four bytes at a time: no cell is looked for, no date read.

import { slotsOf } from "../runtime/packed-register.ts";
import type { PackedRegister } from "../runtime/packed-register.ts";
import { MISSING } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import { formatDay } from "../school/day.ts";
import type { PlainCodes } from "./plain-codes.ts";

const DATE = 10;
const HALF = 2;
const WORD = 4;

/** Where the cells of a line stand that change from one session to the next, counted from the line's beginning; a mark is one byte. */
export interface ChangingCells {
  readonly date: number;
  readonly half: number;
  readonly code: number;
}

/** The line at `from`, `length` bytes with its line end, is of this session: how many followers were put into the register. */
export type TakeFollowers = (
  bytes: Uint8Array,
  from: number,
  length: number,
  cells: ChangingCells,
  pupil: number,
  session: number,
) => number;

/** What lines of one shape are, in words of four bytes that cover a line, the last of them perhaps overlapping another. */
interface Shape {
  /** Where each word begins. */
  readonly places: Int32Array;
  /** Of each word the bytes that do not change, and those that any line is known by: all but the mark. */
  readonly fixed: Int32Array;
  readonly known: Int32Array;
  /** By session and word: the bytes of the date and the half. */
  readonly sessions: Int32Array;
}

/** Identifiers of so many lengths are met in one register; lines of yet others are read one by one. */
const MOST_SHAPES = 64;

export function makeFollowers(register: PackedRegister, { constant }: PlainCodes): TakeFollowers {
  // Where the calendar crosses a change of codes, a mark's own date says what it is.
  if (constant === undefined) return () => 0;
  const { calendar, slots, stride } = register;
  const slotOf = slotsOf(calendar);
  const shapes = new Map<string, Shape>();
  const base = new Int32Array(1 << 10);
  let view: DataView = new DataView(new ArrayBuffer(0));

  return (bytes, from, length, cells, pupil, session) => {
    if (length < WORD || length > base.length) return 0;
    const key = `${length} ${cells.date} ${cells.half} ${cells.code}`;
    const shape = shapes.get(key) ?? (shapes.size < MOST_SHAPES ? shapeOf(calendar, cells, length) : undefined);
    if (shape === undefined) return 0;
    shapes.set(key, shape);
    if (view.buffer !== bytes.buffer || view.byteOffset !== bytes.byteOffset || view.byteLength !== bytes.length)
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const { places, fixed, known, sessions } = shape;
    const words = places.length;
    for (let word = 0; word < words; word++)
      base[word] = view.getInt32(from + (places[word] as number), true) & (fixed[word] as number);
    const last = Math.min(calendar.sessionCount - 1 - session, Math.floor((bytes.length - from) / length) - 1);
    for (let line = 1; line <= last; line++) {
      const at = from + line * length;
      const expected = (session + line) * words;
      for (let word = 0; word < words; word++) {
        const found = view.getInt32(at + (places[word] as number), true) & (known[word] as number);
        if (found !== ((base[word] as number) | (sessions[expected + word] as number))) return line - 1;
      }
      const version = constant[bytes[at + cells.code] as number] as number;
      const slot = pupil * stride + (slotOf[session + line] as number);
      if (version === MISSING || slots[slot] !== MISSING) return line - 1;
      slots[slot] = version;
    }
    return Math.max(0, last);
  };
}

function shapeOf({ sessionDay, sessionHalf }: Calendar, { date, half, code }: ChangingCells, length: number): Shape {
  const places = Int32Array.from({ length: Math.ceil(length / WORD) }, (_, word) =>
    Math.min(word * WORD, length - WORD),
  );
  const line = new Uint8Array(length).fill(0xff);
  const wordsOf = (): Int32Array => places.map((place) => new DataView(line.buffer).getInt32(place, true));
  line[code] = 0;
  const known = wordsOf();
  line.fill(0, date, date + DATE).fill(0, half, half + HALF);
  const fixed = wordsOf();
  const sessions = new Int32Array(sessionDay.length * places.length);
  sessionDay.forEach((day, session) => {
    line.fill(0);
    line.set(new TextEncoder().encode(formatDay(day)), date);
    line.set(new TextEncoder().encode(sessionHalf[session] === 0 ? "AM" : "PM"), half);
    sessions.set(wordsOf(), session * places.length);
  });
  return { places, fixed, known, sessions };
}
