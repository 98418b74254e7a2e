// Concrete tree → conditions. The edge decides whether what follows is a moment or a value: `by 10:00`, `at least 10 sessions`.

import type { Edge } from "../units/edge.ts";
import { edgeFromWords } from "../units/edge.ts";
import { joinSpans } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import type * as Ast from "./ast.ts";
import type { Building } from "./build-context.ts";
import { buildText, maybe, nodeSpan, one, refuse, tokenSpan } from "./build-context.ts";
import {
  buildCalendarMoment,
  buildCount,
  buildCounted,
  buildLiteral,
  buildName,
  buildNames,
  buildOperand,
  buildPhrase,
  buildUnspecified,
  buildWords,
} from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";

export function buildCondition(building: Building, condition: Cst.Condition): Ast.Condition {
  const parts = condition.children.test.map((test) => buildTest(building, test));
  const [first] = parts;
  if (first === undefined) throw new Bug("A condition has at least one test");
  if (parts.length === 1) return first;
  const ands = condition.children.And ?? [];
  const ors = condition.children.Or ?? [];
  const span = nodeSpan(building, condition);
  const [and] = ands;
  const [or] = ors;
  if (and !== undefined && or !== undefined) {
    const labels = [
      { span: tokenSpan(building, and), text: "here both must hold" },
      { span: tokenSpan(building, or), text: "here one is enough" },
    ];
    refuse(building, messages.mixedAndOr({}, span, { labels }));
  }
  return { kind: or === undefined ? "and" : "or", parts, span };
}

function buildTest(building: Building, test: Cst.Test): Ast.Condition {
  const { negation, group, someOf, judgement, during, comparison } = test.children;
  const span = nodeSpan(building, test);
  if (negation !== undefined) return { kind: "not", part: buildTest(building, one(one(negation).children.test)), span };
  if (group !== undefined)
    return { kind: "group", part: buildCondition(building, one(one(group).children.condition)), span };
  if (someOf !== undefined) return buildSomeOf(building, one(someOf));
  if (judgement !== undefined) return buildJudgement(building, one(judgement));
  if (during !== undefined) return buildDuring(building, one(during));
  return buildComparison(building, one(comparison));
}

function buildSomeOf(building: Building, someOf: Cst.SomeOf): Ast.Condition {
  const { AllOf, AnyOf, Number: count, condition } = someOf.children;
  const parts = condition.map((part) => buildCondition(building, part));
  const span = nodeSpan(building, someOf);
  if (AllOf !== undefined) return { kind: "some-of", quantifier: "all", parts, span };
  if (AnyOf !== undefined) return { kind: "some-of", quantifier: "any", parts, span };
  const token = one(count);
  return { kind: "some-of", quantifier: wholeNumber(building, token.image, tokenSpan(building, token)), parts, span };
}

/** A number of people or conditions: whole, and no larger than a school. */
export function wholeNumber(building: Building, digits: string, span: Ast.Name["span"]): number {
  if (/^\d{1,6}$/.test(digits)) return Number(digits);
  refuse(building, messages.notAWholeNumber({ digits }, span));
  return 1;
}

function buildDuring(building: Building, during: Cst.During): Ast.Condition {
  return { kind: "during", act: buildWords(building, one(during.children.words)), span: nodeSpan(building, during) };
}

function buildJudgement(building: Building, judgement: Cst.Judgement): Ast.Condition {
  const { Text, name, names } = judgement.children;
  return {
    kind: "judged",
    question: Text === undefined ? buildName(building, one(name)) : buildText(building, one(Text)),
    by: buildNames(building, maybe(names)),
    span: nodeSpan(building, judgement),
  };
}

function buildComparison(building: Building, comparison: Cst.Comparison): Ast.Condition {
  const { operand, Is, Not, words, Edge: edge, limit } = comparison.children;
  const left = buildOperand(building, one(operand));
  const span = nodeSpan(building, comparison);
  if (edge !== undefined) {
    const edgeWords = edgeFromWords(one(edge).image);
    if (edgeWords === undefined) throw new Bug(`No edge is called ${one(edge).image}`);
    const edgeSpan = tokenSpan(building, one(edge));
    return {
      kind: "compare",
      left,
      edge: edgeWords,
      edgeSpan,
      right: buildLimit(building, edgeWords, one(limit)),
      span,
    };
  }
  const phrase = asPhrase(building, left);
  if (Is === undefined) return { kind: "holds", phrase, span };
  return { kind: "is", subject: phrase, not: Not !== undefined, value: buildWords(building, one(words)), span };
}

/** Only something that may hold or not, or be this or that, can stand alone or before `is`. */
function asPhrase(building: Building, operand: Ast.Operand): Ast.Phrase {
  if (operand.kind === "phrase") return operand;
  refuse(building, messages.notACondition({}, operand.span));
  return { kind: "phrase", words: { kind: "words", words: [], span: operand.span }, span: operand.span };
}

// ---------------------------------------------------------------- what a value is held against

const momentEdges: ReadonlySet<Edge> = new Set(["before", "after", "by", "from", "until"]);

function buildLimit(building: Building, edge: Edge, limit: Cst.Limit): Ast.Operand | Ast.Moment {
  const { calendarMoment, literal, countedFrom, Unspecified, namedMoment, count, phrase } = limit.children;
  if (calendarMoment !== undefined) return buildCalendarMoment(building, one(calendarMoment));
  if (Unspecified !== undefined) return buildUnspecified(building, one(Unspecified));
  if (namedMoment !== undefined) {
    const { name, countedFrom: start } = one(namedMoment).children;
    return buildCounted(building, buildName(building, one(name)), one(start));
  }
  if (count !== undefined) return buildCount(building, one(count));
  if (phrase !== undefined) return asMoment(edge, buildPhrase(building, one(phrase)));
  const value = buildLiteral(building, one(literal));
  const from = maybe(countedFrom);
  if (from === undefined) return asMoment(edge, value);
  if (value.kind === "quantity") return buildCounted(building, value, from);
  refuse(building, messages.countedWithoutUnit({}, joinSpans(value.span, nodeSpan(building, from))));
  return value;
}

/** After `before`, `after`, `by`, `from` and `until` a plain name, day or time is a moment. */
function asMoment(edge: Edge, operand: Ast.Operand): Ast.Operand | Ast.Moment {
  if (!momentEdges.has(edge)) return operand;
  if (operand.kind === "date" || operand.kind === "date-time" || operand.kind === "time") {
    return { kind: "at", ref: operand, span: operand.span };
  }
  const plain = operand.kind === "phrase" && !operand.of && !operand.window && !operand.at;
  return plain ? { kind: "at", ref: operand.words, span: operand.span } : operand;
}

export function buildGuard(building: Building, guard: Cst.Guard | undefined): Ast.Sentence["guard"] {
  if (guard === undefined) return undefined;
  const { If, condition } = guard.children;
  return { sense: If === undefined ? "unless" : "if", condition: buildCondition(building, one(condition)) };
}
