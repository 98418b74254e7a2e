// `absence reported before 09:30`, `first-day after 2026-09-01`, `letter done by end of term` → moments set against each other.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { edgeWords } from "../units/edge.ts";
import { checkMomentEdge } from "./check-edges.ts";
import { checkAt, checkMoment } from "./check-moments.ts";
import { checkWindow } from "./check-windows.ts";
import { edgeIn, shortText } from "./compare-parts.ts";
import type { Compare } from "./compare-parts.ts";
import { ruleMessages } from "./diagnostics.ts";
import type { Meaning } from "./meanings.ts";
import type * as Model from "./model.ts";
import { mayHaveNoTime } from "./no-time.ts";
import type { Scope } from "./scope.ts";

/** An act on record, on one side of a moment. */
export function checkDoneAt(
  scope: Scope,
  compare: Compare,
  left: Ast.Phrase,
  { act, object }: Extract<Meaning, { kind: "act" }>,
): Model.Condition | undefined {
  if (left.at !== undefined && !mayHaveNoTime(scope, left, "an act has a moment of its own")) return undefined;
  const window = left.window === undefined ? undefined : checkWindow(scope, left.window);
  const moment = rightMoment(scope, compare);
  if (!checkMomentEdge(scope, edgeIn(compare)) || moment === undefined) return undefined;
  const { edge, span } = compare;
  const done = { kind: "done", act, edge, moment, span, ...(object === undefined ? {} : { object }) } as const;
  return window === undefined ? done : { ...done, window };
}

export function checkArrivedAt(scope: Scope, compare: Compare, left: Ast.Phrase): Model.Condition | undefined {
  if (!mayHaveNoTime(scope, left, "it is asked of today")) return undefined;
  const moment = rightMoment(scope, compare);
  if (!checkMomentEdge(scope, edgeIn(compare)) || moment === undefined) return undefined;
  return { kind: "arrived", edge: compare.edge, moment, span: compare.span };
}

type DatePhrase = Ast.Phrase | Extract<Ast.Moment, { kind: "at" }>;

export function dateAsPhrase(date: Extract<Ast.Literal, { kind: "date" | "date-time" }>): DatePhrase {
  return { kind: "at", ref: date, span: date.span };
}

/** A moment against a moment. */
export function checkMoments(scope: Scope, compare: Compare, left: DatePhrase): Model.Condition | undefined {
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
