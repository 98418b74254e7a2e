// Statuses: a named condition, or a switch that one event turns on and another off (S29).

import type * as Ast from "../syntax/ast.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkEventWords } from "./check-events.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";

export function checkStatus(outer: Scope, status: Ast.Status): Model.Status | undefined {
  const scope = about(outer, status.name.text, `the status \`${status.name.text}\``, status);
  const rule = checkRule(scope, status);
  return rule === undefined ? undefined : { ...namedOf(scope, status), rule };
}

function checkRule(scope: Scope, { rule, name }: Ast.Status): Model.Status["rule"] | undefined {
  if (rule.kind === "when") {
    const condition = checkCondition(scope, rule.condition);
    return condition === undefined ? undefined : { kind: "when", condition };
  }
  const from = checkEventWords(scope, rule.from);
  if (rule.until.kind === "unspecified") {
    holeAt(scope, "end", `when \`${name.text}\` ends`, rule.until.span);
    return from === undefined ? undefined : { kind: "switch", from };
  }
  const until = checkEventWords(scope, rule.until);
  return from === undefined || until === undefined ? undefined : { kind: "switch", from, until };
}
