// pupils.csv, parents.csv and flags.csv → the pupils of a school, each with their times on roll, parents and circumstances.
// Knows no marks, and not what stands in a row.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Pupil } from "../school/record.ts";
import { recordMessages } from "./diagnostics.ts";
import { readFlag, readParent, readPupil } from "./pupil-rows.ts";
import type { Draft, Drafts, PupilNumbers } from "./pupil-rows.ts";
import { allRows, readTable } from "./read-table.ts";
import type { FileTally, LineTaker, Reading } from "./read-table.ts";
import type { Row } from "./table-row.ts";

export interface ReadPupils {
  /** In the order of the file. */
  readonly pupils: readonly Pupil[];
  readonly numbers: PupilNumbers;
  readonly tallies: readonly FileTally[];
}

export async function readPupils(reading: Reading): Promise<ReadPupils> {
  const pupils: Draft[] = [];
  const numbers = new Map<string, number>();
  const drafts: Drafts = {
    numbers,
    draft: (number) => pupils[number] as Draft,
    add: (draft) => void numbers.set(draft.id, pupils.push(draft) - 1),
  };
  return { pupils, numbers, tallies: await readPupilTables(reading, drafts) };
}

/** Reads the three tables into the drafts, but for the pupils' lines that `lineTaker` takes. */
export async function readPupilTables(
  reading: Reading,
  drafts: Drafts,
  lineTaker?: LineTaker,
): Promise<readonly FileTally[]> {
  const draftOf = (row: Row): Draft | undefined => {
    const number = pupilNumber(row, "pupil", drafts.numbers);
    return number === undefined ? undefined : drafts.draft(number);
  };
  return [
    ...(await readTable(reading, "pupils", () => (row) => readPupil(row, drafts), allRows, lineTaker)),
    ...(await readTable(reading, "parents", () => (row) => readParent(row, draftOf(row)))),
    ...(await readTable(reading, "flags", () => (row) => readFlag(row, draftOf(row)))),
  ];
}

/** The number of the pupil that a row names. A blank or a stranger is reported. */
export function pupilNumber(row: Row, column: string, numbers: PupilNumbers): number | undefined {
  const id = row.needed(column);
  if (id === undefined) return undefined;
  const number = numbers.get(id);
  if (number === undefined) {
    const args = (): { pupil: string; suggestion: string } => ({
      pupil: id,
      suggestion: suggestName(id, numbers.keys(), "pupils"),
    });
    row.refuse(recordMessages.dataPupilUnknown, args, row.place(column));
  }
  return number;
}
