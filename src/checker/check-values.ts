// Operands as written → values with their units: literals, counts, rates, measures, parameters, fields.
// What is counted over time must say over which time (S14); nothing gets a window that its author did not give it.

import { spanText } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCount } from "./check-counts.ts";
import { checkEvent } from "./check-events.ts";
import type { Unsaid } from "./check-moments.ts";
import { checkPopulation } from "./check-population.ts";
import { checkWindow, reportNoWindow } from "./check-windows.ts";
import { nameMessages, ruleMessages, unitMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { checkLiteral } from "./literals.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { ValueName } from "./names.ts";
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

type NamedMeaning = Extract<Meaning, { kind: "named" }>;

function checkNamedValue(scope: Scope, phrase: Ast.Phrase, meaning: NamedMeaning): Typed | undefined | "no-value" {
  const { span } = phrase;
  const { declared } = meaning;
  const { names } = scope;
  switch (meaning.sort) {
    case "measure":
      return checkMeasureUse(scope, phrase, names.measures.get(declared.name));
    case "parameter": {
      if (!mayHaveNoTime(scope, phrase, "a parameter is one value for all")) return undefined;
      const type = names.parameters.get(declared.name)?.type();
      const value = { kind: "parameter", name: declared.name, type: type ?? { kind: "text" }, span } as const;
      return { value, type, span, counts: false, declared };
    }
    case "field": {
      if (!mayHaveNoTime(scope, phrase, "it is what the record says")) return undefined;
      const type = { kind: names.fields.get(declared.name)?.type ?? "text" } as const;
      return {
        value: { kind: "field", field: declared.name, type, span },
        type,
        span,
        counts: type.kind === "number",
        declared,
      };
    }
    case "bands":
      return checkWorth(scope, phrase, declared.name);
    case "status":
    case "flag":
    case "group":
    case "decision":
    case "reason":
    case "channel":
    case "service":
    case "role":
    case "document":
    case "procedure":
    case "duty":
      return "no-value";
    default:
      return assertNever(meaning.sort);
  }
}

function checkMeasureUse(scope: Scope, phrase: Ast.Phrase, measure: ValueName | undefined): Typed | undefined {
  if (measure === undefined) return undefined;
  const at = phrase.at === undefined ? undefined : checkEvent(scope, phrase.at);
  if (phrase.at !== undefined && at === undefined) return undefined;
  if (!mayHaveNoWindow(scope, phrase, "a measure has its own window, where it is declared")) return undefined;
  const type = measure.type();
  const { span } = phrase;
  const value = { kind: "measure", name: measure.name, type: type ?? NUMBER, span } as const;
  return { value: at === undefined ? value : { ...value, at }, type, span, counts: false, declared: measure };
}

function checkWorth(scope: Scope, phrase: Ast.Phrase, name: string): Typed | undefined {
  if (!mayHaveNoTime(scope, phrase, "a table of bands has its own window, where it is declared")) return undefined;
  const bands = scope.names.bands.get(name);
  const type = bands?.worth();
  const { span } = phrase;
  if (bands === undefined || type === undefined) {
    scope.report(ruleMessages.nothingToBeWorth({ name }, span));
    return undefined;
  }
  return { value: { kind: "worth", bands: name, type, span }, type, span, counts: false, declared: bands };
}

/** False, and reported, where a window or `at` is said of what has no course in time. */
export function mayHaveNoTime(scope: Scope, phrase: Ast.Phrase, why: string): boolean {
  if (phrase.at === undefined) return mayHaveNoWindow(scope, phrase, why);
  const words = phraseText(phrase.words);
  const hint = "Take away what follows it.";
  scope.report(
    unitMessages.windowDoesNotFit({ window: `at ${spanText(phrase.at.span)}`, words, why, hint }, phrase.at.span),
  );
  return false;
}

function mayHaveNoWindow(scope: Scope, phrase: Ast.Phrase, why: string): boolean {
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
