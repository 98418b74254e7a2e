// Two texts → which lines of the newer lie between the first and the last that differ. It does not pair lines in between, and
// claims no more than that everything different stands there.

export interface Difference {
  /** Lines of the newer text, from 1, both included; `to` is before `from` where lines were only taken out there. */
  readonly from: number;
  readonly to: number;
}

export function differenceOf(before: string, after: string): Difference | undefined {
  if (before === after) return undefined;
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { from: head + 1, to: now.length - tail };
}

export function sayDifference({ from, to }: Difference): string {
  if (to < from) return `lines were taken out before line ${from}`;
  return from === to ? `line ${from} differs` : `everything that differs stands in lines ${from} to ${to}`;
}
