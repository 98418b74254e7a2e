// pupils.csv, parents.csv and flags.csv → the pupils of a school, each with their times on roll, parents and circumstances.
// Knows no marks. Two rows of one pupil are two times on roll, and must otherwise say the same.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { Flag, ParentLink, Pupil } from "../school/record.ts";
import { recordMessages } from "./diagnostics.ts";
import { readTable } from "./read-table.ts";
import type { FileTally, Reading } from "./read-table.ts";
import type { Row } from "./table-row.ts";

export interface ReadPupils {
  /** In the order of the file. */
  readonly pupils: readonly Pupil[];
  /** Identifier → number in the list. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly tallies: readonly FileTally[];
}

interface RollSpan {
  readonly from: Day;
  readonly to?: Day;
}

/** A pupil whose rows are still being read. */
interface Draft extends Mutable<Pupil> {
  onRoll: RollSpan[];
  /** NONE until there is one: most pupils have neither, and there may be very many pupils. */
  flags: Flag[];
  parents: ParentLink[];
}

const NONE: never[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export async function readPupils(reading: Reading): Promise<ReadPupils> {
  const drafts: Draft[] = [];
  const numbers = new Map<string, number>();
  const draftOf = (row: Row): Draft | undefined => {
    const number = pupilNumber(row, "pupil", numbers);
    return number === undefined ? undefined : drafts[number];
  };
  const pupilTallies = await readTable(reading, "pupils", () => (row) => readPupil(row, drafts, numbers));
  const parentTallies = await readTable(reading, "parents", () => (row) => readParent(row, draftOf(row)));
  const flagTallies = await readTable(reading, "flags", () => (row) => readFlag(row, draftOf(row)));
  for (const { onRoll } of drafts) if (onRoll.length > 1) onRoll.sort((a, b) => a.from - b.from);
  return { pupils: drafts, numbers, tallies: [...pupilTallies, ...parentTallies, ...flagTallies] };
}

/** The number of the pupil that a row names. A blank or a stranger is reported. */
export function pupilNumber(row: Row, column: string, numbers: ReadonlyMap<string, number>): number | undefined {
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

function readPupil(row: Row, drafts: Draft[], numbers: Map<string, number>): boolean {
  const id = row.needed("id");
  const year = row.needed("year") === undefined ? undefined : row.yearGroup("year");
  const span = readSpan(row, row.needed("from") === undefined ? undefined : row.day("from"));
  const born = row.day("born");
  if (id === undefined || year === undefined || span?.from === undefined || row.failed()) return false;
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
  const known = drafts[numbers.get(id) ?? -1];
  if (known !== undefined) return addReturn(row, known, pupil, rollSpan);
  numbers.set(id, drafts.push(pupil) - 1);
  return true;
}

/** A further time on roll of a pupil who is listed already. */
function addReturn(row: Row, known: Draft, pupil: Draft, span: RollSpan): boolean {
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

function readParent(row: Row, draft: Draft | undefined): boolean {
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

function readFlag(row: Row, draft: Draft | undefined): boolean {
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
