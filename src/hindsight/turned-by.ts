// Corrections that together make a difference → the fewest of them that still do.

/**
 * Leaves out one half after another, then quarters and so on down to one, the last known first, as long as what is left still
 * makes the difference. Without any of those that remain it is no more.
 */
export function fewestThat<T>(makeIt: (these: readonly T[]) => boolean, all: readonly T[]): readonly T[] {
  let kept = all;
  for (let size = all.length >> 1; size >= 1; size = size >> 1) {
    for (let end = kept.length; end > 0; end -= size) {
      const without = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      if (without.length > 0 && makeIt(without)) kept = without;
    }
  }
  return kept;
}
