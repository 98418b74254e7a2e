// A folder of exported files → a school's record and calendar, with everything that is wrong with them.
// The door of this room. Knows which files there may be; each table has a reader of its own.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName } from "../diagnostics/did-you-mean.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import { makeCalendar } from "../school/calendar.ts";
import type { Calendar } from "../school/calendar.ts";
import type { CalendarPlan } from "../school/calendar-plan.ts";
import type { Mark, Pupil, PupilRecord, SchoolRecord } from "../school/record.ts";
import { makeSource } from "../source/text.ts";
import type { SourceText } from "../source/text.ts";
import { decodeText } from "./decode-text.ts";
import { fileMessages } from "./diagnostics.ts";
import { CALENDAR_FILE, MAPPING_FILE, plainMapping, readMapping } from "./mapping.ts";
import type { Mapping } from "./mapping.ts";
import { makeMarkStore } from "./mark-store.ts";
import { reportClash } from "./mark-taker.ts";
import { fieldsOf } from "./fields.ts";
import { makeProblems } from "./problems.ts";
import { readCalendarPlan } from "./read-calendar.ts";
import type { ReadFolder } from "./read-folder.ts";
import { readArrivals, readLog, readStaff } from "./read-log.ts";
import { readMarks } from "./read-marks.ts";
import { reportTakenAway } from "./taken-away.ts";
import type { TakenAway } from "./taken-away.ts";
import { readPupils } from "./read-pupils.ts";
import { reportMissingFiles, unreadFiles } from "./read-table.ts";
import type { FileTally, Reading } from "./read-table.ts";
import { tableNames } from "./tables.ts";

export interface ReadSchool {
  readonly school: SchoolRecord;
  /** Covers no day at all where the calendar could not be read. */
  readonly calendar: Calendar;
  /** In order of file and place. An error says that something of the files is not in the record. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tallies: readonly FileTally[];
  /** Files of pupils and of marks of which nothing could be read: what is decided without them is decided of another school. */
  readonly unread: readonly string[];
}

/** Reads everything in the folder. Never throws on what a file holds; what could not be read is among the diagnostics. */
export async function readSchool(folder: ReadFolder): Promise<ReadSchool> {
  const { reading, calendar, hasCalendar, toDiagnostics } = await openFolder(folder);
  const { mapping } = reading;

  const { pupils, numbers, tallies: pupilTallies } = await readPupils(reading);
  const store = makeMarkStore();
  const takenAway: TakenAway[] = [];
  // without a calendar no mark has a session; to say so of each would bury the one fault that matters
  const markTallies = !hasCalendar ? [] : await readMarks(reading, { calendar, pupils, numbers, store, takenAway });
  const ids = pupils.map((pupil) => pupil.id);
  const marksOf = store.finish(ids, (first, second, same) => reportClash(reading, first, second, same));
  reportTakenAway(reading, takenAway, ids, marksOf);
  const { arrivals, tallies: arrivalTallies } = await readArrivals(reading, numbers);
  const { ofPupils, ofSchool, tallies: logTallies } = await readLog(reading, numbers);
  const { staff, tallies: staffTallies } = await readStaff(reading);
  const tallies = [...pupilTallies, ...markTallies, ...arrivalTallies, ...logTallies, ...staffTallies];

  return {
    school: {
      name: mapping.school ?? folder.name,
      staff,
      log: ofSchool,
      pupils: pupils.map((pupil, number) => {
        return pupilRecord(pupil, () => marksOf(number), arrivals.get(number) ?? [], ofPupils.get(number) ?? []);
      }),
      attributes: fieldsOf(mapping.attributes),
    },
    calendar,
    diagnostics: await toDiagnostics(),
    tallies,
    unread: unreadFiles(reading, tallies),
  };
}

export interface OpenFolder {
  readonly reading: Reading;
  readonly calendar: Calendar;
  /** The calendar could be read; else it covers no day. */
  readonly hasCalendar: boolean;
  /** All that was wrong, once everything has been read. */
  readonly toDiagnostics: () => Promise<readonly Diagnostic[]>;
}

