// Literals as the author wrote them → exact values with their units: `95.5%` is 955/1000, `£62.50` is 6250 pence.
// Every digit string is read whole or refused; nothing is rounded and nothing passes through floating point.

import { parseDay } from "../school/day.ts";
import { parseTime } from "../school/moment.ts";
import { whyNoSuchDay } from "../school/no-such-day.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { parsePercent } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { unitMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { checkUnit, phraseText } from "./units.ts";
import { NUMBER, PERCENT, quantityOf } from "./value-types.ts";

export type Constant = Extract<Model.Value, { kind: "constant" }>;

export function checkLiteral(scope: Scope, literal: Ast.Literal): Constant | undefined {
  const { span } = literal;
  switch (literal.kind) {
    case "quantity":
      return checkQuantity(scope, literal);
    case "number":
      return constant(readNumber(scope, literal.digits, span), NUMBER, span);
    case "percent":
      return constant(readPercent(scope, literal.digits, span), PERCENT, span);
    case "money":
      return constant(readPence(scope, literal.digits, span), { kind: "money" }, span);
    case "time":
      return constant(readTime(scope, literal), { kind: "time" }, span);
    case "date":
      return constant(readDay(scope, literal), { kind: "date" }, span);
    case "date-time":
      scope.report(
        unitMessages.unitDoesNotFit(
          { unit: "A date with a time", use: "a value is wanted", hint: "Write the date alone, such as 2026-03-02." },
          span,
        ),
      );
      return undefined;
    case "text":
      return constant(literal.text, { kind: "text" }, span);
    default:
      return assertNever(literal);
  }
}

/** `10 sessions`; also `95 per cent` and `5 pounds`, which are the same as 95% and £5. */
export function checkQuantity(scope: Scope, quantity: Ast.Quantity): Constant | undefined {
  const { span, digits } = quantity;
  const unit = checkUnit(scope, quantity.unit);
  if (unit === undefined) return undefined;
  if (unit === "per-cent") return constant(readPercent(scope, digits, span), PERCENT, span);
  if (unit === "pound") return constant(readPence(scope, digits, span), { kind: "money" }, span);
  return constant(readWhole(scope, digits, phraseText(quantity.unit), span), quantityOf(unit), span);
}

function constant(value: number | Ratio | string | undefined, type: Model.ValueType, span: Span): Constant | undefined {
  return value === undefined ? undefined : { kind: "constant", value, type, span };
}

/** A whole number of twelve digits at most, so that sums and products of it stay exact. */
export function readWhole(scope: Scope, digits: string, what: string, span: Span): number | undefined {
  const plain = digits.replaceAll(",", "");
  if (!/^\d+$/.test(plain)) {
    scope.report(unitMessages.numberNotWhole({ digits, what, meant: "" }, span));
    return undefined;
  }
  if (plain.replace(/^0+/, "").length > 12) {
    scope.report(unitMessages.numberTooLarge({ digits }, span));
    return undefined;
  }
  return Number(plain);
}

/** A number with a point was meant to be of some unit, which is its author's to write: a share more often than a time. */
function readNumber(scope: Scope, digits: string, span: Span): number | undefined {
  const share = parsePercent(digits);
  if (!digits.includes(".") || share === undefined || share.n > share.d)
    return readWhole(scope, digits, "plain numbers", span);
  const [, hours = "", minutes = ""] = /^(\d{1,2})\.(\d{2})$/.exec(digits) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  const meant = [`${digits}%`, ...(parseTime(time) === undefined ? [] : [time])];
  const fixes = meant.map((text): Fix => ({ title: `write ${text}`, edits: [{ span, text }] }));
  const said = ` A percentage has its sign: ${digits}%.${meant.length === 1 ? "" : ` A time has a colon: ${time}.`}`;
  scope.report(unitMessages.numberNotWhole({ digits, what: "plain numbers", meant: said }, span, { fixes }));
  return undefined;
}

function readPercent(scope: Scope, digits: string, span: Span): Ratio | undefined {
  const share = parsePercent(digits);
  if (share === undefined) {
    scope.report(unitMessages.percentNotExact({ digits }, span));
    return undefined;
  }
  if (share.n > share.d) {
    scope.report(unitMessages.percentOver100({ digits }, span));
    return undefined;
  }
  return share;
}

function readPence(scope: Scope, digits: string, span: Span): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d\d))?$/.exec(digits.replaceAll(",", ""));
  if (match === null) {
    scope.report(unitMessages.notAnAmount({ digits }, span));
    return undefined;
  }
  return Number(match[1]) * 100 + Number(match[2] ?? 0);
}

/** Seconds since midnight. */
export function readTime(scope: Scope, time: Extract<Ast.Literal, { kind: "time" }>): number | undefined {
  const second = parseTime(time.text);
  if (second === undefined) scope.report(unitMessages.noSuchTime({ text: time.text }, time.span));
  return second;
}

/** `text` is a date, with or without a time behind it. */
export function noSuchDate(text: string, span: Span): Diagnostic {
  return unitMessages.noSuchDate({ text, why: whyNoSuchDay(text) ?? "a day ends at 23:59" }, span);
}

export function readDay(scope: Scope, date: Extract<Ast.Literal, { kind: "date" }>): number | undefined {
  const day = parseDay(date.text);
  if (day === undefined) scope.report(noSuchDate(date.text, date.span));
  return day;
}
