// Two texts → the one stretch in which they differ, so that the rest keeps its cursor, its folds and its marks.

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** So many characters are compared at once, for that is much quicker than one by one. */
const BLOCK = 512;

export function changedStretch(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from + BLOCK <= shorter && before.slice(from, from + BLOCK) === after.slice(from, from + BLOCK)) from += BLOCK;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let [to, end] = [before.length, after.length];
  while (Math.min(to, end) - from >= BLOCK && before.slice(to - BLOCK, to) === after.slice(end - BLOCK, end))
    [to, end] = [to - BLOCK, end - BLOCK];
  while (to > from && end > from && before.charCodeAt(to - 1) === after.charCodeAt(end - 1)) {
    to--;
    end--;
  }
  return { from, to, insert: after.slice(from, end) };
}
