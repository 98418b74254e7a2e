// Some lines of a file, by number → a text in which those lines stand at their own numbers and all others are empty.
// So a message can show its line without the file ever being held; only messages have a use for it.

import type { SourceText } from "../source/text.ts";
import { decodeText } from "./decode-text.ts";
import type { ReadFolder } from "./read-folder.ts";

/** Reads the file once more for the wanted lines (from 1). A name that is not in the folder gives an empty text. */
export async function readExcerpt(folder: ReadFolder, file: string, wanted: ReadonlySet<number>): Promise<SourceText> {
  const last = Math.max(0, ...wanted);
  const found = new Map<number, string>();
  if (last > 0 && (await folder.list()).includes(file)) {
    await eachLine(
      decodeText(folder.open(file), () => undefined),
      (text, line) => {
        // As long as before, so that cells stand where they stood.
        if (wanted.has(line)) found.set(line, text.replaceAll("\0", "␀"));
        return line < last;
      },
    );
  }
  return excerptOf(file, found);
}

/** The text of a few numbered lines; empty lines cost a number each and no text. */
export function excerptOf(name: string, lines: ReadonlyMap<number, string>): SourceText {
  const numbers = [...lines.keys()].toSorted((a, b) => a - b);
  const lineStarts: number[] = [];
  let text = "";
  for (const number of numbers) {
    while (lineStarts.length < number) lineStarts.push(text.length);
    text += `${lines.get(number)}\n`;
  }
  if (lineStarts.length === 0) lineStarts.push(0);
  return { name, text, lineStarts };
}

/** Calls back with each line, without its ending, until told to stop. */
async function eachLine(
  pieces: AsyncIterable<string>,
  callback: (text: string, line: number) => boolean,
): Promise<void> {
  let line = 1;
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    let from = 0;
    // a return at the very end may be half of a line ending; it waits for the next piece
    for (const ending of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
      if (!callback(text.slice(from, ending.index), line++)) return;
      from = ending.index + ending[0].length;
    }
    rest = text.slice(from);
  }
  callback(rest.replace(/\r$/, ""), line);
}
