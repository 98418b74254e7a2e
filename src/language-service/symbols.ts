// A policy's tree → its outline: every declaration by name and title, with what stands inside it. Serves outlines and folding.

import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";

export interface Symbol {
  /** The kind of declaration, in the author's words: `procedure`, `step`. */
  readonly kind: string;
  readonly name: string;
  /** The title in quotation marks, where it has one. */
  readonly title: string;
  readonly span: Span;
  readonly inside: readonly Symbol[];
}

export function symbolsOf(policy: Ast.Policy): readonly Symbol[] {
  return policy.declarations.map(symbolOf);
}

function symbolOf(node: Ast.Declaration | Ast.Step | Ast.Reading<Ast.Declaration>): Symbol {
  return { ...named(node), span: node.span, inside: insideOf(node) };
}

function named(
  node: Ast.Declaration | Ast.Step | Ast.Reading<Ast.Declaration>,
): Pick<Symbol, "kind" | "name" | "title"> {
  switch (node.kind) {
    case "readings":
      return { kind: "readings", name: "", title: node.question.text };
    case "reading":
      return { kind: node.chosen ? "chosen" : "or", name: "", title: node.label.text };
    case "code-declaration":
      return { kind: "code", name: node.code.text, title: node.title.text };
    case "note":
      return { kind: "note", name: "", title: node.says.text };
    case "example":
      return { kind: "example", name: "", title: node.title.text };
    case "decision":
      return { kind: "decision", name: node.name.text, title: node.question.text };
    case "word":
      return { kind: node.sort, name: node.name.text, title: node.title?.text ?? "" };
    case "act":
      return { kind: "act", name: node.name.text, title: node.saying?.text ?? "" };
    case "status":
    case "procedure":
    case "duty":
    case "document":
    case "step":
      return { kind: node.kind, name: node.name.text, title: node.title?.text ?? "" };
    case "parameter":
    case "register":
    case "coding":
    case "measure":
    case "bands":
      return { kind: node.kind, name: node.name.text, title: "" };
  }
}

function insideOf(node: Ast.Declaration | Ast.Step | Ast.Reading<Ast.Declaration>): readonly Symbol[] {
  switch (node.kind) {
    case "readings":
      return node.alternatives.map(symbolOf);
    case "reading":
      return node.body.map(symbolOf);
    case "procedure":
      return stepsIn(node.items);
    default:
      return [];
  }
}

/** Steps inside readings stand in the outline as if there were only one way to read the text. */
function stepsIn(items: readonly Ast.ProcedureItem[]): readonly Symbol[] {
  return items.flatMap((item) => {
    if (item.kind === "step") return [symbolOf(item)];
    return item.kind === "readings" ? item.alternatives.flatMap(({ body }) => stepsIn(body)) : [];
  });
}

/** A block that an editor may fold away: from the end of its first line to its closing brace, in YAML to its last word. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

export function foldsOf(policy: Ast.Policy): readonly Fold[] {
  return policy.span.source.name.endsWith(".yaml") ? symbolsOf(policy).flatMap(linesOf) : blocksOf(policy);
}

function linesOf({ span: { source, from, to }, inside }: Symbol): readonly Fold[] {
  const lineEnd = source.text.indexOf("\n", from);
  return [...(lineEnd >= 0 && lineEnd < to ? [{ from: lineEnd, to }] : []), ...inside.flatMap(linesOf)];
}

function blocksOf(policy: Ast.Policy): readonly Fold[] {
  const folds: Fold[] = [];
  const visit = (node: Node): void => {
    const { source, from, to } = node.span;
    const brace = source.text.indexOf("}", from);
    if (brace < 0 || brace >= to) return;
    const lineEnd = source.text.indexOf("\n", from);
    if (node.kind !== "policy" && lineEnd >= 0 && lineEnd < to && source.text[to - 1] === "}")
      folds.push({ from: lineEnd, to: to - 1 });
    // What stands in an example has no block as a rule, and need not be looked at to know it.
    if (node.kind === "example" && brace === to - 1) return;
    for (const child of children(node)) visit(child);
  };
  visit(policy);
  return folds;
}
