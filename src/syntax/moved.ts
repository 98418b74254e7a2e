// A tree, and how far its text has moved in which newer text → the same tree there. Nothing but its places changes.

import type { SourceText, Span } from "../source/text.ts";
import type * as Ast from "./ast.ts";

type Line = Ast.Declaration | Ast.Header;

export function moved<Node extends Line>(tree: Node, source: SourceText, by: number): Node {
  return copyOf(tree, source, by) as Node;
}

/** Most of a policy are examples, and most who read it do not look into them: what stands in one moves when it is looked at. */
export function movedLate(tree: Ast.Declaration, source: SourceText, by: number): Ast.Declaration {
  if (tree.kind !== "example") return moved(tree, source, by);
  const { items, ...heading } = tree;
  let looked: readonly Ast.ExampleItem[] | undefined;
  return {
    ...(copyOf(heading, source, by) as typeof heading),
    get items() {
      looked ??= copyOf(items, source, by) as readonly Ast.ExampleItem[];
      return looked;
    },
  };
}

/** The parts of a tree are lists, places, and records of such and of what has no place. Half of them are words, so these go first. */
function copyOf(part: object, source: SourceText, by: number): object {
  if (Array.isArray(part)) return part.length === 0 ? part : part.map((each) => partOf(each, source, by));
  if (isWord(part)) return { kind: part.kind, text: part.text, span: placeOf(part.span, source, by) };
  if ("source" in part) return placeOf(part as Span, source, by);
  const copied: Record<string, unknown> = { ...part };
  for (const key in copied) {
    const value = copied[key];
    if (typeof value === "object") copied[key] = partOf(value, source, by);
  }
  return copied;
}

function partOf(part: unknown, source: SourceText, by: number): unknown {
  return typeof part === "object" && part !== null ? copyOf(part, source, by) : part;
}

function placeOf({ from, to }: Span, source: SourceText, by: number): Span {
  return { source, from: from + by, to: to + by };
}

function isWord(part: { readonly kind?: string }): part is Ast.Name | Ast.Text | Ast.Code {
  return part.kind === "name" || part.kind === "text" || part.kind === "code";
}
