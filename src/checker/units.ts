// Unit words → units: `school weeks`. Refuses a bare `day`, and offers each of the days it could mean (S3).

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { isCountingUnit } from "../school/counting.ts";
import { isPlannedPeriod } from "../school/periods.ts";
import type { PeriodUnit } from "./model.ts";
import type * as Ast from "../syntax/ast.ts";
import { allUnits, unitFamily, unitFromWords, unitWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import { unitMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes } from "./unknown-names.ts";

export function checkUnit(scope: Scope, words: Ast.Words): Unit | undefined {
  const text = phraseText(words);
  const reading = unitFromWords(text);
  if (reading?.kind === "unit") return reading.unit;
  if (reading?.kind === "bare-day") reportBareDay(scope, words);
  else reportUnknownUnit(scope, words, everyUnit, "units");
  return undefined;
}

/** S3: which days is a question of meaning, so each of them is offered and none assumed. */
export function reportBareDay(scope: Scope, words: Ast.Words): void {
  const text = phraseText(words);
  const fixes: readonly Fix[] = plainDays.map((which) => ({
    title: `say ${which} ${text}`,
    edits: [{ span: { ...words.span, to: words.span.from }, text: `${which} ` }],
  }));
  scope.report(unitMessages.bareDay({ words: text }, words.span, { fixes }));
}

function reportUnknownUnit(scope: Scope, words: Ast.Words, candidates: readonly string[], what: string): void {
  const text = phraseText(words);
  const suggestion = suggestName(text, candidates, what);
  const fixes = replaceFixes(words.span, text, candidates);
  scope.report(unitMessages.unknownUnit({ words: text, suggestion }, words.span, { fixes }));
}

const everyUnit = allUnits.flatMap((unit) => [unitWords(unit, 1), unitWords(unit, 2)]);

const plainDays = ["school", "working", "calendar"] as const;

/** A unit in which days, weeks and hours can be counted off from a moment (S4). */
export function isCountable(unit: Unit): boolean {
  return isCountingUnit(unit) || isPlannedPeriod(unit) || unitFamily(unit) === "clock";
}

/** A unit that can be counted off on the clock or the calendar; `use` completes "… cannot stand here:". */
export function checkCountingUnit(scope: Scope, words: Ast.Words, use: string): Unit | undefined {
  const unit = checkUnit(scope, words);
  if (unit === undefined || isCountable(unit)) return unit;
  const hint =
    "Count in school days, working days, calendar days, weeks, school weeks, months, half-terms, terms, years, hours or minutes.";
  scope.report(unitMessages.unitDoesNotFit({ unit: capitalised(unitWords(unit, 2)), use, hint }, words.span));
  return undefined;
}

const periods: ReadonlyMap<string, PeriodUnit> = new Map<string, PeriodUnit>([
  ["day", "day"],
  ["school day", "day"],
  ["week", "week"],
  ["school week", "week"],
  ["half-term", "half-term"],
  ["half term", "half-term"],
  ["term", "term"],
  ["year", "school-year"],
  ["school year", "school-year"],
  ["school-year", "school-year"],
]);

export function periodFromWords(words: string): PeriodUnit | undefined {
  return periods.get(words);
}

/** A stretch of the school calendar: week, half-term, term or year; `day` where a cadence or cap allows it. */
export function checkPeriod(scope: Scope, words: Ast.Words): PeriodUnit | undefined {
  const period = periodFromWords(phraseText(words));
  if (period === undefined) reportUnknownUnit(scope, words, ["week", "half-term", "term", "year"], "periods");
  return period;
}

/** The words with one space between them, whatever the author typed. */
export function phraseText(words: Ast.Words): string {
  return partsOf(words).join(" ");
}

/** Single words: `school days` is one token of the language, and two words here. */
export function partsOf(words: Ast.Words): readonly string[] {
  return words.words.flatMap(({ text }) => (/\s/.test(text) ? text.split(/\s+/) : text));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
