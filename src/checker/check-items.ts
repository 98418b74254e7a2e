// What a step holds: sentences, waits, branches and repeats → the same, checked. Readings are already resolved to the chosen one.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkLength, checkRepetition } from "./check-lengths.ts";
import { checkEventWords } from "./check-events.ts";
import { checkSentence } from "./check-sentences.ts";
import { ruleMessages } from "./diagnostics.ts";
import { readWhole } from "./literals.ts";
import type * as Model from "./model.ts";
import { chosenIn, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkPeriod, phraseText } from "./units.ts";

export function checkItems(scope: Scope, items: readonly Ast.Item[]): readonly Model.Item[] {
  return chosenIn(scope, items)
    .map((item) => checkItem(scope, item))
    .filter((item) => item !== undefined);
}

function checkItem(scope: Scope, item: Exclude<Ast.Item, { readonly kind: "readings" }>): Model.Item | undefined {
  switch (item.kind) {
    case "sentence":
      return checkSentence(scope, item);
    case "wait": {
      const length = checkLength(scope, item.length, "wait", `how long to wait in ${scope.subject.words}`);
      return length === undefined ? undefined : { kind: "wait", ...length, origin: originOf(scope, item) };
    }
    case "branch":
      return checkBranch(scope, item);
    case "repeat":
      return checkRepeat(scope, item);
    default:
      return assertNever(item);
  }
}

function checkBranch(scope: Scope, branch: Ast.Branch): Model.Item | undefined {
  const condition = checkCondition(scope, branch.condition);
  const then = checkItems(scope, branch.then);
  const otherwise = checkItems(scope, branch.otherwise);
  if (condition === undefined) return undefined;
  return { kind: "branch", condition, then, otherwise, origin: originOf(scope, branch) };
}

type RepeatItem = Extract<Model.Item, { kind: "repeat" }>;

function checkRepeat(scope: Scope, repeat: Ast.Repeat): Model.Item | undefined {
  const cadence = checkCadence(scope, repeat.cadence);
  const cap = repeat.cap === undefined ? undefined : checkCap(scope, repeat.cap);
  const body = checkItems(scope, repeat.body);
  if (cadence === undefined || (repeat.cap !== undefined && cap === undefined)) return undefined;
  return { kind: "repeat", cadence, ...(cap === undefined ? {} : { cap }), body, origin: originOf(scope, repeat) };
}

function checkCadence(scope: Scope, cadence: Ast.Repeat["cadence"]): RepeatItem["cadence"] | undefined {
  switch (cadence.kind) {
    case "each-time": {
      const event = checkEventWords(scope, cadence.event);
      return event === undefined ? undefined : { kind: "each-time", event };
    }
    case "each-day-of":
      return checkEachDay(scope, cadence);
    case "every": {
      const length = checkRepetition(scope, cadence.length, "cadence", `how often to repeat in ${scope.subject.words}`);
      const until = checkCondition(scope, cadence.until);
      return length === undefined || until === undefined ? undefined : { kind: "every", ...length, until };
    }
    default:
      return assertNever(cadence);
  }
}

/** The days are those of the thing the procedure lives on. */
function checkEachDay(
  scope: Scope,
  { unit, of }: Extract<Ast.Repeat["cadence"], { kind: "each-day-of" }>,
): RepeatItem["cadence"] | undefined {
  const anchor = anchorWord(scope.anchor);
  const words = phraseText(unit);
  if (words === "school day" && of.text === anchor) return { kind: "each-school-day" };
  const span = { ...unit.span, to: of.span.to };
  const fixes = [{ title: `write school day of ${anchor}`, edits: [{ span, text: `school day of ${anchor}` }] }];
  scope.report(ruleMessages.repeatNotSchoolDay({ unit: `${words} of ${of.text}`, anchor }, span, { fixes }));
  return undefined;
}

function anchorWord(anchor: Model.Anchor | undefined): string {
  if (anchor === undefined) return "absence";
  if (anchor.kind === "period") return anchor.unit === "school-year" ? "year" : anchor.unit;
  return anchor.kind === "act" ? anchor.act : anchor.kind;
}

function checkCap(scope: Scope, cap: NonNullable<Ast.Repeat["cap"]>): RepeatItem["cap"] | undefined {
  const times = readWhole(scope, cap.times, "times", cap.per.span);
  const per = checkPeriod(scope, cap.per);
  return times === undefined || per === undefined ? undefined : { times, per };
}
