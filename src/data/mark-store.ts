// All marks of a school in flat columns, some twenty bytes each → each pupil's marks in order, as objects only while somebody looks.
// Knows pupils as numbers and codes as texts; what to say of marks that clash is for whoever reads them.

import type { Half } from "../school/calendar-plan.ts";
import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Mark } from "../school/record.ts";
import { copyColumns, findClashes, makeColumns, sortRows } from "./mark-columns.ts";

/** A mark on its way into the store. */
export interface NewMark {
  /** The pupil's number in the list of pupils. */
  readonly pupil: number;
  readonly day: Day;
  readonly half: Half;
  readonly code: string;
  readonly known?: Moment | undefined;
  readonly minutesLate?: number | undefined;
  readonly setting?: string | undefined;
  readonly reason?: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** Two marks of one pupil, session, setting and known moment. `same`: they say the same, and the first one stands. */
export type OnClash = (first: Mark, second: Mark, same: boolean) => void;

export interface MarkStore {
  readonly add: (mark: NewMark) => void;
  /**
   * Closes the store. Gives a pupil's marks by session and known moment; the array is made when asked for, and made anew
   * after another pupil was asked about. Of marks that contradict each other none is given.
   */
  readonly finish: (pupils: readonly string[], onClash: OnClash) => (pupil: number) => readonly Mark[];
}

interface Rare {
  readonly minutesLate?: number;
  readonly setting?: string;
  readonly reason?: string;
}

/** A known moment that is not said: the mark was known when its register closed, before any correction. */
const UNSAID = Number.NEGATIVE_INFINITY;

export function makeMarkStore(): MarkStore {
  let columns = makeColumns(1024);
  let count = 0;
  const rare = new Map<number, Rare>();
  const codes = makeTextNumbers();
  const files = makeTextNumbers();
  return {
    add: (mark) => {
      if (count === columns.pupil.length) columns = copyColumns(columns, makeColumns(2 * count));
      columns.pupil[count] = mark.pupil;
      columns.slot[count] = 2 * mark.day + (mark.half === "AM" ? 0 : 1);
      columns.code[count] = codes.numberOf(mark.code);
      columns.file[count] = files.numberOf(mark.file);
      columns.line[count] = mark.line;
      columns.known[count] = mark.known ?? UNSAID;
      const extra = rareOf(mark);
      if (extra !== undefined) rare.set(count, extra);
      count += 1;
    },
    finish: (pupils, onClash) => {
      const markAt = (row: number): Mark => {
        const slot = columns.slot[row] as number;
        const known = columns.known[row] as number;
        return {
          pupil: pupils[columns.pupil[row] as number] as string,
          day: slot >> 1,
          half: (slot & 1) === 0 ? "AM" : "PM",
          code: codes.texts[columns.code[row] as number] as string,
          ...(known === UNSAID ? {} : { known }),
          ...rare.get(row),
          source: { file: files.texts[columns.file[row] as number] as string, line: columns.line[row] as number },
        };
      };
      const settingOf = (row: number): string => rare.get(row)?.setting ?? "";
      const { order, starts } = sortRows(columns, count, pupils.length, settingOf);
      const dropped = findClashes(columns, order, settingOf, (first, second) => {
        const [one, other] = [markAt(first), markAt(second)];
        const same = one.code === other.code && one.minutesLate === other.minutesLate;
        onClash(one, other, same);
        return same;
      });
      let latest = -1;
      let marks: readonly Mark[] = [];
      return (pupil) => {
        if (pupil !== latest) {
          const rows = order.subarray(starts[pupil], starts[pupil + 1]);
          marks = Array.from(dropped.size === 0 ? rows : rows.filter((row) => !dropped.has(row)), markAt);
          latest = pupil;
        }
        return marks;
      };
    },
  };
}

function rareOf({ minutesLate, setting, reason }: NewMark): Rare | undefined {
  if (minutesLate === undefined && setting === undefined && reason === undefined) return undefined;
  return {
    ...(minutesLate === undefined ? {} : { minutesLate }),
    ...(setting === undefined ? {} : { setting }),
    ...(reason === undefined ? {} : { reason }),
  };
}

interface TextNumbers {
  readonly texts: readonly string[];
  readonly numberOf: (text: string) => number;
}

/** Few texts that recur often, each kept once. */
function makeTextNumbers(): TextNumbers {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  return {
    texts,
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
