// Operands as written → values with their units: literals, counts, rates, measures, parameters, fields.
// What is counted over time must say over which time (S14); nothing gets a window that its author did not give it.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCount } from "./check-counts.ts";
import { checkEvent } from "./check-events.ts";
import type { Unsaid } from "./check-moments.ts";
import { checkNamedValue } from "./check-named-values.ts";
import { checkPopulation } from "./check-population.ts";
import { checkWindow, reportNoWindow } from "./check-windows.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { checkLiteral } from "./literals.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import { mayHaveNoTime } from "./no-time.ts";
import { holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { offer, reportSeveral, reportStrangeObject } from "./suggestions.ts";
import type { Typed } from "./typed.ts";
import { partsOf, phraseText } from "./units.ts";
import { NUMBER, PERCENT, quantityOf } from "./value-types.ts";

export function checkValue(scope: Scope, operand: Ast.Operand, unsaid: Unsaid): Typed | undefined {
  switch (operand.kind) {
    case "unspecified": {
      const name = holeAt(scope, unsaid.part, unsaid.what, operand.span);
      return { value: { kind: "hole", name, span: operand.span }, type: undefined, span: operand.span, counts: false };
    }
    case "count":
      return checkCount(scope, operand);
    case "phrase":
      return checkPhrase(scope, operand);
    case "quantity":
    case "number":
    case "percent":
    case "money":
    case "time":
    case "date":
    case "date-time":
    case "text": {
      const value = checkLiteral(scope, operand);
      return value === undefined ? undefined : { value, type: value.type, span: value.span, counts: false };
    }
    default:
      return assertNever(operand);
  }
}

function checkPhrase(scope: Scope, phrase: Ast.Phrase): Typed | undefined {
  const meaning = findMeaning(scope, partsOf(phrase.words));
  if (meaning?.kind === "rate") return checkRate(scope, phrase, meaning.of);
  if (phrase.of !== undefined) {
    reportOf(scope, phrase, phrase.of, meaning);
    return undefined;
  }
  if (meaning?.kind === "attribute") return checkAttribute(scope, phrase, meaning.name);
  if (meaning?.kind === "named") {
    const typed = checkNamedValue(scope, phrase, meaning);
    if (typed !== "no-value") return typed;
  }
  reportNoValue(scope, phrase, meaning);
  return undefined;
}

function checkRate(scope: Scope, phrase: Ast.Phrase, of: Model.SessionSet): Typed | undefined {
  const population = checkPopulation(scope, phrase.of);
  const at = phrase.at === undefined ? undefined : checkEvent(scope, phrase.at);
  if (phrase.at !== undefined && at === undefined) return undefined;
  const window = phrase.window === undefined ? windowOfProcedure(scope, phrase) : checkWindow(scope, phrase.window);
  if (window === undefined || population === undefined) return undefined;
  const { span } = phrase;
  const value = { kind: "rate", of, window, population, span, ...(at === undefined ? {} : { at }) } as const;
  return { value, type: PERCENT, span, counts: false };
}

/** `attendance at meeting` in a procedure that lives on a year is that of the year so far, at the meeting (S16). */
function windowOfProcedure(scope: Scope, phrase: Ast.Phrase): Model.Window | undefined {
  if (phrase.at !== undefined && scope.anchor?.kind === "period") return { kind: "this", period: scope.anchor.unit };
  reportNoWindow(scope, phrase.of ?? phrase.words);
  return undefined;
}

function checkAttribute(
  scope: Scope,
  phrase: Ast.Phrase,
  name: Extract<Model.Value, { kind: "attribute" }>["name"],
): Typed | undefined {
  if (!mayHaveNoTime(scope, phrase, "it is looked up on the day itself")) return undefined;
  const type = name === "year" ? NUMBER : quantityOf(name === "age" ? "year" : "person");
  return { value: { kind: "attribute", name, span: phrase.span }, type, span: phrase.span, counts: true };
}

function reportOf(scope: Scope, phrase: Ast.Phrase, of: Ast.Words, meaning: Meaning | undefined): void {
  if (meaning === undefined) return reportNoValue(scope, phrase, meaning);
  const words = phraseText(phrase.words);
  const hint = "Only `attendance` and `absence` can be asked of a class, a year group, a group or the school.";
  scope.report(ruleMessages.cannotBeSaidOf({ words, of: phraseText(of), hint }, of.span));
}

function reportNoValue(scope: Scope, phrase: Ast.Phrase, meaning: Meaning | undefined): void {
  const words = phraseText(phrase.words);
  const { span } = phrase.words;
  if (meaning === undefined) {
    const { suggestion, fixes } = offer(scope, phrase.words, "value");
    return scope.report(
      nameMessages.unknownWords({ words, use: "it cannot be measured", suggestion }, span, { fixes }),
    );
  }
  if (meaning.kind === "several") return reportSeveral(scope, words, meaning, span);
  if (meaning.kind === "strange-object") return reportStrangeObject(scope, meaning.object, phrase.words);
  const counted = meaning.kind === "session-phrase" || meaning.kind === "unit";
  const fixes = counted
    ? [{ title: `write count of ${words}`, edits: [{ span: { ...span, to: span.from }, text: "count of " }] }]
    : [];
  const hint = counted
    ? `Write \`count of ${words}\`.`
    : "Set a figure here: a rate, a count, a measure or a parameter.";
  scope.report(ruleMessages.notAValue({ words, what: describeMeaning(meaning), hint }, span, { fixes }));
}
