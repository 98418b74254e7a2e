// `through email`, `using leave-form` → channels and documents that the policy declares.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type * as Ast from "../syntax/ast.ts";
import { nameMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes } from "./suggestions.ts";

/** A service, such as a parents' app, can carry a message too. */
export function checkChannels(scope: Scope, names: readonly Ast.Name[]): readonly string[] {
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
  what: string,
  candidates: readonly string[],
): readonly string[] {
  return names.flatMap(({ text, span }) => {
    if (candidates.includes(text)) return [text];
    const suggestion = suggestName(text, candidates, `${what}s`);
    const fixes = replaceFixes(span, text, candidates);
    scope.report(nameMessages.unknownName({ what, name: text, suggestion }, span, { fixes }));
    return [];
  });
}
