// What was found in a policy, and a stretch of it → the ways to mend what was found there.

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../source/text.ts";

export interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
  /** The first that a diagnostic offers is the one it means most. */
  readonly preferred: boolean;
}

export function fixesAt(
  source: SourceText,
  diagnostics: readonly Diagnostic[],
  from: number,
  to: number,
): readonly OfferedFix[] {
  return diagnostics
    .filter(({ span }) => span.source.name === source.name && span.from <= to && from <= span.to)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix, index) => ({ diagnostic, fix, preferred: index === 0 })));
}
