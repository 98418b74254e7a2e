// A small invented school as folders of files: its register a row a mark, a row a day, a column a session, or in strings.

import type { Program } from "../../src/runtime/program.ts";
import { inventSchool } from "../../src/morning/invent-school.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";

export type Files = Readonly<Record<string, string>>;

/** As of this day the school is looked at, give or take some weeks. */
export const lastDay = knownDay("2025-11-28");

export function folderBases(program: Program): readonly Files[] {
  const invented = inventSchool({ seed: 5, pupils: 6, until: lastInstant(lastDay), program });
  if (invented === undefined) throw new Error("the sample calendar does not know the day");
  const files = Object.fromEntries(invented);
  const marks = rowsOf(files["marks.csv"] ?? "");
  return [
    files,
    { ...files, "marks.csv": aRowADay(marks) },
    { ...files, "marks.csv": aColumnASession(marks) },
    {
      ...files,
      "marks.csv": inStrings(marks),
      "mapping.yaml": "dates: day-first\nmarks:\n  string-days: school-days\n  mark-separator: ;\n",
    },
  ];
}

interface MarkRow {
  readonly pupil: string;
  readonly date: string;
  readonly session: string;
  readonly code: string;
}

/** The marks as first known: the other layouts hold one for each session. */
function rowsOf(csv: string): readonly MarkRow[] {
  const [headings = [], ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const cell = (row: readonly string[], heading: string): string => row[headings.indexOf(heading)] ?? "";
  return rows
    .filter((row) => cell(row, "known") === "")
    .map((row) => ({
      pupil: cell(row, "pupil"),
      date: cell(row, "date"),
      session: cell(row, "session"),
      code: cell(row, "code"),
    }));
}

function codesBy(rows: readonly MarkRow[], keyOf: (row: MarkRow) => string): ReadonlyMap<string, readonly MarkRow[]> {
  return Map.groupBy(rows, keyOf);
}

function codeAt(rows: readonly MarkRow[] | undefined, session: string): string {
  return rows?.find((row) => row.session === session)?.code ?? "-";
}

function aRowADay(rows: readonly MarkRow[]): string {
  const days = codesBy(rows, ({ pupil, date }) => `${pupil},${date}`);
  const lines = [...days].map(([key, own]) => `${key},${codeAt(own, "AM")},${codeAt(own, "PM")}`);
  return ["pupil,date,am,pm", ...lines, ""].join("\n");
}

function aColumnASession(rows: readonly MarkRow[]): string {
  const sessions = [...new Set(rows.map(({ date, session }) => `${date} ${session}`))].toSorted();
  const lines = [...codesBy(rows, ({ pupil }) => pupil)].map(([pupil, own]) => {
    const codes = new Map(own.map(({ date, session, code }) => [`${date} ${session}`, code]));
    return [pupil, ...sessions.map((session) => codes.get(session) ?? "-")].join(",");
  });
  return [["pupil", ...sessions].join(","), ...lines, ""].join("\n");
}

function inStrings(rows: readonly MarkRow[]): string {
  const lines = [...codesBy(rows, ({ pupil }) => pupil)].map(([pupil, own]) => {
    const dates = [...new Set(own.map(({ date }) => date))].toSorted();
    const codes = dates.flatMap((date) =>
      ["AM", "PM"].map((session) =>
        codeAt(
          own.filter((row) => row.date === date),
          session,
        ),
      ),
    );
    return `${pupil},${dates[0] ?? ""},${codes.join(";")}`;
  });
  return ["pupil,start,marks", ...lines, ""].join("\n");
}
