// The files that somebody chose → a school in memory, or what keeps them from being one. A workbook counts as the table of its
// first sheet; a missing calendar is the policy's own.

import {
  checkWords,
  memoryFolder,
  readSchool,
  readWorkbook,
  toJson,
  vocabularyOf,
  writeCalendar,
  writeCsv,
} from "../../src/index.ts";
import type { ReadSchool } from "../../src/index.ts";
import { readyOf } from "./ready.ts";
import { keepImported } from "./school-memory.ts";
import type { ChosenFile, FileFault, Imported, SchoolQuestions } from "./school-protocol.ts";
import { forgetStands } from "./school-stands.ts";

/** Bytes of one file, and of all together: some twenty times the register of a large school. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_BYTES_TOGETHER = 4 * MOST_BYTES;
const MOST_FILES = 40;
const CALENDAR_FILE = "calendar.yaml";
/** Names that the readers look for; on many computers they may be written in capitals. */
const USUAL = /^(?:(?:pupils|parents|flags|marks|arrivals|log|staff)\.csv|(?:calendar|mapping)\.yaml)$/i;

type Files = Map<string, string | Uint8Array>;

export async function importSchool({
  files,
  policy,
  readings,
}: SchoolQuestions["schoolImport"]["ask"]): Promise<Imported> {
  const faults: FileFault[] = [...tooMuch(files)];
  const tables: Files = new Map();
  const notes: string[] = [];
  if (faults.length === 0) for (const file of files) faults.push(...(await addFile(file, tables, notes)));
  const ready = await readyOf(policy, readings);
  if (ready !== undefined && !tables.has(CALENDAR_FILE)) {
    tables.set(CALENDAR_FILE, writeCalendar(ready.calendar.plan));
    notes.push("No calendar.yaml was among the files, so the school’s days are those of the policy’s own calendar.");
  }
  const folder = memoryFolder("Your school", tables);
  const read = await readSchool(folder);
  const strange =
    ready === undefined ? [] : await checkWords(read.school, vocabularyOf(ready.compilation.model), folder);
  const all = [...faults, ...[...read.diagnostics, ...strange].map(faultOf)];
  const usable = read.school.pupils.length > 0 && read.calendar.sessionCount > 0;
  if (usable) {
    forgetStands();
    keepImported(read.school, read.calendar);
  }
  return {
    kind: usable ? "imported" : "refused",
    name: read.school.name,
    pupils: read.school.pupils.length,
    faults: all,
    lastDay: lastDayOf(read),
    read: [...read.tallies.map(tallyWords), ...notes],
  };
}

function tooMuch(files: readonly ChosenFile[]): readonly FileFault[] {
  const all = files.reduce((total, { bytes }) => total + bytes.length, 0);
  if (files.length > MOST_FILES)
    return [fault("", `These are ${files.length} files.`, `Choose at most ${MOST_FILES}: the tables of one school.`)];
  const large = files.filter(({ bytes }) => bytes.length > MOST_BYTES);
  if (large.length === 0 && all > MOST_BYTES_TOGETHER)
    return [fault("", "The files are too large together.", "Choose the tables of one school year.")];
  return large.map(({ name }) =>
    fault(name, "The file is larger than 64 MB.", "Export one school year, or split the table into several files."),
  );
}

function fault(file: string, message: string, hint: string): FileFault {
  return { severity: "error", file, line: 1, column: 1, message, hint };
}

/** Adds a table under the name it is read by. */
async function addFile({ name, bytes }: ChosenFile, tables: Files, notes: string[]): Promise<readonly FileFault[]> {
  const plain = name.split(/[\\/]/).at(-1) ?? name;
  if (/\.(?:xls|ods|xlsm|xlsb|pdf|docx?)$/i.test(plain))
    return [fault(plain, "This kind of file cannot be read.", "Save it as .xlsx or as CSV, and choose that file.")];
  const isWorkbook = /\.xlsx$/i.test(plain);
  const table = isWorkbook ? plain.replace(/\.xlsx$/i, ".csv") : plain;
  const key = USUAL.test(table) ? table.toLowerCase() : table;
  if (tables.has(key)) return [fault(plain, `There are two files for ${key}.`, "Choose only one of them.")];
  if (!isWorkbook) {
    tables.set(key, bytes);
    return [];
  }
  const book = await readWorkbook(bytes);
  if (book.kind === "refused") {
    const [message, hint] = refusals[book.why];
    return [fault(plain, message, hint)];
  }
  const [headings = [], ...rows] = book.rows;
  tables.set(key, writeCsv(headings, rows));
  notes.push(`Of ${plain} the first sheet was read, as ${key}; its lines are the rows of the sheet.`);
  return [];
}

const refusals = {
  "not-a-workbook": [
    "The file is named like a workbook but is none.",
    "Open it in the program it came from and save it as .xlsx or CSV.",
  ],
  locked: ["The workbook is protected by a password.", "Save a copy without a password, and choose that."],
  damaged: [
    "The workbook cannot be unpacked or read.",
    "Open it in a spreadsheet program and save it again as .xlsx or CSV.",
  ],
  "too-large": [
    "Unpacked, the workbook is far larger than any school’s table, so it was not read.",
    "Export one school year, or save the sheet as CSV.",
  ],
} as const;

function faultOf(diagnostic: ReadSchool["diagnostics"][number]): FileFault {
  const { severity, file, line, column, message, hint } = toJson(diagnostic);
  return { severity, file, line, column, message, hint };
}

function lastDayOf({ school, calendar }: ReadSchool): number | undefined {
  let last = calendar.firstDay - 1;
  for (const { marks } of school.pupils) for (const { day } of marks) last = Math.max(last, day);
  return last < calendar.firstDay ? undefined : last;
}

function tallyWords({ file, used, refused }: ReadSchool["tallies"][number]): string {
  const rows = `${file}: ${used} ${used === 1 ? "row" : "rows"} read`;
  return refused === 0 ? rows : `${rows}, ${refused} left out`;
}
