// Every statement of a policy, the policy itself included: whatever can bear a lock or cite a clause.

import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";

export type Statement = Extract<Node, Ast.Tail>;

export function statementsIn(node: Node): readonly Statement[] {
  const inside = children(node).flatMap(statementsIn);
  return "clauses" in node ? [node, ...inside] : inside;
}
