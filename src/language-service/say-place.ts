// A place in a text → words for it: `england.rollcall, line 12`.

import { positionOf } from "../source/text.ts";
import type { Span } from "../source/text.ts";

export function sayPlace(span: Span): string {
  return `${span.source.name.split(/[\\/]/).at(-1) ?? span.source.name}, line ${positionOf(span).line}`;
}
