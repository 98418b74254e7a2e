// Literals as the author wrote them → exact values with their units: `95.5%` is 955/1000, `£62.50` is 6250 pence.
// Every digit string is read whole or refused; nothing is rounded and nothing passes through floating point.

import { parseDay } from "../school/day.ts";
import { parseTime } from "../school/moment.ts";
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
      return constant(readWhole(scope, literal.digits, "plain numbers", span), NUMBER, span);
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
    scope.report(unitMessages.numberNotWhole({ digits, what }, span));
    return undefined;
  }
  if (plain.replace(/^0+/, "").length > 12) {
    scope.report(unitMessages.numberTooLarge({ digits }, span));
    return undefined;
  }
  return Number(plain);
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

export function readDay(scope: Scope, date: Extract<Ast.Literal, { kind: "date" }>): number | undefined {
  const day = parseDay(date.text);
  if (day === undefined) scope.report(unitMessages.noSuchDate({ text: date.text }, date.span));
  return day;
}
