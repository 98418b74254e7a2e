// A folder's calendar, pupils and marks → the packed register of a whole school, without an object for any mark: some forty
// megabytes for a hundred thousand pupils and a year. What other tables hold is not asked for here.
// Plain lines go from bytes to bytes. A pupil of whom any line is not plain is read again, row by row, by the reader of schools:
// so every fault is told as there, and every mark is the same.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { openRegister, packRow } from "../runtime/packed-register.ts";
import type { PackedRegister } from "../runtime/packed-register.ts";
import type { World } from "../runtime/world.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Pupil } from "../school/record.ts";
import { makeMarkStore } from "./mark-store.ts";
import { reportClash } from "./mark-taker.ts";
import { makePlainCodes } from "./plain-codes.ts";
import { sortLines } from "./plain-files.ts";
import type { OnRead } from "./plain-files.ts";
import type { ReadFolder } from "./read-folder.ts";
import { readMarks } from "./read-marks.ts";
import { reportTakenAway } from "./taken-away.ts";
import type { TakenAway } from "./taken-away.ts";
import { readPupilTables } from "./read-pupils.ts";
import { openFolder } from "./read-school.ts";
import type { FileTally, Reading } from "./read-table.ts";
import { makeRoll } from "./roll.ts";
import type { Roll } from "./roll.ts";

export interface ReadRegister {
  readonly register: PackedRegister;
  /** Made when they are first asked for. */
  readonly pupils: readonly Pupil[];
  /** Covers no day at all where the calendar could not be read. */
  readonly calendar: Calendar;
  /** What is wrong with the tables that were read, in order of file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tallies: readonly FileTally[];
}

/** Reads the register for the policy of `worldOf`. Never throws on what a file holds. `onRead` hears how far it has come. */
export async function readRegister(
  folder: ReadFolder,
  worldOf: (calendar: Calendar) => World,
  onRead: OnRead = () => undefined,
): Promise<ReadRegister> {
  const { reading, calendar, hasCalendar, toDiagnostics } = await openFolder(folder);
  const roll = makeRoll(reading);
  const tallies = await readPupilTables(reading, roll, roll.lineTaker);
  const world = worldOf(calendar);
  const register = openRegister(world, roll);
  const marks = !hasCalendar ? [] : await fill(reading, world, register, roll, onRead);
  const diagnostics = await toDiagnostics();
  let pupils: readonly Pupil[] | undefined;
  return {
    register,
    get pupils() {
      return (pupils ??= register.ids.map((_id, number) => roll.draft(number)));
    },
    calendar,
    diagnostics,
    tallies: [...tallies, ...marks],
  };
}

async function fill(
  reading: Reading,
  world: World,
  register: PackedRegister,
  roll: Roll,
  onRead: OnRead,
): Promise<readonly FileTally[]> {
  const { marks } = reading.mapping.tables;
  const codes = makePlainCodes(world, marks.codes);
  const { numbers } = roll;
  const sorted = await sortLines(reading, { register, codes, numbers, onRead });
  const store = makeMarkStore();
  const takenAway: TakenAway[] = [];
  const { calendar } = register;
  const tallies = await readMarks(reading, { calendar, pupils: roll, numbers, store, takenAway }, sorted.rows);
  const marksOf = store.finish(register.ids, (first, second, same) => reportClash(reading, first, second, same));
  reportTakenAway(reading, takenAway, register.ids, marksOf);
  for (let number = 0; number < register.count; number++) {
    if (sorted.isPlain(number)) continue;
    const record = { pupil: roll.draft(number), marks: marksOf(number), arrivals: [], log: [] };
    packRow(register, world, record, number);
  }
  return tallies.map((tally) => {
    const plain = sorted.plainRows(tally.file);
    return { ...tally, read: tally.read + plain, used: tally.used + plain };
  });
}
