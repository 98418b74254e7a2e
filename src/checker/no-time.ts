// Words that have no course in time bear neither a window nor `at`: `target this year` is refused, with the window's removal.

import { spanText } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { unitMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";
import { phraseText } from "./units.ts";

/** False, and reported, where a window or `at` is said. `why` completes "… cannot be said of it:". */
export function mayHaveNoTime(scope: Scope, phrase: Ast.Phrase, why: string): boolean {
  if (phrase.at === undefined) return mayHaveNoWindow(scope, phrase, why);
  const words = phraseText(phrase.words);
  const hint = "Take away what follows it.";
  scope.report(
    unitMessages.windowDoesNotFit({ window: `at ${spanText(phrase.at.span)}`, words, why, hint }, phrase.at.span),
  );
  return false;
}

export function mayHaveNoWindow(scope: Scope, phrase: Ast.Phrase, why: string): boolean {
  if (phrase.window === undefined) return true;
  const { span } = phrase.window;
  const fixes = [
    { title: "take the window away", edits: [{ span: { ...span, from: phrase.words.span.to }, text: "" }] },
  ];
  const window = spanText(span);
  const hint = "Take the window away.";
  scope.report(unitMessages.windowDoesNotFit({ window, words: phraseText(phrase.words), why, hint }, span, { fixes }));
  return false;
}
