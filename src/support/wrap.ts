// Words → lines no longer than a width, with a margin. Knows no colours: paint after wrapping.

/** Between two words that must stay on one line; {@link wrap} turns it into a blank. */
export const TOGETHER = "\u00a0";

/** Lines of at most `width` columns, each begun by `margin`; a word longer than a line stands alone. */
export function wrap(text: string, width: number, margin = ""): readonly string[] {
  const room = Math.max(20, width - margin.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/).filter((each) => each !== "")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((each) => `${margin}${each.replaceAll(TOGETHER, " ")}`);
}
