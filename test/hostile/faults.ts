// What can be wrong with what is said to an author, whatever it is about.

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { positionOf } from "../../src/source/text.ts";
import type { Span } from "../../src/source/text.ts";

/** A diagnostic is a whole sentence and a next step, at places that lie within their texts. */
export function faultsOf(diagnostic: Diagnostic): string[] {
  const { code, span, labels, fixes } = diagnostic;
  const spans = [
    span,
    ...labels.map((label) => label.span),
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
  ];
  const words = `${messageOf(diagnostic)} ${hintOf(diagnostic)}`;
  return [
    ...spans.filter((each) => !liesWithin(each)).map((each) => `${code}: no place from ${each.from} to ${each.to}`),
    ...(hintOf(diagnostic) === "" ? [`${code}: no hint`] : []),
    ...wordsOfMachines(words),
  ];
}

/** What shows through where a value is missing or is no text. */
export function wordsOfMachines(text: string): readonly string[] {
  const found = /.{0,60}(?:\bundefined\b|\[object |\bNaN\b|\bfunction \w*\(|\[native code).{0,60}/.exec(text);
  return found === null ? [] : [`it says: ${found[0]}`];
}

function liesWithin(span: Span): boolean {
  const { source, from, to } = span;
  const { line, column } = positionOf(span);
  return 0 <= from && from <= to && to <= source.text.length && line >= 1 && column >= 1;
}
