// The text of a letter → its words and the fields in braces between them, each at its own place. A brace has no other use.

import { makeSpan, spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "./ast.ts";

export type MergePart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "merge"; readonly name: Ast.Name }
  /** A brace that is never closed or never opened, or nothing that could be a name between two. */
  | { readonly kind: "broken"; readonly why: "unclosed" | "unopened" | "empty" | "no-name"; readonly span: Span };

/** In the order of the text. Of words that are written with escapes, a field may have the whole text as its place. */
export function mergeParts(text: Ast.Text): readonly MergePart[] {
  const places = placesOfBraces(text);
  const parts: MergePart[] = [];
  let brace = 0;
  let end = 0;
  for (const { index, 0: found, 1: inside } of text.text.matchAll(/\{([^{}]*)\}?|\}/g)) {
    if (index > end) parts.push({ kind: "words", text: text.text.slice(end, index) });
    end = index + found.length;
    const closed = found.length > 1 && found.endsWith("}");
    const opens = places[brace];
    const closes = closed ? places[brace + 1] : undefined;
    parts.push(partOf(text, { inside, closed, opens, closes }));
    brace += closed ? 2 : 1;
  }
  if (end < text.text.length) parts.push({ kind: "words", text: text.text.slice(end) });
  return parts;
}

/** The names in braces, broken ones left out. */
export function mergedNames(text: Ast.Text): readonly Ast.Name[] {
  return mergeParts(text).flatMap((part) => (part.kind === "merge" ? [part.name] : []));
}

interface Braces {
  /** Undefined where a brace stands that nothing opened. */
  readonly inside: string | undefined;
  readonly closed: boolean;
  readonly opens: number | undefined;
  readonly closes: number | undefined;
}

function partOf({ span }: Ast.Text, { inside, closed, opens, closes }: Braces): MergePart {
  const { source } = span;
  const brace = opens === undefined ? span : makeSpan(source, opens, opens + 1);
  if (inside === undefined) return { kind: "broken", why: "unopened", span: brace };
  if (!closed) return { kind: "broken", why: "unclosed", span: brace };
  const name = inside.trim();
  const whole = opens === undefined || closes === undefined ? span : makeSpan(source, opens, closes + 1);
  if (name === "") return { kind: "broken", why: "empty", span: whole };
  const from = source.text.indexOf(name, whole.from);
  const place = from < 0 || from + name.length > whole.to ? whole : makeSpan(source, from, from + name.length);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return { kind: "broken", why: "no-name", span: place };
  return { kind: "merge", name: { kind: "name", text: name, span: place } };
}

/** Where the braces of the text stand in the file; none where an escape hides one of them. */
function placesOfBraces({ text, span }: Ast.Text): readonly number[] {
  const written = [...spanText(span).matchAll(/[{}]/g)];
  const meant = [...text.matchAll(/[{}]/g)];
  const same = written.length === meant.length && written.every(([brace], index) => brace === meant[index]?.[0]);
  return same ? written.map(({ index }) => span.from + index) : [];
}
