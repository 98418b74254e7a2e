// Documents: letters, notices and forms, with the fields each needs or may have, and what they say.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { fieldTypeNames } from "./act-names.ts";
import { checkCondition } from "./check-conditions.ts";
import { checkDocumentText } from "./check-document-texts.ts";
import { checkValue } from "./check-values.ts";
import { letterMessages, nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import type { Typed } from "./typed.ts";
import { reportUnknownName } from "./unknown-names.ts";
import { namedValue } from "./value-of-name.ts";
import { typeWords } from "./value-types.ts";

export function checkDocumentDeclaration(outer: Scope, document: Ast.Document): Model.Document {
  const name = document.name.text;
  const scope = about(outer, name, `the document \`${name}\``, document);
  const fields = document.lines.filter((line) => line.kind === "document-field");
  const texts = document.lines.filter((line) => line.kind === "document-text");
  reportSameFields(scope, fields);
  const checked = fields.map((field) => checkField(scope, field)).filter((field) => field !== undefined);
  const said = texts.map((text) => checkDocumentText(scope, { fields, texts }, text));
  return { ...namedOf(scope, document), fields: checked, texts: said.filter((text) => text !== undefined) };
}

function checkField(scope: Scope, field: Ast.DocumentField): Model.DocumentField | undefined {
  const name = field.name.text;
  const type = checkType(scope, field);
  const filled = checkFilling(scope, field);
  const when = field.when === undefined ? undefined : checkCondition(scope, field.when);
  if (filled === "fault" || (field.when !== undefined && when === undefined)) return undefined;
  const needed = field.need === "needs";
  const value = filled?.value;
  const band = value === undefined && scope.names.bands.has(name) ? name : undefined;
  return withoutUndefined({ name, needed, type, value, band, when, origin: originOf(scope, field) });
}

const types: readonly string[] = [...fieldTypeNames, "percent", "signature"];

/** Unsaid, it holds what an act records under the same name, else a text. */
function checkType(scope: Scope, { name, type }: Ast.DocumentField): Model.DocumentFieldType {
  const recorded = scope.names.fields.get(name.text);
  if (type === undefined) return recorded?.type ?? "text";
  if (!types.includes(type.text)) {
    reportUnknownName(scope, "fieldType", type, types);
    return "text";
  }
  const said = type.text as Model.DocumentFieldType;
  // Who signed is put on record in words.
  const kept = said === "signature" ? "text" : said;
  if (recorded !== undefined && recorded.type !== kept && recorded.type !== "text") {
    const labels = [{ span: recorded.span, text: `a ${recorded.type} here` }];
    const args = { field: name.text, type: said, other: recorded.type, act: recorded.act };
    scope.report(nameMessages.fieldTypeDiffers(args, type.span, { labels }));
  }
  return said;
}

/** A field that bears the name of a measure, a parameter or a table of bands is filled from it, without saying so. */
function checkFilling(scope: Scope, { name, type, value }: Ast.DocumentField): Typed | "fault" | undefined {
  const part = { part: `field-${name.text}`, what: `what fills \`${name.text}\`` };
  const typed = value === undefined ? namedValue(scope, name) : checkValue(scope, value, part);
  if (typed === undefined) return value === undefined ? undefined : "fault";
  if (value !== undefined && type !== undefined) {
    const actual = typed.type === undefined ? "of a kind of its own" : typeWords(typed.type);
    const args = { field: name.text, actual, said: type.text };
    scope.report(letterMessages.fieldKindSaidTwice(args, type.span));
  }
  return typed;
}

function reportSameFields(scope: Scope, fields: readonly Ast.DocumentField[]): void {
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
