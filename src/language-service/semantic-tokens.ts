// A policy in either form → what each of its words is for, by what it names and not by how it is spelled: an act, a role, a step. It
// says more than colours by spelling (highlight.ts) can, and takes these where it knows no more.

import type { Layer } from "../draft.ts";
import type { TokenRole } from "../syntax/tokens.ts";
import { walk } from "../syntax/walk.ts";
import { bindingsOf } from "./bindings.ts";
import { highlight } from "./highlight.ts";
import type { TargetTable } from "./target.ts";

export interface SemanticToken {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenRole | TargetTable;
  readonly declares: boolean;
}

/** In the order of the text, never overlapping and never over the end of a line. In YAML the words of the form are left to YAML. */
export function semanticTokens(layer: Layer): readonly SemanticToken[] {
  const { source } = layer;
  const named = bindingsOf(layer).map(({ span, target, declares }): SemanticToken => ({
    from: span.from,
    to: span.to,
    kind: target.table,
    declares,
  }));
  const spelled: readonly SemanticToken[] = source.name.endsWith(".yaml")
    ? valuesIn(layer)
    : highlight(source.text).flatMap(({ from, to, role }) =>
        aroundNames({ from, to, kind: role, declares: false }, named),
      );
  return apart(oneLineEach(source.text, [...named, ...spelled]));
}

/** Words in quotation marks may hold names in braces: what is left of them stands around these. */
function aroundNames(token: SemanticToken, named: readonly SemanticToken[]): readonly SemanticToken[] {
  const inside = named.filter(({ from, to }) => token.from < from && to < token.to);
  if (inside.length === 0) return [token];
  const ends = [...inside.map(({ from }) => from), token.to];
  return ends.map((to, index) => ({ ...token, from: inside[index - 1]?.to ?? token.from, to }));
}

function valuesIn({ ast }: Layer): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const value = ({ span: { from, to } }: { readonly span: { readonly from: number; readonly to: number } }): void =>
    void tokens.push({ from, to, kind: "value", declares: false });
  if (ast !== undefined)
    walk(ast, {
      quantity: value,
      number: value,
      percent: value,
      money: value,
      time: value,
      date: value,
      "date-time": value,
    });
  return tokens;
}

function oneLineEach(text: string, tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  return tokens.filter(({ from, to }) => from < to && !/[\r\n]/.test(text.slice(from, to)));
}

/** Of two at one place the first, which knows more, stays. */
function apart(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  const kept: SemanticToken[] = [];
  for (const token of tokens.toSorted((a, b) => a.from - b.from))
    if (token.from >= (kept.at(-1)?.to ?? 0)) kept.push(token);
  return kept;
}
