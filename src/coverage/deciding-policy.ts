// A policy without what it only prints: the paragraphs of its letters, and what fills their fields. Nothing that is computed of a
// pupil rests on them, so no example could notice an edit there, and taking a rule away must not fail for a letter that names it.

import { remember } from "../support/remember.ts";
import type * as Ast from "../syntax/ast.ts";

export const decidingPolicy = remember((policy: Ast.Policy): Ast.Policy => ({
  ...policy,
  declarations: policy.declarations.map(deciding),
}));

function deciding(declaration: Ast.Declaration): Ast.Declaration {
  if (declaration.kind === "document") return { ...declaration, lines: declaration.lines.flatMap(withoutFilling) };
  if (declaration.kind !== "readings") return declaration;
  const alternatives = declaration.alternatives.map((each) => ({ ...each, body: each.body.map(deciding) }));
  return { ...declaration, alternatives };
}

function withoutFilling(line: Ast.DocumentLine): readonly Ast.DocumentLine[] {
  if (line.kind === "document-text") return [];
  const { value: _value, ...field } = line;
  return [field];
}
