// A value together with what a message about it needs: its unit, its words, and whether it says itself what it counts.

import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type * as Model from "./model.ts";
import type { Declared } from "./names.ts";

export interface Typed {
  readonly value: Model.Value;
  /** Undefined where nothing is known of it, as with a hole: it then fits anywhere. */
  readonly type: Model.ValueType | undefined;
  readonly span: Span;
  /** `count of late sessions` says what is counted, so a bare number may stand beside it. */
  readonly counts: boolean;
  /** Where its unit was decided, if elsewhere. */
  readonly declared?: Declared;
}

/** The value as the author wrote it, on one line. */
export function wordsOf(typed: Typed): string {
  return spanText(typed.span).replaceAll(/\s+/g, " ");
}
