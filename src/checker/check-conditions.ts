// Conditions as written → conditions with every name bound and every unit matched. `group` brackets vanish; order is kept.
// Where a part makes no sense it is reported and dropped, so that one fault does not hide the next.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkComparison } from "./check-comparisons.ts";
import { checkDuring } from "./check-during.ts";
import { checkHolds } from "./check-holds.ts";
import { checkIs } from "./check-is.ts";
import { checkJudged } from "./check-judged.ts";
import { ruleMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";

export function checkCondition(scope: Scope, condition: Ast.Condition): Model.Condition | undefined {
  const { span } = condition;
  switch (condition.kind) {
    case "and":
    case "or":
      return { kind: condition.kind, parts: checkParts(scope, condition.parts), span };
    case "not": {
      const part = checkCondition(scope, condition.part);
      return part === undefined ? undefined : { kind: "not", part, span };
    }
    case "group":
      return checkCondition(scope, condition.part);
    case "some-of":
      return checkSomeOf(scope, condition);
    case "judged":
      return checkJudged(scope, condition);
    case "during":
      return checkDuring(scope, condition);
    case "is":
      return checkIs(scope, condition);
    case "compare":
      return checkComparison(scope, condition);
    case "holds":
      return checkHolds(scope, condition.phrase);
    default:
      return assertNever(condition);
  }
}

function checkParts(scope: Scope, parts: readonly Ast.Condition[]): readonly Model.Condition[] {
  return parts.map((part) => checkCondition(scope, part)).filter((part) => part !== undefined);
}

function checkSomeOf(
  scope: Scope,
  condition: Extract<Ast.Condition, { kind: "some-of" }>,
): Model.Condition | undefined {
  const { quantifier, span } = condition;
  const parts = checkParts(scope, condition.parts);
  if (quantifier === "all") return { kind: "and", parts, span };
  if (quantifier === "any") return { kind: "or", parts, span };
  const count = condition.parts.length;
  if (quantifier >= 1 && quantifier <= count) return { kind: "at-least-of", n: quantifier, parts, span };
  scope.report(ruleMessages.someOfTooMany({ n: quantifier, count }, span));
  return undefined;
}

export type Guard = { readonly sense: "if" | "unless"; readonly condition: Ast.Condition };

/** `unless` is `if not`. */
export function checkGuard(scope: Scope, guard: Guard): Model.Condition | undefined {
  const condition = checkCondition(scope, guard.condition);
  if (condition === undefined || guard.sense === "if") return condition;
  return { kind: "not", part: condition, span: condition.span };
}
