// A place in a policy → the stretches that hold it, the innermost first: a word, its phrase, its statement, its block, the policy.

import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";

export function stretchesAt(policy: Ast.Policy, offset: number): readonly Span[] {
  const found: Span[] = [];
  let node: Node | undefined = policy;
  while (node !== undefined) {
    const { span }: Node = node;
    const inner = found[0];
    if (inner === undefined || inner.from < span.from || span.to < inner.to) found.unshift(span);
    node = children(node).find((child) => child.span.from <= offset && offset <= child.span.to);
  }
  return found;
}
