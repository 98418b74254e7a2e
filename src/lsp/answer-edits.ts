// What an editor asks to have changed, in the words of the protocol: fixes of what was found, the one layout, another name.

import type { CodeAction, Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { CodeActionKind } from "vscode-languageserver/node";
import { changedStretch, fixesAt, layOutPolicy, rename, renamePlace } from "../index.ts";
import type { Diagnostic, Edit } from "../index.ts";
import { policiesAround } from "./answer-places.ts";
import type { Asked } from "./answer-words.ts";
import { shownDiagnostic } from "./diagnostics.ts";
import { offsetOf, offsetsOf, rangeBetween, rangeOf, uriOf } from "./places.ts";

function workspaceEdit(edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of edits) {
    const uri = uriOf(span.source.name);
    (changes[uri] ??= []).push({ range: rangeOf(span), newText: text });
  }
  return { changes };
}

export function codeActions({ draft }: Asked, found: readonly Diagnostic[], place: Range): readonly CodeAction[] {
  const { from, to } = offsetsOf(draft.source, place);
  return fixesAt(draft.source, found, from, to).map(({ diagnostic, fix, preferred }): CodeAction => ({
    title: fix.title.charAt(0).toUpperCase() + fix.title.slice(1),
    kind: CodeActionKind.QuickFix,
    diagnostics: [shownDiagnostic(diagnostic, draft.source)],
    isPreferred: preferred,
    edit: workspaceEdit(fix.edits),
  }));
}

/** Nothing where something cannot be read: laying it out would lose that. */
export function formatted({ draft: { source } }: Asked): readonly TextEdit[] {
  const laid = layOutPolicy(source);
  const stretch = "text" in laid ? changedStretch(source.text, laid.text) : undefined;
  return stretch === undefined
    ? []
    : [{ range: rangeBetween(source, stretch.from, stretch.to), newText: stretch.insert }];
}

export type Refusable<Answer> = Answer | { readonly refusal: string };

export function renameRange(asked: Asked, place: Position): Refusable<Range> {
  const offset = offsetOf(asked.draft.source, place);
  const found = renamePlace({ layer: asked.draft, offset, shelf: policiesAround(asked, offset) });
  return "refusal" in found ? found : rangeOf(found);
}

export function renamed(asked: Asked, place: Position, wanted: string): Refusable<WorkspaceEdit> {
  const { draft, desk } = asked;
  const offset = offsetOf(draft.source, place);
  const shelf = policiesAround(asked, offset, [wanted]);
  const renaming = rename({ layer: draft, offset, shelf, redraft: desk.redraft }, wanted);
  return "refusal" in renaming ? renaming : workspaceEdit(renaming.edits);
}
