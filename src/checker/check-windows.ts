// Windows of time: `this year`, `last 3 years`, `in 10 school weeks`, `since letter sent` → the same with units and events known (S14).
// A window is never supplied where the author gave none; that is an error, with the windows to choose from.

import type { Fix } from "../diagnostics/diagnostic.ts";
import { pointSpan } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { unitWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import { checkEvent } from "./check-events.ts";
import { namedLength } from "./check-lengths.ts";
import { unitMessages } from "./diagnostics.ts";
import { readWhole } from "./literals.ts";
import type * as Model from "./model.ts";
import { holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkPeriod, checkUnit, phraseText } from "./units.ts";

export function checkWindow(scope: Scope, window: Ast.Window): Model.Window | undefined {
  switch (window.kind) {
    case "this": {
      const period = checkPeriod(scope, window.period);
      return period === undefined ? undefined : { kind: "this", period };
    }
    case "previous":
      return checkPrevious(scope, window);
    case "last":
      return checkLast(scope, window.length);
    case "in":
      return checkIn(scope, window);
    case "since": {
      const start = checkEvent(scope, window.start);
      return start === undefined ? undefined : { kind: "since", start };
    }
    case "between": {
      const start = checkEvent(scope, window.start);
      const end = checkEvent(scope, window.end);
      return start === undefined || end === undefined ? undefined : { kind: "between", start, end };
    }
    case "over": {
      const what = `over what time to count in ${scope.subject.words}`;
      return { kind: "hole", name: holeAt(scope, "window", what, window.hole.span) };
    }
    case "ever":
      return { kind: "ever" };
    case "today":
      return { kind: "this", period: "day" };
    default:
      return assertNever(window);
  }
}

const windowUnits: ReadonlySet<Unit> = new Set<Unit>([
  "session",
  "school-day",
  "working-day",
  "calendar-day",
  "school-week",
  "week",
  "month",
  "half-term",
  "term",
  "school-year",
  "year",
]);

const windowHint = "A window is counted in sessions, days, weeks, months, half-terms, terms or years.";

function checkLast(scope: Scope, length: Ast.Length): Model.Window | undefined {
  if (length.kind === "name") {
    const isFit = (unit: Unit): boolean => windowUnits.has(unit);
    const named = namedLength(scope, length, { wanted: "a window of time is wanted", isFit, hint: windowHint });
    return named === undefined ? undefined : { kind: "last-of", ...named };
  }
  const unit = checkUnit(scope, length.unit);
  const n = readWhole(scope, length.digits, "windows of time", length.span);
  if (unit === undefined || n === undefined) return undefined;
  if (windowUnits.has(unit)) return { kind: "last", n, unit };
  const words = unitWords(unit, 2);
  scope.report(
    unitMessages.unitDoesNotFit(
      { unit: `\`${words}\``, use: "a window of time is wanted", hint: windowHint },
      length.span,
    ),
  );
  return undefined;
}

/** `in 10 school weeks` is a meaning of its own; of any other unit the author means `last`. */
function checkIn(scope: Scope, window: Extract<Ast.Window, { kind: "in" }>): Model.Window | undefined {
  const { length, span } = window;
  if (length.kind === "name") {
    const hint = "For anything else write `last`.";
    const isFit = (unit: Unit): boolean => unit === "school-week";
    const wanted = "`in` counts school weeks, this one and those before it";
    const named = namedLength(scope, length, { wanted, isFit, hint });
    return named === undefined ? undefined : { kind: "last-of", ...named };
  }
  const unit = checkUnit(scope, length.unit);
  const n = readWhole(scope, length.digits, "school weeks", length.span);
  if (unit === undefined || n === undefined) return undefined;
  if (unit === "school-week") return { kind: "school-weeks", n };
  const words = phraseText(length.unit);
  const fix: Fix = {
    title: `write last ${length.digits} ${words}`,
    edits: [{ span: { ...span, to: length.span.from }, text: "last " }],
  };
  const hint = `Write \`last ${length.digits} ${words}\`.`;
  const use = "`in` counts school weeks, this one and those before it";
  scope.report(unitMessages.unitDoesNotFit({ unit: `\`${words}\``, use, hint }, length.span, { fixes: [fix] }));
  return undefined;
}

function checkPrevious(scope: Scope, { period, span }: Extract<Ast.Window, { kind: "previous" }>) {
  const checked = checkPeriod(scope, period);
  if (checked !== "day") return checked === undefined ? undefined : ({ kind: "previous", period: checked } as const);
  const use = "what lies before is a week, a half-term, a term or a year";
  const hint = "Write `last 2 school days`, which includes today, or a longer period.";
  scope.report(unitMessages.unitDoesNotFit({ unit: `\`previous ${phraseText(period)}\``, use, hint }, span));
  return undefined;
}

const usualWindows = ["this year", "this term", "this half-term", "in 10 school weeks", "ever"] as const;

/** Says that a measure needs a window (S14), and offers the usual ones right after its words. */
export function reportNoWindow(scope: Scope, words: Ast.Words): void {
  const place = pointSpan(words.span.source, words.span.to);
  const fixes = usualWindows.map((window) => ({
    title: `say ${window}`,
    edits: [{ span: place, text: ` ${window}` }],
  }));
  scope.report(unitMessages.windowMissing({ words: phraseText(words) }, words.span, { fixes }));
}
