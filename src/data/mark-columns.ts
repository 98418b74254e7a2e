// Marks as columns of numbers: room for them, their order by pupil and session, and which of them claim one place.
// Knows numbers alone; codes and files are numbered by mark-store.ts.

export interface Columns {
  readonly pupil: Int32Array;
  /** Twice the day, plus one for an afternoon. */
  readonly slot: Int32Array;
  readonly code: Uint16Array;
  readonly file: Uint16Array;
  readonly line: Int32Array;
  readonly known: Float64Array;
}

export function makeColumns(room: number): Columns {
  return {
    pupil: new Int32Array(room),
    slot: new Int32Array(room),
    code: new Uint16Array(room),
    file: new Uint16Array(room),
    line: new Int32Array(room),
    known: new Float64Array(room),
  };
}

export function copyColumns(from: Columns, to: Columns): Columns {
  to.pupil.set(from.pupil);
  to.slot.set(from.slot);
  to.code.set(from.code);
  to.file.set(from.file);
  to.line.set(from.line);
  to.known.set(from.known);
  return to;
}

/** Row numbers by pupil, then session, setting, known moment and row; `starts` says where each pupil's begin. */
export function sortRows(
  columns: Columns,
  count: number,
  pupilCount: number,
  settingOf: (row: number) => string,
): { readonly order: Int32Array; readonly starts: Int32Array } {
  const starts = new Int32Array(pupilCount + 1);
  if (count === 0) return { order: new Int32Array(0), starts };
  for (let row = 0; row < count; row++) (starts[(columns.pupil[row] as number) + 1] as number)++;
  for (let pupil = 0; pupil < pupilCount; pupil++) (starts[pupil + 1] as number) += starts[pupil] as number;
  const next = starts.slice();
  const order = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const pupil = columns.pupil[row] as number;
    order[next[pupil] as number] = row;
    (next[pupil] as number)++;
  }
  const { slot, known } = columns;
  const compare = (a: number, b: number): number => {
    const bySlot = (slot[a] as number) - (slot[b] as number);
    if (bySlot !== 0) return bySlot;
    const [one, other] = [settingOf(a), settingOf(b)];
    if (one !== other) return one < other ? -1 : 1;
    return (known[a] as number) === (known[b] as number) ? a - b : (known[a] as number) - (known[b] as number);
  };
  for (let pupil = 0; pupil < pupilCount; pupil++) {
    const [from, to] = [starts[pupil] as number, starts[pupil + 1] as number];
    if (!inOrder(order, from, to, slot)) order.subarray(from, to).sort(compare);
  }
  return { order, starts };
}

/** Exports mostly come in order; then there is nothing to sort, and no two marks of one session to compare. */
function inOrder(order: Int32Array, from: number, to: number, slot: Int32Array): boolean {
  for (let index = from + 1; index < to; index++) {
    if ((slot[order[index - 1] as number] as number) >= (slot[order[index] as number] as number)) return false;
  }
  return true;
}

/** Rows to leave out: of marks with one key and one known moment the later ones, or all where `settle` says they differ. */
export function findClashes(
  { pupil, slot, known }: Columns,
  order: Int32Array,
  settingOf: (row: number) => string,
  settle: (first: number, second: number) => boolean,
): ReadonlySet<number> {
  const dropped = new Set<number>();
  let first = order[0] ?? 0;
  for (let index = 1; index < order.length; index++) {
    const row = order[index] as number;
    const clash =
      slot[row] === slot[first] &&
      pupil[row] === pupil[first] &&
      known[row] === known[first] &&
      settingOf(row) === settingOf(first);
    if (!clash) first = row;
    else {
      dropped.add(row);
      if (!settle(first, row)) dropped.add(first);
    }
  }
  return dropped;
}
