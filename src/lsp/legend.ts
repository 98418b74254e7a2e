// What each word of a policy is for → the names that editors have colours for.

import type { SemanticTokensLegend } from "vscode-languageserver/node";
import { SemanticTokensBuilder } from "vscode-languageserver/node";
import type { SemanticTokens } from "vscode-languageserver/node";
import { positionAt } from "../index.ts";
import type { SemanticToken, SourceText } from "../index.ts";

const editorNames: Readonly<Record<SemanticToken["kind"], string>> = {
  keyword: "keyword",
  connective: "keyword",
  modal: "keyword",
  edge: "operator",
  name: "variable",
  code: "enumMember",
  clause: "decorator",
  value: "number",
  unit: "type",
  punctuation: "operator",
  comment: "comment",
  layer: "namespace",
  parameter: "variable",
  word: "class",
  register: "variable",
  coding: "enum",
  act: "function",
  field: "property",
  measure: "variable",
  status: "variable",
  bands: "enum",
  band: "enumMember",
  procedure: "function",
  step: "method",
  duty: "function",
  decision: "event",
  answer: "enumMember",
  object: "struct",
};

export const legend: SemanticTokensLegend = {
  tokenTypes: [...new Set(Object.values(editorNames))],
  tokenModifiers: ["declaration"],
};

export function encodeTokens(source: SourceText, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { from, to, kind, declares } of tokens) {
    const { line, column } = positionAt(source, from);
    if (kind !== "punctuation")
      builder.push(line - 1, column - 1, to - from, legend.tokenTypes.indexOf(editorNames[kind]), declares ? 1 : 0);
  }
  return builder.build();
}
