// A figure that a policy writes down, such as so many days until a change of the law and so many from then on → the whole numbers it
// can be, each with its condition: what the calendar is asked for must be known beforehand.

import type { Call } from "../../ir/ir.ts";
import { readCondition } from "./conditions.ts";
import { historyOf } from "./history.ts";
import type { Scope } from "./scope.ts";
import { truth } from "./sql.ts";
import type { Expr } from "./sql.ts";

export interface Alternative {
  /** The first whose condition holds counts. */
  readonly when: Expr;
  /** Not known where the policy leaves it open. */
  readonly value: number | undefined;
}

export function alternativesOf(call: Call, scope: Scope): readonly Alternative[] {
  switch (call.call) {
    case "constant":
      return [{ when: truth(true), value: typeof call.args[0] === "number" ? call.args[0] : undefined }];
    case "hole":
      return [{ when: truth(true), value: undefined }];
    case "dated":
      return historyOf(call.args[1], scope).map(({ when, read }) => ({ when, value: plainNumber(read, scope) }));
    case "choose":
      return call.args[0].map((row) => ({
        when: row.when === undefined ? truth(true) : readCondition(row.when, scope),
        value: plainNumber(row.value, scope),
      }));
    default:
      scope.cannot("query-length-open", "a length that is itself counted");
      return [];
  }
}

function plainNumber(call: Call, scope: Scope): number | undefined {
  if (call.call === "hole") return undefined;
  if (call.call === "constant" && typeof call.args[0] === "number") return call.args[0];
  scope.cannot("query-length-open", "a length that is itself counted");
  return undefined;
}
