// Reads a folder that a test writes down as texts, and shows what was said of it in one line each.

import { positionOf } from "../../src/source/text.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import type { ReadSchool } from "../../src/data/read-school.ts";
import { formatDay } from "../../src/school/day.ts";
import type { Mark } from "../../src/school/record.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Two school weeks, one bank holiday between them, one closure and one day of one session. */
export const calendarYaml = `name: Small calendar
years:
  - name: 2025/26
    from: 2025-09-01
    to: 2026-08-31
    terms:
      - name: summer term
        half-terms:
          - {name: summer 1, from: 2026-04-27, to: 2026-05-08}
bank-holidays: [2026-05-04]
inset: [2026-04-27]
closed:
  - {day: 2026-05-07, why: polling}
one-session:
  - {day: 2026-05-08, half: AM}
`;

export const pupilsCsv = `id,name,year,class,from,until
P1,Asha,4,4B,2023-09-01,
P2,Ben,R,RC,2025-09-01,2026-05-05
`;

export const plainFiles: Files = {
  "calendar.yaml": calendarYaml,
  "pupils.csv": pupilsCsv,
  "marks.csv": "pupil,date,session,code\n",
};

export function read(files: Files): Promise<ReadSchool> {
  return readSchool(memoryFolder("small", Object.entries(files)));
}

/** The plain folder with some of its files changed. */
export function readWith(files: Files): Promise<ReadSchool> {
  return read({ ...plainFiles, ...files });
}

export function said({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] {
  return diagnostics.map((diagnostic) => {
    const { line, column } = positionOf(diagnostic.span);
    return `${diagnostic.span.source.name}:${line}:${column} ${diagnostic.severity} ${diagnostic.code}`;
  });
}

/** The whole sentence of the only diagnostic, and its hint. */
export function sentence({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string {
  const [only, second] = diagnostics;
  if (only === undefined || second !== undefined)
    throw new Error(`not one diagnostic: ${said({ diagnostics }).join("; ")}`);
  return `${messageOf(only)} ${hintOf(only)}`;
}

export function markText({ pupil, day, half, code, known, minutesLate, setting, reason }: Mark): string {
  const rest = [known, minutesLate, setting, reason].filter((part) => part !== undefined).join(" ");
  return `${pupil} ${formatDay(day)} ${half} ${code} ${rest}`.trim();
}

export function marks(reading: ReadSchool): readonly string[] {
  return reading.school.pupils.flatMap((pupil) => pupil.marks.map(markText));
}
