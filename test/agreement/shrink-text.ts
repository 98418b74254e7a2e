// A policy's text → the same text with one thing left out or made plainer, in every way that may still read: a block, a line, the
// inside of a branch alone, one side of a condition. Whoever asks sees which of them are sound.

/** The biggest first. */
export function withoutBlocks(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const shorter: { readonly text: string; readonly saved: number }[] = [];
  lines.forEach((line, from) => {
    const end = blockEnd(lines, from);
    const put = (instead: readonly string[]): void => {
      const made = `${[...lines.slice(0, from), ...instead, ...lines.slice(end + 1)].join("\n")}\n`;
      shorter.push({ text: made, saved: text.length - made.length });
    };
    put([]);
    if (end > from) put(lines.slice(from + 1, end));
    if (end === from || line.endsWith("{"))
      for (const plainer of plainerLines(line)) put([plainer, ...lines.slice(from + 1, end + 1)]);
  });
  return shorter
    .filter(({ saved }) => saved > 0)
    .toSorted((a, b) => b.saved - a.saved)
    .map((each) => each.text);
}

/** The line on which the block that begins here ends; the line itself where none begins. */
function blockEnd(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length; at++) {
    for (const character of lines[at] ?? "") depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    if (depth <= 0) return at;
  }
  return from;
}

/** The line without one of its words, or without a run of them. */
function plainerLines(line: string): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const words = line.trim().split(" ");
  const plainer: string[] = [];
  for (let size = Math.min(14, words.length - 2); size >= 1; size--) {
    for (let from = 1; from + size <= words.length; from++) {
      const left = [...words.slice(0, from), ...words.slice(from + size)].join(" ");
      if (line.trimEnd().endsWith("{") === left.endsWith("{")) plainer.push(indent + left);
    }
  }
  return plainer;
}
