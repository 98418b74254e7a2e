// Concrete tree → names, values, windows and moments.

import type { IToken } from "chevrotain";
import { joinSpans } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import type { Building } from "./build-context.ts";
import { buildCode, buildText, maybe, nodeSpan, one, tokenSpan } from "./build-context.ts";
import type * as Cst from "./cst.ts";

export type DateLiteral = Extract<Ast.Literal, { kind: "date" }>;
export type DateTimeLiteral = Extract<Ast.Literal, { kind: "date-time" }>;
export type TimeLiteral = Extract<Ast.Literal, { kind: "time" }>;

// ---------------------------------------------------------------- names

export function buildName(building: Building, name: Cst.Name): Ast.Name {
  return nameOf(building, one(name.children.AnyName));
}

export function buildNames(building: Building, names: Cst.Names | Cst.PupilNames | undefined): readonly Ast.Name[] {
  return (names?.children.name ?? []).map((name) => buildName(building, name));
}

function nameOf(building: Building, token: IToken): Ast.Name {
  return { kind: "name", text: token.image, span: tokenSpan(building, token) };
}

export function buildCodes(building: Building, codes: Cst.Codes | undefined): readonly Ast.Code[] {
  return (codes?.children.RegisterCode ?? []).map((token) => buildCode(building, token));
}

export function buildWords(building: Building, words: Cst.Words): Ast.Words {
  const names = words.children.wordOfPhrase.flatMap(({ children }) =>
    namesIn(building, maybe(children.AnyName), maybe(children.Unit)),
  );
  return { kind: "words", words: names, span: nodeSpan(building, words) };
}

export function buildUnit(building: Building, unit: Cst.Unit): Ast.Words {
  const words = namesIn(building, maybe(unit.children.AnyName), maybe(unit.children.Unit));
  return { kind: "words", words, span: nodeSpan(building, unit) };
}

/** A unit of two words is one token, but its words are names like any others. */
function namesIn(building: Building, name: IToken | undefined, unit: IToken | undefined): readonly Ast.Name[] {
  if (name !== undefined) return [nameOf(building, name)];
  if (unit === undefined) throw new Bug("A word of a phrase is neither a name nor a unit");
  return [...unit.image.matchAll(/[^ \t\u00A0]+/g)].map(({ index, 0: text }) => {
    const from = unit.startOffset + index;
    return { kind: "name", text, span: building.span(from, from + text.length) };
  });
}

// ---------------------------------------------------------------- literals

export function buildQuantity(building: Building, quantity: Cst.Quantity): Ast.Quantity {
  const digits = one(quantity.children.Number).image;
  return {
    kind: "quantity",
    digits,
    unit: buildUnit(building, one(quantity.children.unit)),
    span: nodeSpan(building, quantity),
  };
}

/** As written, or the name of a parameter. */
export function buildExtent(building: Building, extent: Cst.Extent): Ast.Length {
  const { quantity, name } = extent.children;
  return quantity === undefined ? buildName(building, one(name)) : buildQuantity(building, one(quantity));
}

export function buildLiteral(building: Building, literal: Cst.Literal): Ast.Literal {
  const { measured, Percent, Money, ClockTime, CalendarDate, DateTime, Text } = literal.children;
  const span = nodeSpan(building, literal);
  if (measured !== undefined) return buildMeasured(building, one(measured));
  if (Percent !== undefined) return { kind: "percent", digits: one(Percent).image.slice(0, -1), span };
  if (Money !== undefined) return { kind: "money", digits: one(Money).image.slice(1).replaceAll(",", ""), span };
  if (ClockTime !== undefined) return buildTime(building, one(ClockTime));
  if (CalendarDate !== undefined) return buildDate(building, one(CalendarDate));
  if (DateTime !== undefined) return buildDateTime(building, one(DateTime));
  return buildText(building, one(Text));
}

