// Counts as written: `count of unauthorised sessions in 10 school weeks`, `ordinal of issue-penalty-notice last 3 years` → values.
// Counts of the register need a window (S14); acts without one are counted within what the rule lives on.

import { assertNever } from "../support/assert-never.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Unit } from "../units/unit.ts";
import { checkCodes } from "./check-code-names.ts";
import { checkWindow, reportNoWindow } from "./check-windows.ts";
import { nameMessages, ruleMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { sessionPhrases } from "./session-words.ts";
import { offer, reportSeveral, reportStrangeObject } from "./suggestions.ts";
import type { Typed } from "./typed.ts";
import { reportBareDay, partsOf, phraseText } from "./units.ts";
import { NUMBER, PERCENT, quantityOf } from "./value-types.ts";
import { replaceFixes } from "./unknown-names.ts";

export function checkCount(scope: Scope, count: Ast.Count): Typed | undefined {
  const words = partsOf(count.what);
  const act = scope.names.acts.get(words.join(" "));
  const meaning: Meaning | undefined = act === undefined ? findMeaning(scope, words) : { kind: "act", act: act.name };
  if (meaning?.kind === "session-phrase") return checkSessionCount(scope, count, meaning);
  if (!mayHaveNoCodes(scope, count, meaning)) return undefined;
  if (meaning?.kind === "act") return checkActCount(scope, count, meaning);
  if (meaning?.kind === "unit" && count.how === "count") return checkElapsed(scope, count, meaning.unit);
  reportNoCount(scope, count, meaning);
  return undefined;
}

type SessionMeaning = Extract<Meaning, { kind: "session-phrase" }>;

function checkSessionCount(scope: Scope, count: Ast.Count, meaning: SessionMeaning): Typed | undefined {
  const window = neededWindow(scope, count);
  const of = { ...meaning.of, codes: checkCodes(scope, count.coded) };
  const { span } = count;
  const population: Model.Population = { kind: "pupil" };
  if (window === undefined) return undefined;
  switch (count.how) {
    case "count":
      if (meaning.counted === "days") return typed({ kind: "days", of, window, span }, quantityOf("school-day"));
      if (meaning.counted === "occasions")
        return typed({ kind: "occasions", of, window, span }, quantityOf("occasion"));
      return typed({ kind: "sessions", of, window, population, span }, quantityOf("session"));
    case "longest run":
    case "current run": {
      if (meaning.counted === "occasions") break;
      const unit = meaning.counted === "days" ? "school-day" : "session";
      return typed(
        { kind: "run", which: count.how === "longest run" ? "longest" : "current", of, unit, window, span },
        quantityOf(unit),
      );
    }
    case "share":
      if (meaning.counted !== "sessions") break;
      return typed({ kind: "rate", of, window, population, span }, PERCENT);
    case "sum":
    case "ordinal":
      break;
    default:
      return assertNever(count.how);
  }
  reportNoCount(scope, count, meaning);
  return undefined;
}

function checkActCount(scope: Scope, count: Ast.Count, meaning: Extract<Meaning, { kind: "act" }>): Typed | undefined {
  const { span } = count;
  const object = meaning.object === undefined ? {} : { object: meaning.object };
  if (count.how === "count") {
    const window = count.window === undefined ? undefined : checkWindow(scope, count.window);
    if (count.window !== undefined && window === undefined) return undefined;
    const value = { kind: "acts", act: meaning.act, ...object, span } as const;
    return typed(window === undefined ? value : { ...value, window }, quantityOf("occasion"));
  }
  if (count.how === "ordinal" && meaning.object === undefined) {
    const window = neededWindow(scope, count);
    return window === undefined ? undefined : typed({ kind: "ordinal", act: meaning.act, window, span }, NUMBER);
  }
  reportNoCount(scope, count, meaning);
  return undefined;
}

/** `count of calendar days since letter sent`. */
function checkElapsed(scope: Scope, count: Ast.Count, unit: Unit): Typed | undefined {
  const window = neededWindow(scope, count);
  return window === undefined
    ? undefined
    : typed({ kind: "elapsed", unit, window, span: count.span }, quantityOf(unit));
}

function typed(value: Model.Value, type: Model.ValueType): Typed {
  return { value, type, span: value.span, counts: type.kind !== "percent" };
}

function neededWindow(scope: Scope, count: Ast.Count): Model.Window | undefined {
  if (count.window !== undefined) return checkWindow(scope, count.window);
  reportNoWindow(scope, { ...count.what, span: endingWith(count) });
  return undefined;
}

/** A window belongs after the codes, where there are any. */
function endingWith({ what, coded }: Ast.Count): Ast.Words["span"] {
  const last = coded.at(-1);
  return last === undefined ? what.span : { ...what.span, to: last.span.to };
}

function mayHaveNoCodes(scope: Scope, count: Ast.Count, meaning: Meaning | undefined): boolean {
  const [first] = count.coded;
  if (first === undefined || meaning === undefined) return true;
  const codes = count.coded.map((code) => code.text).join(", ");
  scope.report(ruleMessages.codesDoNotFit({ codes, what: phraseText(count.what) }, first.span));
  return false;
}

function reportNoCount(scope: Scope, count: Ast.Count, meaning: Meaning | undefined): void {
  const { what, how } = count;
  const words = phraseText(what);
  if (meaning === undefined) return reportUnknown(scope, what);
  if (meaning.kind === "strange-object") return reportStrangeObject(scope, meaning.object, what);
  if (meaning.kind === "several") return reportSeveral(scope, words, meaning, what.span);
  if (meaning.kind === "bare-day") return reportBareDay(scope, what);
  scope.report(ruleMessages.cannotBeCounted({ how, words, hint: countHint(count, meaning) }, what.span));
}

function reportUnknown(scope: Scope, what: Ast.Words): void {
  const words = phraseText(what);
  const last = what.words.at(-1)?.text;
  if (last === "sessions" || last === "days") return reportReasonCounted(scope, what, last);
  const candidates = [...sessionPhrases, ...scope.names.acts.keys(), ...scope.names.sayings.keys()];
  const suggestion = suggestName(words, candidates, "things to count");
  const fixes = replaceFixes(what.span, words, candidates);
  scope.report(nameMessages.unknownWords({ words, use: "it cannot be counted", suggestion }, what.span, { fixes }));
}

/** `illness days`: sessions are told apart by their codes, not by reasons. */
function reportReasonCounted(scope: Scope, what: Ast.Words, last: string): void {
  const words = phraseText(what);
  const { fixes } = offer(scope, what, "value");
  const suggestion = `Sessions are told apart by category and code: write \`absent ${last} coded I\`, with the codes you mean.`;
  scope.report(nameMessages.unknownWords({ words, use: "it cannot be counted", suggestion }, what.span, { fixes }));
}

function countHint({ how, what }: Ast.Count, meaning: Meaning): string {
  const words = phraseText(what);
  switch (how) {
    case "sum":
      return `Write \`count of ${words}\`: a count of days already adds up sessions.`;
    case "ordinal":
      return "Ask for the ordinal of an act, such as `ordinal of issue-penalty-notice last 3 years`.";
    case "share":
      return "Ask for the share of sessions, such as `share of late sessions this term`.";
    case "longest run":
    case "current run":
      return `Ask for the ${how} of sessions or days, such as \`${how} of absent sessions this term\`.`;
    case "count":
      if (meaning.kind === "rate") return `\`${words}\` is already a figure: leave \`count of\` away.`;
      return `It is ${describeMeaning(meaning)}. Count sessions, days, absences, acts, or units of time since an event.`;
    default:
      return assertNever(how);
  }
}
