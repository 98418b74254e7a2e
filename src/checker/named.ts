// The part that all declarations share: name, title, origin and lock.

import type * as Ast from "../syntax/ast.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

interface NamedNode extends Ast.Tail {
  readonly name: Ast.Name;
  readonly title?: Ast.Text;
  readonly span: Ast.Name["span"];
}

export function namedOf(scope: Scope, node: NamedNode): Omit<Model.Named, "replaces"> {
  return {
    name: node.name.text,
    title: node.title?.text ?? titleFrom(node.name.text),
    origin: originOf(scope, node),
    ...lockOf(scope, node),
  };
}

/** Only a parameter can rise or fall; anything else can only be fixed or free. */
export function lockOf(scope: Scope, { lock }: Ast.Tail): { readonly lock?: Model.Lock } {
  if (lock === undefined) return {};
  if (lock.value === "may only rise" || lock.value === "may only fall") {
    const fixes = [{ title: "write fixed", edits: [{ span: lock.span, text: "fixed" }] }];
    scope.report(layerMessages.lockNeedsOrder({ lock: lock.value, what: "a rule" }, lock.span, { fixes }));
  }
  return { lock: lock.value };
}

/** `first-day` → `First day`: a name stands in where nobody wrote a title. */
export function titleFrom(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
