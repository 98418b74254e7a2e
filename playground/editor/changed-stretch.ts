// Two texts → the one stretch in which they differ, so that the rest keeps its cursor, its folds and its marks.

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function changedStretch(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
