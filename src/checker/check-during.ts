// `during leave agreed` → the day lies between the dates that the act's record holds: its first field that is a date begins
// it, its second ends it; an act with one date is about that day alone.

import type * as Ast from "../syntax/ast.ts";
import { checkEventWords } from "./check-events.ts";
import { ruleMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { phraseText } from "./units.ts";

export function checkDuring(
  scope: Scope,
  { act: words, span }: Extract<Ast.Condition, { kind: "during" }>,
): Model.Condition | undefined {
  const event = checkEventWords(scope, words);
  if (event === undefined) return undefined;
  const act = event.kind === "act" ? scope.names.acts.get(event.act) : undefined;
  const [first, last] = (act?.fields ?? []).filter(({ type }) => type === "date").map(({ name }) => name);
  if (event.kind !== "act" || first === undefined) {
    scope.report(ruleMessages.spansNoDays({ words: phraseText(words) }, words.span));
    return undefined;
  }
  const object = event.object === undefined ? {} : { object: event.object };
  return { kind: "during", act: event.act, ...object, first, last: last ?? first, span };
}
