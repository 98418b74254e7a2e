// A place in a policy → the declaration that holds it: its name, and a mark of what it says, the same however it is laid out,
// whatever is commented, and in whichever of the two forms.

import type { Span } from "../source/text.ts";
import { fingerprintOf } from "../support/fingerprint.ts";
import type * as Ast from "../syntax/ast.ts";
import { printDeclaration } from "../syntax/print-declarations.ts";
import { joinLines } from "../syntax/print-statements.ts";
import { printPolicy } from "../syntax/print.ts";

export interface DeclarationAt {
  /** As its author calls it; of a note the clause it stands for, of readings their question, of the head the policy's own name. */
  readonly name: string;
  readonly span: Span;
  readonly fingerprint: () => string;
}

export function declarationAt(policy: Ast.Policy, { source, from, to }: Span): DeclarationAt {
  const holds = ({ span }: Ast.Declaration): boolean => span.source === source && span.from <= from && to <= span.to;
  const declaration = policy.declarations.find(holds);
  if (declaration !== undefined) {
    const fingerprint = (): string => markOf(joinLines(printDeclaration(withoutComments(declaration), 0)));
    return { name: nameOf(declaration), span: declaration.span, fingerprint };
  }
  return { name: policy.name.text, span: policy.name.span, fingerprint: () => markOf(printHead(policy)) };
}

/** Every name under which something could be accepted. */
export function acceptableNames(policy: Ast.Policy): readonly string[] {
  return [policy.name.text, ...policy.declarations.map(nameOf)];
}

function nameOf(declaration: Ast.Declaration): string {
  switch (declaration.kind) {
    case "note":
      return declaration.clauses[0]?.text ?? declaration.says.text;
    case "readings":
      return declaration.question.text;
    case "example":
      return declaration.title.text;
    case "code-declaration":
      return declaration.code.text;
    default:
      return declaration.name.text;
  }
}

/** What is accepted is no part of what the head says. */
function printHead(policy: Ast.Policy): string {
  const headers = policy.headers.filter(({ entry }) => entry.kind !== "accepted-from");
  return printPolicy(withoutComments({ ...policy, headers, declarations: [] }));
}

function markOf(printed: string): string {
  return fingerprintOf(printed.replaceAll(/\s+/g, " ").trim());
}

function withoutComments<Node extends object>(node: Node): Node {
  const entries = Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key === "otherwiseComments") return [];
    if (key === "comments") return [[key, { before: [] }]];
    return [[key, stripped(key, value)]];
  });
  return Object.fromEntries(entries) as Node;
}

function stripped(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => stripped("", each));
  return typeof value === "object" && value !== null && !/span/i.test(key) ? withoutComments(value) : value;
}
