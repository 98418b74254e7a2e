// Documents: letters, notices and forms, with the fields each needs or may have.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCondition } from "./check-conditions.ts";
import { nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";

export function checkDocumentDeclaration(outer: Scope, document: Ast.Document): Model.Document {
  const name = document.name.text;
  const scope = about(outer, name, `the document \`${name}\``, document);
  reportSameFields(scope, document);
  const fields = document.fields.map((field) => checkField(scope, field));
  return { ...namedOf(scope, document), fields: fields.filter((field) => field !== undefined) };
}

type Field = Model.Document["fields"][number];

function checkField(scope: Scope, field: Ast.DocumentField): Field | undefined {
  const when = field.when === undefined ? undefined : checkCondition(scope, field.when);
  if (field.when !== undefined && when === undefined) return undefined;
  const needed = field.need === "needs";
  return withoutUndefined({ name: field.name.text, needed, when, origin: originOf(scope, field) });
}

function reportSameFields(scope: Scope, { fields }: Ast.Document): void {
  const seen = new Map<string, Ast.Name>();
  for (const { name } of fields) {
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, name);
    else {
      const labels = [{ span: first.span, text: "the first" }];
      scope.report(nameMessages.nameDeclaredTwice({ what: "field", name: name.text }, name.span, { labels }));
    }
  }
}
