// A whole school in typed arrays: for each pupil a row of bytes, two for each school day, and what the roll says in columns.
// Knows how a register is laid out and nothing of what is decided on it; which version of a mark stands is the facts' business.

import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import type { PupilRecord } from "../school/record.ts";
import { Bug } from "../support/bug.ts";
import { factsOf } from "./dossier.ts";
import type { CodeVersion } from "./program.ts";
import { MISSING, MOST_CODES, OFF_ROLL } from "./world.ts";
import type { World } from "./world.ts";

/** Stands in a slot whose session the calendar does not have: the missing half of a day, and what fills a row up. */
export const NO_SESSION = 254;

/** A day that is not there: no mark, no birthday on record. */
export const NO_DAY: Day = -2_147_483_648;
/** A day that never comes: an open end. */
export const NO_END: Day = 2_147_483_647;

/**
 * Every pupil's marks as they stand, and what the roll says of the pupil. Pupil p, school day d (by number in the calendar) and
 * half h (0 morning, 1 afternoon) stand at `slots[p * stride + 2 * d + h]`: a code version (1 to 253, by its place in the policy's
 * codes), MISSING 0, OFF_ROLL 255, or NO_SESSION 254. Rows are filled up with NO_SESSION so that two days can be read as one word.
 */
export interface PackedRegister {
  readonly calendar: Calendar;
  /** What the bytes stand for: the policy's codes, of which every version has a place. */
  readonly codes: readonly CodeVersion[];
  readonly count: number;
  readonly ids: readonly string[];
  /** Bytes in a row, a multiple of four. */
  readonly stride: number;
  readonly slots: Uint8Array;
  /** The day of the first mark that was taken, of whatever code; NO_DAY where there is none. */
  readonly firstMark: Int32Array;
  /** The first and the last day on roll, both included; NO_END where the pupil has not left. */
  readonly onRollFrom: Int32Array;
  readonly onRollTo: Int32Array;
  /** Reception is 0, nursery -1. */
  readonly year: Int16Array;
  /** NO_DAY where it is not on record. */
  readonly born: Int32Array;
  /** Of pupil p: entries `flagsFrom[p]` up to, but not with, `flagsFrom[p + 1]` of the three columns after it. */
  readonly flagsFrom: Uint32Array;
  /** A flag by its place in `flagNames`. */
  readonly flag: Uint16Array;
  /** Both ends belong; NO_DAY and NO_END where they are open. */
  readonly flagFrom: Int32Array;
  readonly flagUntil: Int32Array;
  readonly flagNames: readonly string[];
}

/** What the roll says of a pupil, as far as a packed register holds it. */
export type RolledPupil = Pick<PupilRecord["pupil"], "id" | "year" | "born" | "onRoll" | "flags">;

/** The pupils of a roll by number: a list, or what makes each as it is asked for. */
export interface Rolls {
  readonly length: number;
  /** Of a number below `length`. */
  readonly at: (pupil: number) => RolledPupil | undefined;
}

/** Bytes that a row takes on a calendar. */
export function strideOf({ schoolDays }: Pick<Calendar, "schoolDays">): number {
  return Math.ceil(schoolDays.length / 2) * 4;
}

/** A register with the roll of these pupils filled in, and of no marks yet: MISSING while on roll, OFF_ROLL otherwise. */
export function openRegister(
  { calendar, program: { codes } }: Pick<World, "calendar" | "program">,
  pupils: Rolls,
): PackedRegister {
  const count = pupils.length;
  const stride = strideOf(calendar);
  const slots = new Uint8Array(count * stride);
  const ids: string[] = [];
  const [onRollFrom, onRollTo] = [new Int32Array(count).fill(NO_END), new Int32Array(count).fill(NO_DAY)];
  const [year, born] = [new Int16Array(count), new Int32Array(count)];
  const flagsFrom = new Uint32Array(count + 1);
  const flags: RolledPupil["flags"][number][] = [];
  const fillRow = rowFiller(calendar, slots, stride);
  // A loop and no closures: of a nation there are millions.
  for (let pupil = 0; pupil < count; pupil++) {
    const rolled = pupils.at(pupil) as RolledPupil;
    ids.push(rolled.id);
    year[pupil] = rolled.year;
    born[pupil] = rolled.born ?? NO_DAY;
    for (const { from, to } of rolled.onRoll) {
      onRollFrom[pupil] = Math.min(onRollFrom[pupil] as number, from);
      onRollTo[pupil] = Math.max(onRollTo[pupil] as number, to ?? NO_END);
    }
    for (const flag of rolled.flags) flags.push(flag);
    flagsFrom[pupil + 1] = flags.length;
    fillRow(pupil, rolled.onRoll);
  }
  const firstMark = new Int32Array(count).fill(NO_DAY);
  const columns = { ids, stride, slots, firstMark, onRollFrom, onRollTo, year, born, flagsFrom };
  return { calendar, codes, count, ...columns, ...flagColumns(flags) };
}

