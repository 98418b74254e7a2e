// A part of a condition → what it would be with `and` for `or`, without one of its parts, or without its `not`.

import type * as Ast from "../syntax/ast.ts";
import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type { Edit } from "./edits.ts";
import type { Path } from "./tree.ts";

/** None for a node that is no condition. */
export function conditionEdits(node: object, path: Path): readonly Edit[] {
  if (!("kind" in node)) return [];
  switch (node.kind) {
    case "and":
    case "or":
      return [...joinEdits(node as Joined, path), ...dropEdits(node as Joined, path)];
    case "some-of":
      return someEdits(node as SomeOf, path);
    case "not":
      return [rule(path, (node as Negation).part, "without “not”")];
    case "is": {
      const { not } = node as Extract<Ast.Condition, { kind: "is" }>;
      return [rule([...path, "not"], !not, not ? "is not becomes is" : "is becomes is not")];
    }
    default:
      return [];
  }
}

type Joined = Extract<Ast.Condition, { kind: "and" | "or" }>;
type SomeOf = Extract<Ast.Condition, { kind: "some-of" }>;
type Negation = Extract<Ast.Condition, { kind: "not" }>;

/** Brackets around a part keep their own place, so nothing has to be bracketed anew: the tree knows what belongs together. */
function joinEdits({ kind }: Joined, path: Path): readonly Edit[] {
  const other = kind === "and" ? "or" : "and";
  return [rule([...path, "kind"], other, `${kind} becomes ${other}`)];
}

function dropEdits(node: Joined, path: Path): readonly Edit[] {
  return node.parts.map((part, index): Edit => {
    const rest = node.parts.toSpliced(index, 1);
    const [only] = rest;
    return rule(path, rest.length === 1 ? only : { ...node, parts: rest }, withoutWords(part.span));
  });
}

function someEdits({ quantifier, parts }: SomeOf, path: Path): readonly Edit[] {
  const dropped = parts.length < 2 ? [] : parts.map((part, index) => ({ part, index }));
  const swapped = quantifier === "all" ? "any" : "all";
  return [
    ...(typeof quantifier === "number"
      ? []
      : [rule([...path, "quantifier"], swapped, `${quantifier} of becomes ${swapped} of`)]),
    ...dropped.map(({ part, index }) => rule([...path, "parts"], parts.toSpliced(index, 1), withoutWords(part.span))),
  ];
}

function rule(path: Path, value: unknown, says: string): Edit {
  return { kind: "condition", path, value, says };
}

const LONGEST = 60;

/** `without “punctuality is concern”`. */
export function withoutWords(span: Span): string {
  const words = spanText(span).replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim();
  return `without “${words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}”`;
}
