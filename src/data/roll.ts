// The pupils of a register while they are read: of most only what a packed register wants, in columns, beside the line that they stand
// on; a whole pupil is made when somebody looks. Of a hundred thousand pupils hardly any is looked at.

import type { Pupil } from "../school/record.ts";
import { Bug } from "../support/bug.ts";
import type { RolledPupil, Rolls } from "../runtime/packed-register.ts";
import { plainPupils } from "./plain-pupils.ts";
import { makePupilIndex } from "./pupil-index.ts";
import type { PupilIndex } from "./pupil-index.ts";
import { draftOf } from "./pupil-rows.ts";
import type { Draft, Drafts } from "./pupil-rows.ts";
import type { LineTaker, Reading, TableHead } from "./read-table.ts";
import { makeRowCursor } from "./table-row.ts";

export interface Roll extends Drafts, Rolls {
  readonly numbers: PupilIndex;
  readonly lineTaker: LineTaker;
}

/** Makes the pupil of a line that was taken as it stands. */
type ReadLine = (row: string, line: number) => Draft;

export function makeRoll(reading: Reading): Roll {
  const numbers = makePupilIndex();
  /** Pupils who were made already. */
  const drafts: (Draft | undefined)[] = [];
  const years: number[] = [];
  const birthdays: (number | undefined)[] = [];
  const onRolls: Pupil["onRoll"][] = [];
  const [rows, lines]: [string[], number[]] = [[], []];
  const files: { readonly first: number; readonly read: ReadLine }[] = [];

  const at = (number: number): RolledPupil => {
    const made = drafts[number];
    if (made !== undefined) return made;
    const born = birthdays[number];
    const [id, year] = [numbers.ids[number] as string, years[number] as number];
    const onRoll = onRolls[number] as Pupil["onRoll"];
    return born === undefined ? { id, year, onRoll, flags: NONE } : { id, year, born, onRoll, flags: NONE };
  };
  const make = (number: number): Draft => {
    const { read } = files.findLast(({ first }) => first <= number) as (typeof files)[number];
    return read(rows[number] as string, lines[number] as number);
  };
  return {
    numbers,
    at,
    get length() {
      return drafts.length;
    },
    draft: (number) => (drafts[number] ??= make(number)),
    add: (draft) => {
      numbers.add(draft.id);
      drafts.push(draft);
      years.push(draft.year);
      birthdays.push(draft.born);
      onRolls.push(draft.onRoll);
      rows.push("");
      lines.push(0);
    },
    lineTaker: (head) => {
      files.push({ first: drafts.length, read: lineReader(reading, head) });
      return plainPupils(reading, head, ({ id, year, born, onRoll }, row, line) => {
        if (!numbers.add(id)) return false;
        drafts.push(undefined);
        years.push(year);
        birthdays.push(born);
        onRolls.push(onRoll);
        rows.push(row);
        lines.push(line);
        return true;
      });
    },
  };
}

const NONE: never[] = [];

function lineReader({ mapping, problems }: Reading, { file, columns }: TableHead): ReadLine {
  const { separator, dates, tables } = mapping;
  const { row, move } = makeRowCursor({ file, separator, dates, columns, assume: tables.pupils.assume, problems });
  return (text, line) => {
    move(text.split(separator), line, line);
    const draft = draftOf(row);
    if (draft === undefined) throw new Bug("a line of a pupil was taken for plain and is not");
    return draft;
  };
}
