import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statementsIn, statementsOfExamples, statementsOfRules } from "../../src/checker/statements.ts";
import type { Statement } from "../../src/checker/statements.ts";
import type * as Ast from "../../src/syntax/ast.ts";
import { children } from "../../src/syntax/walk.ts";
import type { Node } from "../../src/syntax/walk.ts";
import { arbitraryPolicy } from "../syntax/arbitrary-policy.ts";

/** Every node that can bear a lock or cite a clause, found by looking through the whole tree. */
function everyStatement(node: Node): readonly Statement[] {
  const inside = children(node).flatMap(everyStatement);
  return "clauses" in node ? [node, ...inside] : inside;
}

describe("statements", () => {
  test("those found in statements alone are all there are in the tree, in the order of the text", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (tree: Ast.Policy) => {
        const [found, all] = [statementsIn(tree), everyStatement(tree)];
        expect(found).toHaveLength(all.length);
        expect(found.every((statement, index) => statement === all[index])).toBe(true);
      }),
    );
  });

  test("each is one of the rules or one of the examples", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (tree: Ast.Policy) => {
        const [rules, examples] = [statementsOfRules(tree), statementsOfExamples(tree)];
        expect(new Set([...rules, ...examples])).toEqual(new Set(statementsIn(tree)));
        expect(
          rules.filter((statement) => examples.includes(statement) || statement.kind.startsWith("example")),
        ).toEqual([]);
      }),
    );
  });
});
