// What an editor asks while somebody writes or points, in the words of the protocol: words that may stand here, what a word means,
// and small words beside the text.

import type { CompletionItem, Hover, InlayHint, Position, Range, SemanticTokens } from "vscode-languageserver/node";
import { CompletionItemKind, InlayHintKind, MarkupKind } from "vscode-languageserver/node";
import {
  clauseOf,
  clausesOf,
  completionsAt,
  hoverAt,
  inlayHints,
  positionAt,
  semanticTokens,
  yamlCompletionsAt,
  yamlKeyAt,
} from "../index.ts";
import type { Completion, Draft, Known } from "../index.ts";
import type { Desk } from "./desk.ts";
import { encodeTokens } from "./legend.ts";
import { isYaml, offsetOf, offsetsOf, rangeBetween } from "./places.ts";
import type { PolicyFiles } from "./policy-files.ts";

export interface Asked {
  readonly desk: Desk;
  readonly files: PolicyFiles;
  readonly folders: readonly string[];
  readonly path: string;
  readonly draft: Draft;
}

const kinds: { readonly [kind: string]: CompletionItemKind } = {
  word: CompletionItemKind.Keyword,
  unit: CompletionItemKind.Unit,
  code: CompletionItemKind.EnumMember,
  clause: CompletionItemKind.Reference,
  layer: CompletionItemKind.Module,
  act: CompletionItemKind.Function,
  saying: CompletionItemKind.Event,
  field: CompletionItemKind.Field,
  role: CompletionItemKind.Class,
  procedure: CompletionItemKind.Function,
  step: CompletionItemKind.Method,
  document: CompletionItemKind.File,
};

export function completionItems({ desk, folders, path, draft }: Asked, place: Position): readonly CompletionItem[] {
  const { source, model } = draft;
  const known: Known = { model, clauses: clausesOf(draft), layers: desk.layers(folders) };
  const offset = offsetOf(source, place);
  const complete = isYaml(path) ? yamlCompletionsAt : completionsAt;
  const found: Completion | undefined = complete(source.text, offset, known);
  return (found?.options ?? []).map(({ label, kind, detail }, index): CompletionItem => ({
    label,
    kind: kinds[kind] ?? CompletionItemKind.Variable,
    ...(detail === "" ? {} : { detail }),
    // The likelier first, as they come.
    sortText: String(index).padStart(5, "0"),
    textEdit: { range: rangeBetween(source, found?.from ?? offset, offset), newText: label },
  }));
}

export function hoverAnswer({ desk, files, path, draft }: Asked, place: Position): Hover | null {
  const { source, ast, model } = draft;
  const offset = offsetOf(source, place);
  const told = hoverAt(source.text, offset, {
    ast,
    model,
    layer: draft,
    clauseOf: (id) => clauseOf(draft, id),
    today: files.today(),
    calendar: desk.calendar(path),
  });
  if (told !== undefined)
    return { contents: asMarkdown(told.title, told.lines), range: rangeBetween(source, told.from, told.to) };
  const key = isYaml(path) ? yamlKeyAt(source.text, offset) : undefined;
  return key === undefined ? null : { contents: asMarkdown(key.key, [`${key.says}.`]) };
}

/** What an author wrote means nothing in Markdown. */
function asMarkdown(title: string, lines: readonly string[]): Hover["contents"] {
  const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
  return { kind: MarkupKind.Markdown, value: [`**${plain(title)}**`, ...lines.map(plain)].join("\n\n") };
}

export function hintsIn({ desk, files, path, draft }: Asked, seen: Range): readonly InlayHint[] {
  const { source } = draft;
  const { from, to } = offsetsOf(source, seen);
  const hinted = { layer: draft, today: files.today(), calendar: desk.calendar(path), shelf: desk.policiesRead() };
  return inlayHints(hinted, from, to).map(({ offset, says, why }): InlayHint => {
    const { line, column } = positionAt(source, offset);
    return {
      position: { line: line - 1, character: column - 1 },
      label: says,
      tooltip: why,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    };
  });
}

export function tokensOf({ draft }: Asked): SemanticTokens {
  return encodeTokens(draft.source, semanticTokens(draft));
}
