// What a page says is seen, against what is seen. A line that is an ellipsis alone stands for any lines.

/** Undefined where it is the same; else the text as it is seen. Blanks at the ends of lines are no difference. */
export function differsFrom(shown: string, seen: string): string | undefined {
  const expected = tidy(shown).split("\n");
  const found = tidy(seen).split("\n");
  return fits(expected, found) ? undefined : `${found.join("\n")}\n`;
}

/** A byte order mark is for spreadsheets, and no reader sees it. */
function tidy(text: string): string {
  return text
    .replaceAll("\uFEFF", "")
    .split("\n")
    .map((row) => row.trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function fits(expected: readonly string[], found: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return found.length === 0;
  if (first.trim() !== "…") return found[0] === first && fits(rest, found.slice(1));
  return found.some((_, index) => fits(rest, found.slice(index))) || rest.length === 0;
}
