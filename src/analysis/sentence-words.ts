// Where in a sentence its parts were written: who, the modal, to whom. The model says what they mean; for an edit one must
// know their place, and a sentence reads alike in both forms.

import type { Parties, Sentence } from "../checker/model.ts";
import type { Span } from "../source/text.ts";
import { wordsIn } from "./edits.ts";

/** `attendance-officer or headteacher`, without what stands before it in the YAML form. */
export function actorsSpan({ origin }: Sentence): Span | undefined {
  return wordsIn(origin.span, /^(?:-\s*)?(?:sentence:\s*)?["']?([a-z0-9][^"':{}]*?)(?=\s+(?:must|should|may)\s)/);
}

/** `must`, `should`, `may` or `must not`. */
export function modalSpan({ origin }: Sentence): Span | undefined {
  return wordsIn(origin.span, /\s(must\s+not|must|should|may)\s/);
}

/** The parties after `to`. */
export function recipientsSpan({ origin, to }: Sentence): Span | undefined {
  return to === undefined ? undefined : wordsIn(origin.span, new RegExp(String.raw`\sto\s+(${partyPattern(to)})`));
}

function partyPattern({ members }: Parties): string {
  const one = members.map(({ role }) => String.raw`(?:(?:each|either|\d+)\s+)?${role}(?![\w-])`);
  return one.join(String.raw`(?:\s*,\s*|\s+and\s+|\s+or\s+)`);
}
