// `through email`, `using leave-form` → channels and documents that the policy declares.

import type * as Ast from "../syntax/ast.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

/** A service, such as a parents' app, can carry a message too. */
export function checkChannels(scope: Scope, names: readonly Ast.Name[]): readonly string[] {
  if (names.length === 0) return [];
  const words = [...scope.names.words.values()].filter(({ sort }) => sort === "channel" || sort === "service");
  return known(
    scope,
    names,
    "channel",
    words.map((word) => word.name),
  );
}

export function checkDocument(scope: Scope, name: Ast.Name): string | undefined {
  return known(scope, [name], "document", [...scope.names.documents.keys()])[0];
}

function known(
  scope: Scope,
  names: readonly Ast.Name[],
  kind: "channel" | "document",
  candidates: readonly string[],
): readonly string[] {
  return names.flatMap((name) => {
    if (candidates.includes(name.text)) return [name.text];
    reportUnknownName(scope, kind, name, candidates);
    return [];
  });
}
