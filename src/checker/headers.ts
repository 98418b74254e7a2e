// What a policy's header lines name: the layer it extends and the files beside it. For whoever fetches them before checking.

import type * as Ast from "../syntax/ast.ts";

/** The layer that comes with the package. */
export const NATION = "england";

/** The name after `extends`; undefined for a policy that stands alone. */
export function extendedName(policy: Ast.Policy): string | undefined {
  for (const { entry } of policy.headers) if (entry.kind === "extends") return entry.name.text;
  return undefined;
}

/** The file after `clauses from`, `calendar from` or `accepted from`, as the author wrote it: a path beside the policy. */
export function namedFile(
  policy: Ast.Policy,
  header: "clauses-from" | "calendar-from" | "accepted-from",
): string | undefined {
  for (const { entry } of policy.headers) if (entry.kind === header) return entry.file.text;
  return undefined;
}

/** Every file that the head of the policy names. */
export function namedFiles(policy: Ast.Policy): readonly string[] {
  return policy.headers.flatMap(({ entry }) => ("file" in entry ? [entry.file.text] : []));
}
