// Two sentences → what they begin with alike, what each says of its own, and what they end with alike. For reading only.

export interface WordDifference {
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
}

/** Whole words, so that `95%` to `95.5%` is one figure for another. */
export function wordDifference(before: string, after: string): WordDifference {
  const [old, young] = [before.split(" "), after.split(" ")];
  const shorter = Math.min(old.length, young.length);
  let lead = 0;
  while (lead < shorter && old[lead] === young[lead]) lead += 1;
  let tail = 0;
  while (tail < shorter - lead && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1;
  const words = (list: readonly string[], from: number, to: number): string => list.slice(from, to).join(" ");
  return {
    lead: words(old, 0, lead),
    before: words(old, lead, old.length - tail),
    after: words(young, lead, young.length - tail),
    tail: words(old, old.length - tail, old.length),
  };
}
