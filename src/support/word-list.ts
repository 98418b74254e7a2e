// Turns several words into the list an English sentence would hold: "a", "a and b", "a, b and c".

/** An empty list gives an empty string. */
export function wordList(words: readonly string[], joiner: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  if (words.length <= 1) return last;
  return `${words.slice(0, -1).join(", ")} ${joiner} ${last}`;
}
