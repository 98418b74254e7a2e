// A row of pupils.csv, parents.csv or flags.csv → what it says of the pupils read so far. Two rows of one pupil are two times on
// roll, and must otherwise say the same. Knows no file and does not know how the pupils are kept.

import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { Flag, ParentLink, Pupil } from "../school/record.ts";
import { recordMessages } from "./diagnostics.ts";
import type { Row } from "./table-row.ts";

interface RollSpan {
  readonly from: Day;
  readonly to?: Day;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A pupil whose rows are still being read. */
export interface Draft extends Mutable<Pupil> {
  onRoll: RollSpan[];
  /** NONE until there is one: most pupils have neither, and there may be very many pupils. */
  flags: Flag[];
  parents: ParentLink[];
}

const NONE: never[] = [];

/** Identifier → number in the list of pupils. */
export type PupilNumbers = Pick<ReadonlyMap<string, number>, "get" | "keys">;

/** The pupils so far, numbered in the order of the file. */
export interface Drafts {
  readonly numbers: PupilNumbers;
  /** Of a number that there is. */
  readonly draft: (number: number) => Draft;
  readonly add: (draft: Draft) => void;
}

/** The pupil of a row, with one time on roll; undefined where a cell cannot be read, which is then reported. */
export function draftOf(row: Row): Draft | undefined {
  const id = row.needed("id");
  const year = row.needed("year") === undefined ? undefined : row.yearGroup("year");
  const span = readSpan(row, row.needed("from") === undefined ? undefined : row.day("from"));
  const born = row.day("born");
  if (id === undefined || year === undefined || span?.from === undefined || row.failed()) return undefined;
  const [name, group] = [row.text("name"), row.text("class")];
  const rollSpan: RollSpan = span.until === undefined ? { from: span.from } : { from: span.from, to: span.until };
  const pupil: Draft = {
    id,
    year,
    onRoll: [rollSpan],
    flags: NONE,
    parents: NONE,
    attributes: row.fields(),
    source: row.source(),
  };
  if (name !== undefined) pupil.name = name;
  if (group !== undefined) pupil.class = group;
  if (born !== undefined) pupil.born = born;
  return pupil;
}

export function readPupil(row: Row, drafts: Drafts): boolean {
  const pupil = draftOf(row);
  if (pupil === undefined) return false;
  const known = drafts.numbers.get(pupil.id);
  if (known !== undefined) return addReturn(row, drafts.draft(known), pupil);
  drafts.add(pupil);
  return true;
}

/** A further time on roll of a pupil who is listed already. */
function addReturn(row: Row, known: Draft, pupil: Draft): boolean {
  const [span] = pupil.onRoll as [RollSpan];
  const [differing] = differences(known, pupil);
  if (differing !== undefined) {
    const { column, text, other } = differing;
    row.refuse(recordMessages.dataPupilDiffers, () => ({ pupil: pupil.id, column, text, other }), row.place(column));
    return false;
  }
  const clash = known.onRoll.some((each) => span.from <= (each.to ?? Infinity) && each.from <= (span.to ?? Infinity));
  if (clash) {
    row.refuse(
      recordMessages.dataRollOverlaps,
      () => ({ pupil: pupil.id, from: formatDay(span.from) }),
      row.place("from"),
    );
    return false;
  }
  known.onRoll.push(span);
  known.onRoll.sort((a, b) => a.from - b.from);
  return true;
}

interface Difference {
  readonly column: string;
  readonly text: string;
  readonly other: string;
}

function differences(one: Draft, two: Draft): readonly Difference[] {
  const [before, now] = [textsOf(one), textsOf(two)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((column) => before.get(column) !== now.get(column))
    .map((column) => ({ column, text: now.get(column) ?? "(blank)", other: before.get(column) ?? "(blank)" }));
}

function textsOf({ name, year, class: group, born, attributes }: Draft): ReadonlyMap<string, string> {
  const texts = new Map<string, string>(Object.entries(attributes));
  texts.set("year", String(year));
  if (name !== undefined) texts.set("name", name);
  if (group !== undefined) texts.set("class", group);
  if (born !== undefined) texts.set("born", formatDay(born));
  return texts;
}

export function readParent(row: Row, draft: Draft | undefined): boolean {
  const person = row.needed("person");
  const [responsibility, livesWith, cares] = ["responsibility", "lives-with", "cares"].map((column) =>
    row.needed(column) === undefined ? undefined : row.yesNo(column),
  );
  const span = readSpan(row, row.day("from"));
  if (draft === undefined || person === undefined || span === undefined || row.failed()) return false;
  if (responsibility === undefined || livesWith === undefined || cares === undefined) return false;
  const name = row.text("name");
  const who = { person, ...(name === undefined ? {} : { name }), responsibility, livesWith, cares };
  if (draft.parents === NONE) draft.parents = [];
  draft.parents.push({ ...who, ...span, source: row.source() });
  return true;
}

export function readFlag(row: Row, draft: Draft | undefined): boolean {
  const name = row.needed("flag");
  const span = readSpan(row, row.day("from"));
  if (draft === undefined || name === undefined || span === undefined || row.failed()) return false;
  if (draft.flags === NONE) draft.flags = [];
  draft.flags.push({ name, ...span, source: row.source() });
  return true;
}

/** A first day and the column `until`, either of which may be open; reported where they stand the wrong way round. */
function readSpan(row: Row, from: Day | undefined): { readonly from?: Day; readonly until?: Day } | undefined {
  const until = row.day("until");
  if (from !== undefined && until !== undefined && until < from) {
    const args = { from: formatDay(from), until: formatDay(until) };
    row.refuse(recordMessages.dataDatesBackwards, () => args, row.place("until"));
    return undefined;
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}
