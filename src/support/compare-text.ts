// One order for text everywhere, so that no result depends on the language a computer is set to.

/** Orders by UTF-16 code units, as `<` does: for {@link Array.sort}. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}
