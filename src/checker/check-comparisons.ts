// `attendance this year below 95%`, `absence reported before 09:30` → values, or moments, set against each other.
// The two sides must be of one unit (S2): nothing is converted, and a mismatch says why each side is what it is.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { edgeWords } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { checkEdge, checkMomentEdge, edgeUse } from "./check-edges.ts";
import type { EdgeUse } from "./check-edges.ts";
import { checkAt, checkMoment } from "./check-moments.ts";
import type { Unsaid } from "./check-moments.ts";
import { checkValue, mayHaveNoTime } from "./check-values.ts";
import { checkWindow } from "./check-windows.ts";
import { ruleMessages } from "./diagnostics.ts";
import { findMeaning } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";
import { matchTypes } from "./match-types.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { reportStrangeObject } from "./suggestions.ts";
import { spanText } from "../source/text.ts";
import { partsOf, phraseText } from "./units.ts";

type Compare = Extract<Ast.Condition, { kind: "compare" }>;

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

/** Steps, the start and dates are moments; a date on record is set against a parameter as a date against a date. */
function isMoment(scope: Scope, meaning: Meaning | undefined, right: Compare["right"]): boolean {
  if (meaning?.kind === "step" || meaning?.kind === "shared-step" || meaning?.kind === "start") return true;
  if (meaning?.kind !== "named" || meaning.sort !== "field") return false;
  if (scope.names.fields.get(meaning.declared.name)?.type !== "date") return false;
  const operand = asOperand(right);
  return !(operand?.kind === "phrase" && scope.names.parameters.has(phraseText(operand.words)));
}

function checkDoneAt(
  scope: Scope,
  compare: Compare,
  left: Ast.Phrase,
  { act, object }: Extract<Meaning, { kind: "act" }>,
): Model.Condition | undefined {
  const window = left.window === undefined ? undefined : checkWindow(scope, left.window);
  const moment = rightMoment(scope, compare);
  if (!checkMomentEdge(scope, edgeIn(compare)) || moment === undefined) return undefined;
  const { edge, span } = compare;
  const done = { kind: "done", act, edge, moment, span, ...(object === undefined ? {} : { object }) } as const;
  return window === undefined ? done : { ...done, window };
}

function checkArrivedAt(scope: Scope, compare: Compare, left: Ast.Phrase): Model.Condition | undefined {
  if (!mayHaveNoTime(scope, left, "it is asked of today")) return undefined;
  const moment = rightMoment(scope, compare);
  if (!checkMomentEdge(scope, edgeIn(compare)) || moment === undefined) return undefined;
  return { kind: "arrived", edge: compare.edge, moment, span: compare.span };
}

type DatePhrase = Ast.Phrase | Extract<Ast.Moment, { kind: "at" }>;

function dateAsPhrase(date: Extract<Ast.Literal, { kind: "date" | "date-time" }>): DatePhrase {
  return { kind: "at", ref: date, span: date.span };
}

function checkMoments(scope: Scope, compare: Compare, left: DatePhrase): Model.Condition | undefined {
  if (left.kind === "phrase" && !mayHaveNoTime(scope, left, "it is a moment already")) return undefined;
  const first = checkAt(scope, left.kind === "at" ? left.ref : left.words);
  const right = rightMoment(scope, compare);
  if (!checkMomentEdge(scope, edgeIn(compare)) || first === undefined || right === undefined) return undefined;
  return { kind: "moments", left: first, edge: compare.edge, right, span: compare.span };
}

function rightMoment(scope: Scope, compare: Compare): Model.MomentExpression | undefined {
  const { right } = compare;
  const what = `the moment for \`${shortText(compare.left)} ${edgeWords(compare.edge)}\` in ${scope.subject.words}`;
  switch (right.kind) {
    case "time":
    case "date":
    case "date-time":
      return checkAt(scope, right);
    case "phrase":
      return phraseMoment(scope, right);
    case "quantity":
    case "number":
    case "percent":
    case "money":
    case "text":
    case "count":
      return reportNoMoment(scope, right);
    case "unspecified":
    case "at":
    case "end-of-day":
    case "next":
    case "day-of":
    case "counted":
    case "choice":
    case "bound":
      return checkMoment(scope, right, { part: "moment", what });
    default:
      return assertNever(right);
  }
}

function phraseMoment(scope: Scope, phrase: Ast.Phrase): Model.MomentExpression | undefined {
  if (phrase.of !== undefined) return reportNoMoment(scope, phrase);
  if (!mayHaveNoTime(scope, phrase, "it is a moment already")) return undefined;
  return checkAt(scope, phrase.words);
}

function reportNoMoment(scope: Scope, operand: Ast.Operand): undefined {
  const hint = "Set it against a time (`09:30`), a date, or something that happened (`letter sent`).";
  scope.report(ruleMessages.notAMoment({ words: shortText(operand), what: "a figure", hint }, operand.span));
  return undefined;
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

function edgeIn({ edge, edgeSpan, left, right }: Compare): EdgeUse {
  return edgeUse(edge, edgeSpan, right.span, shortText(left));
}

function unsaidBeside(scope: Scope, other: Compare["right"], edge: Edge): Unsaid {
  const what = `the limit for \`${shortText(other)} ${edgeWords(edge)}\` in ${scope.subject.words}`;
  return { part: "limit", what };
}

/** A moment that is only words, a time or a date may be a value too: `reviewed-on after previous-review`. */
function asOperand(right: Compare["right"]): Ast.Operand | undefined {
  switch (right.kind) {
    case "at":
      return right.ref.kind === "words" ? { kind: "phrase", words: right.ref, span: right.span } : right.ref;
    case "end-of-day":
    case "next":
    case "day-of":
    case "counted":
    case "choice":
    case "bound":
      return undefined;
    case "quantity":
    case "number":
    case "percent":
    case "money":
    case "time":
    case "date":
    case "date-time":
    case "text":
    case "count":
    case "phrase":
    case "unspecified":
      return right;
    default:
      return assertNever(right);
  }
}

function reportNoFigure(scope: Scope, moment: Compare["right"]): undefined {
  const hint = "Set a figure against a figure, and a moment against a moment.";
  scope.report(ruleMessages.notAValue({ words: shortText(moment), what: "a moment", hint }, moment.span));
  return undefined;
}

function shortText(node: { readonly span: Ast.Words["span"] }): string {
  return spanText(node.span).replaceAll(/\s+/g, " ");
}
