// Turns a text and its diagnostics into the mended text. The command line and the editor both mend through here.
// It trusts each fix to be right, and only sees to it that two fixes never touch the same place.

import type { SourceText } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import type { Diagnostic, Edit, Fix } from "./diagnostic.ts";
import { sortDiagnostics } from "./order.ts";

export interface Mended {
  readonly text: string;
  readonly applied: readonly Fix[];
  /** Fixes that met an applied one, or reach into another file; check the mended text again to be offered them anew. */
  readonly left: readonly Fix[];
}

/** Takes the first fix of each diagnostic, in the order of the text. */
export function applyFixes(source: SourceText, diagnostics: readonly Diagnostic[]): Mended {
  const applied: Fix[] = [];
  const left: Fix[] = [];
  const edits: Edit[] = [];
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const fix = diagnostic.fixes[0];
    if (fix === undefined) continue;
    const fits = fix.edits.every((edit) => edit.span.source === source && edits.every((done) => !meets(edit, done)));
    (fits ? applied : left).push(fix);
    if (fits) edits.push(...fix.edits);
  }
  return { text: applyEdits(source, edits), applied, left };
}

/** Throws {@link Bug} when two edits meet, or one belongs to another text. */
export function applyEdits(source: SourceText, edits: readonly Edit[]): string {
  let text = "";
  let reached = 0;
  let previous: Edit | undefined;
  for (const edit of edits.toSorted(byPlace)) {
    const { from, to } = edit.span;
    if (edit.span.source !== source) throw new Bug(`An edit of ${edit.span.source.name} was applied to ${source.name}`);
    if (previous !== undefined && meets(previous, edit)) throw new Bug(`Two edits of ${source.name} meet at ${from}`);
    text += source.text.slice(reached, from) + edit.text;
    reached = to;
    previous = edit;
  }
  return text + source.text.slice(reached);
}

function byPlace(a: Edit, b: Edit): number {
  return a.span.from - b.span.from || a.span.to - b.span.to;
}

/** Two insertions at one place meet as well: nothing says which should come first. */
function meets(a: Edit, b: Edit): boolean {
  if (a.span.from === b.span.from) return true;
  return a.span.from < b.span.to && b.span.from < a.span.to;
}
