// The titles that a policy's examples bear, and one that none of them bears.

import type * as Ast from "../syntax/ast.ts";

export function exampleTitles({ declarations }: Ast.Policy): readonly string[] {
  return declarations.flatMap((node) => (node.kind === "example" ? [node.title.text] : []));
}

/** Takes the title it gives. */
export function titleUnlike(wished: string, taken: Set<string>): string {
  let title = wished;
  for (let count = 2; taken.has(title); count++) title = `${wished} (${count})`;
  taken.add(title);
  return title;
}