function buildMeasured(building: Building, measured: Cst.Measured): Ast.Literal {
  const digits = one(measured.children.Number).image;
  const unit = maybe(measured.children.unit);
  const span = nodeSpan(building, measured);
  if (unit === undefined) return { kind: "number", digits, span };
  return { kind: "quantity", digits, unit: buildUnit(building, unit), span };
}

export function buildTime(building: Building, token: IToken): TimeLiteral {
  return { kind: "time", text: token.image, span: tokenSpan(building, token) };
}

export function buildDate(building: Building, token: IToken): DateLiteral {
  return { kind: "date", text: token.image, span: tokenSpan(building, token) };
}

/** Written with one space, however it was typed: `2026-09-01 09:30`. */
export function buildDateTime(building: Building, token: IToken): DateTimeLiteral {
  return { kind: "date-time", text: token.image.replace(/[ \tT]+/, " "), span: tokenSpan(building, token) };
}

export function buildUnspecified(building: Building, token: IToken): Ast.Unspecified {
  return { kind: "unspecified", span: tokenSpan(building, token) };
}

export function buildDateOrMoment(building: Building, at: Cst.DateOrMoment): DateLiteral | DateTimeLiteral {
  const date = maybe(at.children.CalendarDate);
  return date === undefined ? buildDateTime(building, one(at.children.DateTime)) : buildDate(building, date);
}

export function buildRef(building: Building, ref: Cst.Ref): Ast.Ref {
  const { words, CalendarDate, DateTime } = ref.children;
  if (words !== undefined) return buildWords(building, one(words));
  return CalendarDate === undefined ? buildDateTime(building, one(DateTime)) : buildDate(building, one(CalendarDate));
}

// ---------------------------------------------------------------- windows, counts, phrases

export function buildWindow(building: Building, window: Cst.Window): Ast.Window {
  const { periodWindow, lengthWindow, sinceWindow, betweenWindow, OverUnspecified, Ever } = window.children;
  const span = nodeSpan(building, window);
  if (periodWindow !== undefined) {
    const { This, unit } = one(periodWindow).children;
    return { kind: This === undefined ? "previous" : "this", period: buildUnit(building, one(unit)), span };
  }
  if (lengthWindow !== undefined) {
    const { Last, extent } = one(lengthWindow).children;
    return { kind: Last === undefined ? "in" : "last", length: buildExtent(building, one(extent)), span };
  }
  if (sinceWindow !== undefined)
    return { kind: "since", start: buildRef(building, one(one(sinceWindow).children.ref)), span };
  if (betweenWindow !== undefined) {
    const [start, end] = one(betweenWindow).children.ref;
    if (start === undefined || end === undefined) throw new Bug("A window between two moments has two");
    return { kind: "between", start: buildRef(building, start), end: buildRef(building, end), span };
  }
  if (OverUnspecified !== undefined) return { kind: "over", hole: { kind: "unspecified", span }, span };
  return { kind: Ever === undefined ? "today" : "ever", span };
}

const countWords: Readonly<Record<string, Ast.Count["how"]>> = {
  count: "count",
  sum: "sum",
  ordinal: "ordinal",
  share: "share",
};

export function buildCount(building: Building, count: Cst.Count): Ast.Count {
  const { CountWord, CurrentRunOf, words, codes, window } = count.children;
  const run = CurrentRunOf === undefined ? "longest run" : "current run";
  const how = CountWord === undefined ? run : countWords[one(CountWord).image];
  if (how === undefined) throw new Bug("A count counts, sums, ranks or shares");
  return withoutUndefined({
    kind: "count" as const,
    how,
    what: buildWords(building, one(words)),
    coded: buildCodes(building, maybe(codes)),
    window: window && buildWindow(building, one(window)),
    span: nodeSpan(building, count),
  });
}

