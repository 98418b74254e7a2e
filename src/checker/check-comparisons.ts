// `attendance this year below 95%`, `absence reported before 09:30` → values, or moments, set against each other.
// The two sides must be of one unit (S2): nothing is converted, and a mismatch says why each side is what it is.

import { edgeWords } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { checkEdge } from "./check-edges.ts";
import { checkArrivedAt, checkDoneAt, checkMoments, dateAsPhrase } from "./check-moment-comparisons.ts";
import type { Unsaid } from "./check-moments.ts";
import { checkValue } from "./check-values.ts";
import { asOperand, edgeIn, shortText } from "./compare-parts.ts";
import type { Compare } from "./compare-parts.ts";
import { ruleMessages } from "./diagnostics.ts";
import { matchTypes } from "./match-types.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { reportStrangeObject } from "./suggestions.ts";
import { partsOf, phraseText } from "./units.ts";

export function checkComparison(scope: Scope, compare: Compare): Model.Condition | undefined {
  const { left } = compare;
  if (left.kind === "phrase" && left.of === undefined) {
    const meaning = findMeaning(scope, partsOf(left.words));
    if (meaning?.kind === "act") return checkDoneAt(scope, compare, left, meaning);
    if (meaning?.kind === "strange-object") {
      reportStrangeObject(scope, meaning.object, left.words);
      return undefined;
    }
    if (meaning?.kind === "arrived") return checkArrivedAt(scope, compare, left);
    if (isMoment(scope, meaning, compare.right)) return checkMoments(scope, compare, left);
  }
  if (left.kind === "date" || left.kind === "date-time") return checkMoments(scope, compare, dateAsPhrase(left));
  return checkValues(scope, compare);
}

/** Steps, the start, today and dates are moments; a date on record is set against a parameter as a date against a date. */
function isMoment(scope: Scope, meaning: Meaning | undefined, right: Compare["right"]): boolean {
  if (meaning?.kind === "step" || meaning?.kind === "shared-step") return true;
  if (meaning?.kind === "start" || meaning?.kind === "today") return true;
  if (meaning?.kind !== "named" || meaning.sort !== "field") return false;
  if (scope.names.fields.get(meaning.declared.name)?.type !== "date") return false;
  const operand = asOperand(right);
  return !(operand?.kind === "phrase" && scope.names.parameters.has(phraseText(operand.words)));
}

function checkValues(scope: Scope, compare: Compare): Model.Condition | undefined {
  const { edge, span } = compare;
  const left = checkValue(scope, compare.left, unsaidBeside(scope, compare.right, edge));
  const operand = asOperand(compare.right);
  const right =
    operand === undefined
      ? reportNoFigure(scope, compare.right)
      : checkValue(scope, operand, unsaidBeside(scope, compare.left, edge));
  if (left === undefined || right === undefined) return undefined;
  if (!checkEdge(scope, edgeIn(compare), left.type ?? right.type)) return undefined;
  const matched = matchTypes(scope, left, right);
  return matched === undefined ? undefined : { kind: "compare", left: matched.left, edge, right: matched.right, span };
}

function unsaidBeside(scope: Scope, other: Compare["right"], edge: Edge): Unsaid {
  const what = `the limit for \`${shortText(other)} ${edgeWords(edge)}\` in ${scope.subject.words}`;
  return { part: "limit", what };
}

function reportNoFigure(scope: Scope, moment: Compare["right"]): undefined {
  const hint = "Set a figure against a figure, and a moment against a moment.";
  scope.report(ruleMessages.notAValue({ words: shortText(moment), what: "a moment", hint }, moment.span));
  return undefined;
}
