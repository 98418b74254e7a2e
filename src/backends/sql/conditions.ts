// Calls for conditions → three-valued conditions in SQL, whose own `and`, `or` and `not` are those of the language (S13). What needs
// more than the register is unknown here; a condition that comes out known all the same stays so whatever it turns out to be.

import type { Call } from "../../ir/ir.ts";
import { includesEdge, isLowerBound, isUpperBound } from "../../units/edge.ts";
import type { Edge } from "../../units/edge.ts";
import { readFigure } from "./figures.ts";
import { readMoment } from "./moments.ts";
import { big } from "./scope.ts";
import type { Fraction, Scope } from "./scope.ts";
import { all, any, binary, isKnown, isNull, not, truth, unknown, when, whole } from "./sql.ts";
import type { Expr, Operator } from "./sql.ts";

export function readCondition(call: Call, scope: Scope): Expr {
  switch (call.call) {
    case "all":
      return all(...call.args.map((part) => readCondition(part, scope)));
    case "any":
      return any(...call.args.map((part) => readCondition(part, scope)));
    case "not":
      return not(readCondition(call.args[0], scope));
    case "someOf": {
      const [least, ...parts] = call.args;
      return someOf(
        least,
        parts.map((part) => readCondition(part, scope)),
      );
    }
    case "compare":
      return compareFigures(readFigure(call.args[0], scope), call.args[1], readFigure(call.args[2], scope));
    case "momentsCompare":
      return binary(readMoment(call.args[0], scope), operatorOf(call.args[1]), readMoment(call.args[2], scope));
    case "always":
      return truth(true);
    case "hole":
      return unknown("boolean");
    case "flag":
      return scope.flag(call.args[0]);
    case "sessionNow":
      return scope.sessionNow(call.args[0]);
    case "stepState": {
      if (call.args[2] !== "opened") return unknown("boolean");
      const opened = scope.stepOpened(call.args[0], call.args[1]);
      if (opened.kind === "null" && scope.lenient === true) return unknown("boolean");
      return opened.kind === "null" ? truth(false) : isKnown(opened);
    }
    default:
      scope.cannot("query-beyond-register", `a condition told by \`${call.call}\``);
      return unknown("boolean");
  }
}

/** At least so many hold; known as soon as those that are known settle it. */
function someOf(least: number, parts: readonly Expr[]): Expr {
  const count = (of: (part: Expr) => Expr): Expr =>
    parts.map((part) => when(of(part), whole(1), whole(0))).reduce((sum, one) => binary(sum, "+", one), whole(0));
  const holding = count((part) => part);
  const possible = count((part) => any(part, isNull(part)));
  return {
    kind: "case",
    whens: [
      { when: binary(holding, ">=", whole(least)), then: truth(true) },
      { when: binary(possible, "<", whole(least)), then: truth(false) },
    ],
  };
}

export function operatorOf(edge: Edge): Operator {
  if (isLowerBound(edge)) return includesEdge(edge) ? ">=" : ">";
  if (isUpperBound(edge)) return includesEdge(edge) ? "<=" : "<";
  return "=";
}

/** Compared by multiplying crosswise, so that nothing is rounded. */
function compareFigures(left: Fraction, edge: Edge, right: Fraction): Expr {
  const product = (one: Expr, other: Expr): Expr =>
    other.kind === "whole" && other.value === 1 ? one : binary(big(one), "*", big(other));
  const compared = binary(product(left.n, right.d), operatorOf(edge), product(right.n, left.d));
  // An empty numerator makes it unknown; what divides is never empty.
  if (left.n.kind === "null" || right.n.kind === "null") return unknown("boolean");
  return compared;
}