/** What every reading of a folder begins with: which files there are, how they are mapped, and the calendar. */
export async function openFolder(folder: ReadFolder): Promise<OpenFolder> {
  const files = new Set(await folder.list());
  const problems = makeProblems();
  const { mapping, diagnostics: mappingDiagnostics } = await openMapping(folder, files);
  const reading: Reading = { folder, files, mapping, problems };
  const { plan, diagnostics: calendarDiagnostics } = await openCalendar(reading);
  for (const table of tableNames) reportMissingFiles(reading, table);
  reportUnusedFiles(reading);
  return {
    reading,
    calendar: makeCalendar(plan ?? NO_PLAN),
    hasCalendar: plan !== undefined,
    toDiagnostics: async () =>
      sortDiagnostics([...mappingDiagnostics, ...calendarDiagnostics, ...(await problems.toDiagnostics(folder))]),
  };
}

/** Stands in where there is no calendar that can be read. */
const NO_PLAN: CalendarPlan = { name: "", years: [], bankHolidays: [], inset: [], closed: [], oneSession: [] };

/** A record whose marks are made when somebody looks: a school's register is long, and looked at pupil by pupil. */
function pupilRecord(
  pupil: Pupil,
  marks: () => readonly Mark[],
  arrivals: PupilRecord["arrivals"],
  log: PupilRecord["log"],
): PupilRecord {
  return {
    pupil,
    get marks() {
      return marks();
    },
    arrivals,
    log,
  };
}

async function openMapping(
  folder: ReadFolder,
  files: ReadonlySet<string>,
): Promise<{ readonly mapping: Mapping; readonly diagnostics: readonly Diagnostic[] }> {
  if (!files.has(MAPPING_FILE)) return { mapping: plainMapping(), diagnostics: [] };
  const opened = await openText(folder, MAPPING_FILE);
  return opened.kind === "text"
    ? readMapping(opened.source)
    : { mapping: plainMapping(), diagnostics: opened.diagnostics };
}

async function openCalendar({ folder, files, problems }: Reading): Promise<ReturnType<typeof readCalendarPlan>> {
  if (!files.has(CALENDAR_FILE)) {
    const advice = "Write the school's years, terms, bank holidays and INSET days into it.";
    const args = { folder: folder.name, file: CALENDAR_FILE, table: "days and sessions", advice };
    problems.report(fileMessages.dataFileMissing, () => args, { file: CALENDAR_FILE, line: 1 });
    return { plan: undefined, diagnostics: [] };
  }
  const opened = await openText(folder, CALENDAR_FILE);
  return opened.kind === "text"
    ? readCalendarPlan(opened.source)
    : { plan: undefined, diagnostics: opened.diagnostics };
}

type OpenedText =
  | { readonly kind: "text"; readonly source: SourceText }
  | { readonly kind: "not-text"; readonly diagnostics: readonly Diagnostic[] };

/** A small file as a whole; YAML is in UTF-8 by its own rules, and an older encoding is read without a word. */
async function openText(folder: ReadFolder, file: string): Promise<OpenedText> {
  let isText = true;
  let text = "";
  for await (const piece of decodeText(folder.open(file), (note) => (isText &&= note.kind !== "not-text")))
    text += piece;
  if (isText && !text.includes("\0")) return { kind: "text", source: makeSource(file, text) };
  const source = makeSource(file, "");
  return { kind: "not-text", diagnostics: [fileMessages.dataFileNotText({ file }, { source, from: 0, to: 0 })] };
}

/** Tables lying in the folder that nothing reads: a misspelt name would otherwise lose a whole register in silence. */
function reportUnusedFiles({ files, mapping, problems }: Reading): void {
  const wanted = [MAPPING_FILE, CALENDAR_FILE, ...tableNames.flatMap((table) => mapping.tables[table].files)];
  for (const file of files) {
    if (wanted.includes(file) || !/\.(csv|tsv|txt|ya?ml|xlsx?|ods|parquet)$/i.test(file)) continue;
    const missing = wanted.filter((each) => !files.has(each));
    const advice = adviceFor(file, missing);
    problems.report(fileMessages.dataFileNotUsed, () => ({ file, advice }), { file, line: 1 });
  }
}

/** What to do with a file that nothing reads; `missing` are files that would be read if they were there. */
function adviceFor(file: string, missing: readonly string[]): string {
  if (file.endsWith(".parquet"))
    return "Parquet is read by DuckDB alone, and there only marks.parquet: `rollcall run --engine duckdb`.";
  const meant = closestName(file, missing);
  return meant === undefined
    ? "If it belongs to the register, name it in mapping.yaml, under its table: files."
    : `If it is meant to be ${meant}, give it that name.`;
}
