// Words that stand where a condition is wanted and are none: what they are instead, and how to make a condition of them.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import type { Meaning } from "./meanings.ts";
import type { Scope } from "./scope.ts";
import { offer, reportSeveral, reportStrangeObject } from "./suggestions.ts";
import { phraseText } from "./units.ts";

export function reportNoCondition(scope: Scope, phrase: Ast.Phrase, meaning: Meaning | undefined): undefined {
  const { span } = phrase.words;
  const words = phraseText(phrase.words);
  if (meaning?.kind === "strange-object") {
    reportStrangeObject(scope, meaning.object, phrase.words);
  } else if (meaning?.kind === "several") {
    reportSeveral(scope, words, meaning, span);
  } else if (meaning === undefined) {
    const { suggestion, fixes } = offer(scope, phrase.words, "condition");
    scope.report(
      nameMessages.unknownWords({ words, use: "it can neither hold nor fail", suggestion }, span, { fixes }),
    );
  } else {
    const what = describeMeaning(meaning);
    scope.report(ruleMessages.neitherHoldsNorFails({ words, what, hint: conditionHint(words, meaning) }, phrase.span));
  }
  return undefined;
}

function conditionHint(words: string, meaning: Meaning): string {
  if (meaning.kind === "rate") return `Set it against a figure, as in \`${words} this year below 95%\`.`;
  if (meaning.kind !== "named") return "Set it against a figure or a moment, or name a status, flag, act or step.";
  switch (meaning.sort) {
    case "bands":
      return `Say which row, as in \`${words} is good\`.`;
    case "field":
      return `Say what it holds, as in \`${words} is illness\`, or set it against a value.`;
    case "reason":
      return `Say where it was given, as in \`reason is ${words}\`.`;
    case "document":
      return `Say what happened to it, as in \`${words} sent\`.`;
    case "procedure":
      return "Name one of its steps, as in `letter done`.";
    case "status":
    case "flag":
    case "group":
    case "measure":
    case "parameter":
    case "decision":
    case "channel":
    case "service":
    case "role":
    case "duty":
      return "Set it against a figure, or name a status, flag, act or step.";
    default:
      return assertNever(meaning.sort);
  }
}