function flagColumns(
  flags: RolledPupil["flags"],
): Pick<PackedRegister, "flag" | "flagFrom" | "flagUntil" | "flagNames"> {
  const flagNames = [...new Set(flags.map(({ name }) => name))];
  const places = new Map(flagNames.map((name, place) => [name, place]));
  return {
    flag: Uint16Array.from(flags, ({ name }) => places.get(name) as number),
    flagFrom: Int32Array.from(flags, ({ from }) => from ?? NO_DAY),
    flagUntil: Int32Array.from(flags, ({ until }) => until ?? NO_END),
    flagNames,
  };
}

/** Fills rows that are all MISSING as yet: only what is otherwise is written, which for most pupils is little or nothing. */
function rowFiller(
  calendar: Calendar,
  slots: Uint8Array,
  stride: number,
): (pupil: number, onRoll: RolledPupil["onRoll"]) => void {
  const slotOf = slotsOf(calendar);
  const blank = new Uint8Array(stride).fill(NO_SESSION);
  for (const slot of slotOf) blank[slot] = OFF_ROLL;
  const rowOf = (onRoll: RolledPupil["onRoll"]): Uint8Array => {
    const row = blank.slice();
    for (const { from, to } of onRoll) {
      const end = to === undefined ? calendar.sessionCount : calendar.firstSessionOnOrAfter(to + 1);
      for (let session = calendar.firstSessionOnOrAfter(from); session < end; session++)
        row[slotOf[session] as number] = MISSING;
    }
    return row;
  };
  // Most pupils come and go on the same days as the one before.
  let latest: RolledPupil["onRoll"] | undefined;
  let row: Uint8Array = blank;
  let filled: readonly number[] = [];
  return (pupil, onRoll) => {
    if (latest === undefined || !isSameRoll(onRoll, latest)) {
      [latest, row] = [onRoll, rowOf(onRoll)];
      // Memory that is first read and then written is had twice over: the first byte of a row is always written.
      filled = [...row.keys()].filter((slot) => slot === 0 || row[slot] !== MISSING);
    }
    const start = pupil * stride;
    if (filled.length > FEW) slots.set(row, start);
    else for (const slot of filled) slots[start + slot] = row[slot] as number;
  };
}

/** From so many bytes on, a whole row is copied sooner than they are set. */
const FEW = 32;

function isSameRoll(one: RolledPupil["onRoll"], other: RolledPupil["onRoll"]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length && one.every(({ from, to }, at) => from === other[at]?.from && to === other[at]?.to)
  );
}

/** The place in a row of each session of the calendar, by its number. */
export function slotsOf(calendar: Calendar): Int32Array {
  return Int32Array.from(
    calendar.sessionDay,
    (day, session) => 2 * calendar.schoolDayIndex(day) + (calendar.sessionHalf[session] as number),
  );
}

/** Lays records out. All marks count as known, however late they were; of two for one session the later known stands (S7). */
export function packRegister(world: World, records: readonly PupilRecord[]): PackedRegister {
  const { program } = world;
  if (program.codes.length > MOST_CODES) throw new Bug(`a byte holds no more than ${MOST_CODES} versions of codes`);
  const register = openRegister(
    world,
    records.map(({ pupil }) => pupil),
  );
  records.forEach((record, pupil) => packRow(register, world, record, pupil));
  return register;
}

/** Lays one pupil's marks out anew, whatever the row held. */
export function packRow(register: PackedRegister, world: World, record: PupilRecord, pupil: number): void {
  const { calendar } = world;
  const { slots, stride, firstMark } = register;
  const marks = record.marks.filter(({ day, half }) => calendar.sessionOrdinal(day, half) >= 0);
  const { sessions } = factsOf(world, { ...record, marks, log: [], arrivals: [] }, Number.MAX_SAFE_INTEGER);
  sessions.forEach((version, session) => {
    const day = calendar.schoolDayIndex(calendar.sessionDay[session] as Day);
    slots[pupil * stride + 2 * day + (calendar.sessionHalf[session] as number)] = version;
  });
  firstMark[pupil] = marks.length === 0 ? NO_DAY : marks.reduce((first, { day }) => Math.min(first, day), NO_END);
}
