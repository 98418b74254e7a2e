import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as Ast from "../../src/syntax/ast.ts";
import type { Node } from "../../src/syntax/walk.ts";
import { children, walk } from "../../src/syntax/walk.ts";
import { arbitraryPolicy } from "./arbitrary-policy.ts";
import { fixture, read } from "./read.ts";

/** Every object that looks like a node, found without knowing the tree's shape. */
function nodesIn(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) =>
    key === "span" || key === "edgeSpan" ? [] : nodesIn(part),
  );
  return "kind" in value && "span" in value ? [value, ...below] : below;
}

function reachedFrom(node: Node): readonly object[] {
  return [node, ...children(node).flatMap(reachedFrom)];
}

function expectAllReached(policy: Ast.Policy): void {
  expect(new Set(reachedFrom(policy))).toEqual(new Set(nodesIn(policy)));
  expect(reachedFrom(policy)).toHaveLength(nodesIn(policy).length);
}

describe("walking a tree", () => {
  test.each(["tour.rollcall", "beyond-the-tour.rollcall"])("reaches every node of %s exactly once", (name) => {
    expectAllReached(read(fixture(name)));
  });

  test("reaches every node of any policy exactly once", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (policy) => {
        // Random trees share their one empty place, and some of their values: what counts is how many are reached.
        expect(reachedFrom(policy)).toHaveLength(nodesIn(policy).length);
      }),
      { numRuns: 60 },
    );
  });

  test("calls the visitor of each kind, the outer node first", () => {
    const seen: string[] = [];
    walk(read(fixture("tour.rollcall")), {
      policy: ({ name }) => seen.push(name.text),
      procedure: ({ name }) => seen.push(name.text),
      step: ({ name }) => seen.push(name.text),
    });
    expect(seen).toEqual(["hill-top", "concern", "letter", "meeting", "first-day", "day-1", "day-2", "day-10"]);
  });
});
