// A stretch of a rule file → its words on one line, without comments.

import { spanText } from "./text.ts";
import type { Span } from "./text.ts";

export function oneLine(span: Span): string {
  return spanText(span).replace(/--.*$/gm, "").replace(/\s+/g, " ").trim();
}
