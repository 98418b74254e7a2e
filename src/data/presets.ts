// How the common management systems name their columns and write their dates: preset → headings for each column of each table.
// Schools lay out their own reports, so these are likely names and no promises; mapping.yaml overrules any of them.

import type { DateOrder } from "./cells.ts";
import type { TableName } from "./tables.ts";

export interface Preset {
  readonly dates: DateOrder;
  /** Headings to look for beside the column's own name. */
  readonly headings: Readonly<Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>>>;
}

const minutesLate = ["Minutes Late", "Mins Late", "Late Minutes"];
const sessionHeadings = ["Session", "AM/PM", "Session Type"];
const pupilHeadings = {
  name: ["Preferred Forename", "Legal Forename", "Forename", "First Name"],
  year: ["Year", "Year Group", "NC Year", "NCY"],
  class: ["Reg", "Reg Group", "Registration Group", "Form", "Registration Form", "Tutor Group"],
  born: ["DOB", "Date of Birth", "Birth Date"],
  from: ["Admission Date", "Date of Admission", "Enrolment Start Date", "Start Date"],
  until: ["Leaving Date", "Date of Leaving", "Enrolment End Date", "End Date"],
};

export const presets = {
  rollcall: { dates: "iso", headings: {} },
  sims: {
    dates: "day-first",
    headings: {
      pupils: { id: ["UPN"], ...pupilHeadings },
      marks: {
        pupil: ["UPN"],
        code: ["Mark"],
        start: ["Start Date"],
        session: sessionHeadings,
        "minutes-late": minutesLate,
        reason: ["Comment", "Comments"],
      },
      parents: { pupil: ["UPN"], responsibility: ["Parental Responsibility"] },
      flags: { pupil: ["UPN"] },
      arrivals: { pupil: ["UPN"], time: ["Arrival Time", "Time In"] },
    },
  },
  arbor: {
    dates: "day-first",
    headings: {
      pupils: { id: ["UPN", "Student ID", "Student"], ...pupilHeadings },
      marks: {
        pupil: ["UPN", "Student ID", "Student"],
        date: ["recordDate", "Record Date"],
        code: ["attendanceMark", "Attendance Mark", "Mark"],
        session: sessionHeadings,
        "minutes-late": ["minutesLate", ...minutesLate],
        reason: ["recordNote", "Record Note", "Note"],
      },
      parents: { pupil: ["UPN", "Student ID"], person: ["Guardian ID"], responsibility: ["Parental Responsibility"] },
      flags: { pupil: ["UPN", "Student ID"] },
      arrivals: { pupil: ["UPN", "Student ID"] },
    },
  },
  wonde: {
    dates: "iso",
    headings: {
      pupils: {
        id: ["student_id", "id"],
        ...pupilHeadings,
        name: ["forename"],
        year: ["year"],
        born: ["date_of_birth"],
      },
      marks: {
        pupil: ["student_id"],
        code: ["attendance_code", "attendance_code_id"],
        "minutes-late": ["minutes_late"],
        reason: ["comment"],
      },
      parents: { pupil: ["student_id"], person: ["contact_id"], responsibility: ["parental_responsibility"] },
      flags: { pupil: ["student_id"] },
      arrivals: { pupil: ["student_id"] },
    },
  },
  bromcom: {
    dates: "day-first",
    headings: {
      pupils: { id: ["UPN", "PersonID", "Student ID"], ...pupilHeadings },
      marks: {
        pupil: ["UPN", "PersonID", "Student ID"],
        date: ["Calendar Date", "Attendance Date"],
        code: ["Mark", "Attendance Symbol", "Attendance Mark"],
        session: sessionHeadings,
        "minutes-late": minutesLate,
        reason: ["Comment", "Comments", "Note"],
      },
      parents: { pupil: ["UPN", "Student ID"], responsibility: ["Parental Responsibility"] },
      flags: { pupil: ["UPN", "Student ID"] },
      arrivals: { pupil: ["UPN", "Student ID"] },
    },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as [PresetName, ...PresetName[]];

/** Every heading under which a preset knows a column, its own name first. */
export function headingsOf(preset: PresetName, table: TableName, column: string): readonly string[] {
  const known: Preset["headings"] = presets[preset].headings;
  return [column, ...(known[table]?.[column] ?? [])];
}
