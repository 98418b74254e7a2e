// A letter with a text of its own that never says what it has to hold.

import type { Document } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const messages = defineMessages({
  "field-never-printed": {
    ...warning,
    message: "“{title}” needs `{field}` and prints it nowhere, so the letter would go out without it.",
    hint: "Put its name in braces where it belongs, or write a paragraph that is it: `says {field}` and the words.",
  },
});

export const fieldNeverPrinted: Rule = ({ model, isOwn }) =>
  [...model.documents.values()]
    .filter((document) => isOwn(document) && document.texts.length > 0)
    .flatMap((document) => {
      const printed = printedBy(document);
      return document.fields
        .filter(({ name, needed }) => needed && !printed.has(name))
        .map(({ name, origin }) => messages.fieldNeverPrinted({ title: document.title, field: name }, origin.span));
    });

/** A field that bears the name of a measure or a parameter is a field all the same, and is found as one. */
function printedBy({ texts }: Document): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ part, pieces }) => [
      ...(part === undefined ? [] : [part]),
      ...pieces.flatMap((piece) => (typeof piece !== "string" && piece.kind === "field" ? [piece.name] : [])),
    ]),
  );
}
