// What an editor asks about where things stand, in the words of the protocol: where a name is declared and used, the outline, what
// may be folded, and what holds a place.

import type { DocumentSymbol, FoldingRange, Location, Position, SelectionRange } from "vscode-languageserver/node";
import { SymbolKind } from "vscode-languageserver/node";
import {
  bindingAt,
  definitionsAt,
  foldsOf,
  positionAt,
  referencesAt,
  rootOf,
  spanText,
  stretchesAt,
  symbolsOf,
} from "../index.ts";
import type { Span } from "../index.ts";
import type { Asked } from "./answer-words.ts";
import { isYaml, offsetOf, rangeOf, uriOf } from "./places.ts";

function locationOf(span: Span): Location {
  return { uri: uriOf(span.source.name), range: rangeOf(span) };
}

export function definitions({ draft }: Asked, place: Position): readonly Location[] {
  return definitionsAt(draft, offsetOf(draft.source, place)).map(locationOf);
}

export function references(asked: Asked, place: Position, declaration: boolean): readonly Location[] {
  const { draft } = asked;
  const offset = offsetOf(draft.source, place);
  return referencesAt(draft, offset, policiesAround(asked, offset))
    .filter(({ declares }) => declaration || !declares)
    .map(({ span }) => locationOf(span));
}

/** Those in which the word at the place is spoken, or any of the words given. */
export function policiesAround({ desk, folders, draft }: Asked, offset: number, also: readonly string[] = []) {
  const binding = bindingAt(draft, offset);
  if (binding === undefined) return [draft];
  const spoken = [binding.target.name, spanText(binding.span).replaceAll(/^["']|["']$/g, "")];
  const words = [...spoken, ...spoken.map((word) => word.replaceAll("-", " ")), ...also].filter((word) => word !== "");
  const root = rootOf(draft, binding.target);
  return desk.policiesSpeakingOf(folders, root.ast?.name.text ?? "", words);
}

type OutlineSymbol = ReturnType<typeof symbolsOf>[number];

const symbolKinds: { readonly [kind: string]: SymbolKind } = {
  parameter: SymbolKind.Constant,
  role: SymbolKind.Class,
  flag: SymbolKind.Boolean,
  code: SymbolKind.EnumMember,
  act: SymbolKind.Function,
  procedure: SymbolKind.Namespace,
  step: SymbolKind.Method,
  bands: SymbolKind.Enum,
  document: SymbolKind.File,
  decision: SymbolKind.Event,
  example: SymbolKind.Object,
  note: SymbolKind.String,
};

export function documentSymbols({ draft }: Asked): readonly DocumentSymbol[] {
  return draft.ast === undefined ? [] : symbolsOf(draft.ast).map(shownSymbol);
}

function shownSymbol({ kind, name, title, span, inside }: OutlineSymbol): DocumentSymbol {
  const range = rangeOf(span);
  const called = name === "" ? title : name;
  return {
    name: called === "" ? kind : called,
    detail: name === "" || title === "" ? kind : `${kind} “${title}”`,
    kind: symbolKinds[kind] ?? SymbolKind.Variable,
    range,
    selectionRange: { start: range.start, end: range.start },
    children: inside.map(shownSymbol),
  };
}

/** The closing brace stays in sight. */
export function foldingRanges({ draft, path }: Asked): readonly FoldingRange[] {
  const { ast, source } = draft;
  if (ast === undefined) return [];
  return foldsOf(ast)
    .map(({ from, to }) => ({
      startLine: positionAt(source, from).line - 1,
      endLine: positionAt(source, to).line - (isYaml(path) ? 1 : 2),
    }))
    .filter(({ startLine, endLine }) => startLine < endLine);
}

export function selectionRange({ draft }: Asked, place: Position): SelectionRange {
  const { ast, source } = draft;
  const spans = ast === undefined ? [] : stretchesAt(ast, offsetOf(source, place));
  const outermost = { range: { start: { line: 0, character: 0 }, end: rangeEnd(source.text) } };
  return spans.reduceRight<SelectionRange>((parent, span) => ({ range: rangeOf(span), parent }), outermost);
}

function rangeEnd(text: string): Position {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
