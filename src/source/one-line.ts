// A stretch of a rule file → its words on one line, without comments: two hyphens between quotation marks begin none.

import { spanText } from "./text.ts";
import type { Span } from "./text.ts";

export function oneLine(span: Span): string {
  return spanText(span)
    .replaceAll(/("(?:[^"\r\n]|"")*")|--.*$/gm, (_all, words: string | undefined) => words ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
