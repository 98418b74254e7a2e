// The pupils of a register while they are read: of most only what a packed register wants, in columns, beside the line that they stand
// on; a whole pupil is made when somebody looks. Of a hundred thousand pupils hardly any is looked at.

import type { Pupil } from "../school/record.ts";
import { Bug } from "../support/bug.ts";
import { NO_DAY } from "../runtime/packed-register.ts";
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

// What is known of a pupil who stands on a plain line, in whole numbers one after another.
const YEAR = 0;
const BORN = 1;
const ON_ROLL = 2; // by place among the times on roll
const BEGINS = 3; // where the line begins in the text that it is a line of
const LINE = 4;
const WIDTH = 5;

/** Text whose lines were taken as they stand, from the pupil of a number on. */
interface Stretch {
  readonly first: number;
  readonly text: string;
  readonly read: ReadLine;
}

/** Makes the pupil of a line that was taken as it stands. */
type ReadLine = (row: string, line: number) => Draft;

export function makeRoll(reading: Reading): Roll {
  const numbers = makePupilIndex();
  const drafts = new Map<number, Draft>();
  const onRolls: Pupil["onRoll"][] = [];
  const stretches: Stretch[] = [];
  let known = new Int32Array(WIDTH << 10);

  const knownOf = (number: number, what: number): number => known[WIDTH * number + what] as number;
  const at = (number: number): RolledPupil => {
    const made = drafts.get(number);
    if (made !== undefined) return made;
    const [year, born] = [knownOf(number, YEAR), knownOf(number, BORN)];
    const id = numbers.ids[number] as string;
    const onRoll = onRolls[knownOf(number, ON_ROLL)] as Pupil["onRoll"];
    return born === NO_DAY ? { id, year, onRoll, flags: NONE } : { id, year, born, onRoll, flags: NONE };
  };
  const draft = (number: number): Draft => {
    const made = drafts.get(number);
    if (made !== undefined) return made;
    const { text, read } = stretches.findLast(({ first }) => first <= number) as Stretch;
    const pupil = read(lineAt(text, knownOf(number, BEGINS)), knownOf(number, LINE));
    drafts.set(number, pupil);
    return pupil;
  };
  const lineTaker: LineTaker = (head) => {
    const read = lineReader(reading, head);
    let latest = "";
    return plainPupils(reading, head, ({ id, year, born, onRoll }, text, begins, line) => {
      const number = numbers.ids.length;
      if (!numbers.add(id)) return false;
      if (text !== latest) stretches.push({ first: number, text, read });
      latest = text;
      if (onRolls.at(-1) !== onRoll) onRolls.push(onRoll);
      if (WIDTH * (number + 1) > known.length) known = twice(known, WIDTH * (number + 1));
      const place = WIDTH * number;
      known[place + YEAR] = year;
      known[place + BORN] = born ?? NO_DAY;
      known[place + ON_ROLL] = onRolls.length - 1;
      known[place + BEGINS] = begins;
      known[place + LINE] = line;
      return true;
    });
  };
  return {
    numbers,
    at,
    get length() {
      return numbers.ids.length;
    },
    draft,
    add: (pupil) => {
      drafts.set(numbers.ids.length, pupil);
      numbers.add(pupil.id);
    },
    lineTaker,
  };
}

function twice(numbers: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * needed);
  more.set(numbers);
  return more;
}

/** Of a text whose rows are lines. */
function lineAt(text: string, from: number): string {
  const end = /\r|\n|$/g;
  end.lastIndex = from;
  return text.slice(from, end.exec(text)?.index);
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