export function buildPhrase(building: Building, phrase: Cst.Phrase): Ast.Phrase {
  const { words, whole, window, ref } = phrase.children;
  return withoutUndefined({
    kind: "phrase" as const,
    words: buildWords(building, one(words)),
    of: whole && buildWords(building, one(whole)),
    window: window && buildWindow(building, one(window)),
    at: ref && buildRef(building, one(ref)),
    span: nodeSpan(building, phrase),
  });
}

export function buildOperand(building: Building, operand: Cst.Operand): Ast.Operand {
  const { literal, Unspecified, Today, count, phrase } = operand.children;
  if (literal !== undefined) return buildLiteral(building, one(literal));
  if (Unspecified !== undefined) return buildUnspecified(building, one(Unspecified));
  if (Today !== undefined) return buildToday(building, one(Today));
  if (count !== undefined) return buildCount(building, one(count));
  return buildPhrase(building, one(phrase));
}

/** The day itself, where it is set against a date: `today before 2024-08-19`. */
function buildToday(building: Building, token: IToken): Ast.Phrase {
  const name = nameOf(building, token);
  const { span } = name;
  return { kind: "phrase", words: { kind: "words", words: [name], span }, span };
}

// ---------------------------------------------------------------- moments

export function buildMoment(building: Building, moment: Cst.Moment): Ast.Moment {
  const { calendarMoment, countedMoment, ClockTime, Unspecified, ref } = moment.children;
  if (calendarMoment !== undefined) return buildCalendarMoment(building, one(calendarMoment));
  if (countedMoment !== undefined) {
    const { extent, countedFrom } = one(countedMoment).children;
    return buildCounted(building, buildExtent(building, one(extent)), one(countedFrom));
  }
  if (Unspecified !== undefined) return buildUnspecified(building, one(Unspecified));
  const at = ClockTime === undefined ? buildRef(building, one(ref)) : buildTime(building, one(ClockTime));
  return { kind: "at", ref: at, span: at.span };
}

export function buildCalendarMoment(building: Building, moment: Cst.CalendarMoment): Ast.Moment {
  const { nextMoment, dayOfMoment, choiceMoment, boundMoment } = moment.children;
  const span = nodeSpan(building, moment);
  if (nextMoment !== undefined)
    return { kind: "next", unit: buildUnit(building, one(one(nextMoment).children.unit)), span };
  if (dayOfMoment !== undefined) {
    const { Number, ref } = one(dayOfMoment).children;
    return { kind: "day-of", number: one(Number).image, ref: buildRef(building, one(ref)), span };
  }
  if (choiceMoment !== undefined) return buildChoice(building, one(choiceMoment));
  return buildBound(building, one(boundMoment));
}

function buildBound(building: Building, bound: Cst.BoundMoment): Extract<Ast.Moment, { kind: "end-of-day" | "bound" }> {
  const { Start, words } = bound.children;
  const span = nodeSpan(building, bound);
  const of = buildWords(building, one(words));
  const isDay = Start === undefined && of.words.length === 1 && of.words[0]?.text === "day";
  return isDay ? { kind: "end-of-day", span } : { kind: "bound", which: Start ? "start" : "end", of, span };
}

function buildChoice(building: Building, choice: Cst.ChoiceMoment): Ast.Moment {
  const [first, second] = choice.children.moment;
  if (first === undefined || second === undefined) throw new Bug("A choice of moments is between two");
  return {
    kind: "choice",
    which: choice.children.TheEarlierOf === undefined ? "later" : "earlier",
    first: buildMoment(building, first),
    second: buildMoment(building, second),
    span: nodeSpan(building, choice),
  };
}

export function buildCounted(building: Building, length: Ast.Length, from: Cst.CountedFrom): Ast.Moment {
  const { After, Before, ref, boundMoment } = from.children;
  return {
    kind: "counted",
    length,
    direction: After !== undefined ? "after" : Before !== undefined ? "before" : "beginning with",
    ref: boundMoment === undefined ? buildRef(building, one(ref)) : buildBound(building, one(boundMoment)),
    span: joinSpans(length.span, nodeSpan(building, from)),
  };
}
