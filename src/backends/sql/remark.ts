// Something of a policy → the words of a remark in its query, which lead back to the policy and its clauses.

/** `Persistently absent [ENG-012]`. */
export function remarkOf({ title, clauses }: { readonly title: string; readonly clauses: readonly string[] }): string {
  return clauses.length === 0 ? title : `${title} [${clauses.join(", ")}]`;
}
