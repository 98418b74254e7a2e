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
import { makePupilIndex } from "./pupil-index.ts";
import type { ReadFolder } from "./read-folder.ts";
import { readMarks } from "./read-marks.ts";
import { reportTakenAway } from "./taken-away.ts";
import type { TakenAway } from "./taken-away.ts";
import { readPupils } from "./read-pupils.ts";
import { openFolder } from "./read-school.ts";
import type { FileTally, Reading } from "./read-table.ts";

export interface ReadRegister {
  readonly register: PackedRegister;
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
  const { pupils, numbers, tallies } = await readPupils(reading);
  const register = openRegister(calendar, pupils);
  const world = worldOf(calendar);
  const marks = !hasCalendar ? [] : await fill(reading, world, register, pupils, numbers, onRead);
  return {
    register,
    pupils,
    calendar,
    diagnostics: await toDiagnostics(),
    tallies: [...tallies, ...marks],
  };
}

async function fill(
  reading: Reading,
  world: World,
  register: PackedRegister,
  pupils: readonly Pupil[],
  numbers: ReadonlyMap<string, number>,
  onRead: OnRead,
): Promise<readonly FileTally[]> {
  const { marks } = reading.mapping.tables;
  const codes = makePlainCodes(world, marks.codes);
  const index = makePupilIndex(register.ids);
  const sorted = await sortLines(reading, { register, codes, index, numbers, onRead });
  const store = makeMarkStore();
  const takenAway: TakenAway[] = [];
  const { calendar } = register;
  const tallies = await readMarks(reading, { calendar, pupils, numbers, store, takenAway }, sorted.rows);
  const marksOf = store.finish(register.ids, (first, second, same) => reportClash(reading, first, second, same));
  reportTakenAway(reading, takenAway, register.ids, marksOf);
  pupils.forEach((pupil, number) => {
    if (sorted.isPlain(number)) return;
    packRow(register, world, { pupil, marks: marksOf(number), arrivals: [], log: [] }, number);
  });
  return tallies.map((tally) => {
    const plain = sorted.plainRows(tally.file);
    return { ...tally, read: tally.read + plain, used: tally.used + plain };
  });
}
