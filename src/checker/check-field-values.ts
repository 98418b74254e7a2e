// Fields in an example: `reason illness, last-day 2026-03-06, amount £80` → text by field name, as a log would hold it.

import type { Fields } from "../school/record.ts";
import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { exampleMessages } from "./diagnostics.ts";
import { checkLiteral } from "./literals.ts";
import { objectName } from "./objects.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

/** `known` are the fields there are; without it any name is a field. */
export function readFields(scope: Scope, values: readonly Ast.FieldValue[], known?: ReadonlySet<string>): Fields {
  const fields = Object.create(null) as Record<string, string>;
  for (const { name, value } of values) {
    if (known !== undefined && !known.has(name.text)) {
      reportUnknownName(scope, "field", name, known);
      continue;
    }
    if (fields[name.text] !== undefined) scope.report(exampleMessages.fieldTwice({ field: name.text }, name.span));
    const text = fieldText(scope, value);
    if (text !== undefined && fitsField(scope, name, value)) fields[name.text] = text;
  }
  return fields;
}

/** Words in a row are one name, as everywhere else. */
export function fieldText(scope: Scope, value: Ast.FieldValue["value"]): string | undefined {
  switch (value.kind) {
    case "words":
      return objectName(value);
    case "text":
    case "date-time":
      return value.text;
    case "date":
    case "time":
      return checkLiteral(scope, value) === undefined ? undefined : value.text;
    case "number":
    case "quantity":
      return value.digits;
    case "percent":
      return `${value.digits}%`;
    case "money":
      return `£${value.digits}`;
    default:
      return assertNever(value);
  }
}

/** A field that holds a date, a time, a number or an amount can hold nothing else. */
function fitsField(scope: Scope, name: Ast.Name, value: Ast.FieldValue["value"]): boolean {
  const type = scope.names.fields.get(name.text)?.type ?? "text";
  if (type === "text" || type === value.kind) return true;
  scope.report(exampleMessages.fieldHoldsOther({ field: name.text, type }, value.span));
  return false;
}
