// Records of pupils → the relations that a query reads: marks, pupils, time on roll, flags. Days are whole numbers since 1970-01-01,
// a birth is a date written as one number. Of what became known late it takes what is known in the end.

import { partsOfDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import type { Mark, PupilRecord } from "../../school/record.ts";
import type { Relation } from "./day-table.ts";
import { INPUTS } from "./register-steps.ts";

type Columns = Relation["columns"];

const pupil: Columns[number] = { name: "pupil", type: "text" };

export const factColumns = {
  register: [
    pupil,
    { name: "day", type: "integer" },
    { name: "half", type: "text" },
    { name: "code", type: "text" },
    { name: "setting", type: "text" },
  ],
  pupils: [pupil, { name: "year", type: "integer" }, { name: "born", type: "integer" }],
  rolls: [pupil, { name: "first_day", type: "integer" }, { name: "last_day", type: "integer" }],
  flags: [
    pupil,
    { name: "name", type: "text" },
    { name: "first_day", type: "integer" },
    { name: "last_day", type: "integer" },
  ],
} as const satisfies Readonly<Record<keyof typeof INPUTS, Columns>>;

/** The four relations, in the columns above. */
export function factRelations(records: readonly PupilRecord[]): readonly Relation[] {
  const relation = (name: keyof typeof INPUTS, rowsOf: (record: PupilRecord) => Relation["rows"]): Relation => ({
    name: INPUTS[name],
    columns: factColumns[name],
    rows: records.flatMap(rowsOf),
  });
  return [
    relation("register", ({ pupil: { id }, marks }) =>
      standing(marks).map(({ day, half, code, setting }) => [id, day, half, code, setting ?? null]),
    ),
    relation("pupils", ({ pupil: { id, year, born } }) => [[id, year, born === undefined ? null : dateNumber(born)]]),
    relation("rolls", ({ pupil: { id, onRoll } }) => merged(onRoll).map(({ from, to }) => [id, from, to ?? null])),
    relation("flags", ({ pupil: { id, flags } }) =>
      flags.map(({ name, from, until }) => [id, name, from ?? null, until ?? null]),
    ),
  ];
}

/** 20150314 for 14 March 2015. */
export function dateNumber(day: Day): number {
  const { year, month, date } = partsOfDay(day);
  return year * 10_000 + month * 100 + date;
}

/** One mark for each session: the later known; of those known at once the school's own, then by its code, as facts are laid out (S7). */
function standing(marks: readonly Mark[]): readonly Mark[] {
  const known = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.day} ${mark.half}`;
    const other = known.get(key);
    if (other === undefined || supersedes(mark, other)) known.set(key, mark);
  }
  return [...known.values()];
}

function supersedes(mark: Mark, other: Mark): boolean {
  const [known, otherKnown] = [mark.known ?? Number.NEGATIVE_INFINITY, other.known ?? Number.NEGATIVE_INFINITY];
  if (known !== otherKnown) return known > otherKnown;
  if ((mark.setting === undefined) !== (other.setting === undefined)) return mark.setting === undefined;
  return mark.code > other.code;
}

/** Stretches of time on roll that do not overlap, in order. */
function merged(spans: PupilRecord["pupil"]["onRoll"]): PupilRecord["pupil"]["onRoll"] {
  const inOrder = spans.toSorted((a, b) => a.from - b.from);
  const apart: { from: Day; to?: Day }[] = [];
  for (const span of inOrder) {
    const last = apart.at(-1);
    if (last !== undefined && (last.to === undefined || span.from <= last.to + 1)) {
      if (last.to === undefined || span.to === undefined) delete last.to;
      else last.to = Math.max(last.to, span.to);
    } else apart.push({ ...span });
  }
  return apart;
}
