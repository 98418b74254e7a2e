// The compiler's own grammar in the editor: the roles and blocks that the worker found, bridged into the editor's tree. The
// editor has no grammar of its own that could come to differ.

import { HighlightStyle, Language, language, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import type { ChangeDesc, Extension } from "@codemirror/state";
import { Parser } from "@lezer/common";
import type { PartialParse } from "@lezer/common";
import { tags } from "@lezer/highlight";
import type { Colours } from "../worker/protocol.ts";
import { languageData, noColours, policyTree } from "./policy-tree.ts";
import type { PolicyTree } from "./policy-tree.ts";

/** Colours are the page's own, so that light and dark and print each have theirs. */
export const codeStyle = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "700" },
    { tag: tags.operatorKeyword, color: "var(--code-connective)" },
    { tag: tags.controlKeyword, color: "var(--code-modal)", fontWeight: "700" },
    { tag: tags.compareOperator, color: "var(--code-edge)" },
    { tag: tags.atom, color: "var(--code-value)", fontWeight: "700" },
    { tag: tags.annotation, color: "var(--faint)" },
    { tag: tags.literal, color: "var(--code-value)" },
    { tag: tags.unit, color: "var(--code-edge)" },
    { tag: tags.string, color: "var(--code-value)" },
    { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
  ]),
);

/** What the worker found in the text. */
export const setColours = StateEffect.define<Colours>();

/** Whatever the worker said last, moved along with what was typed since. */
const bridged = StateField.define<{ readonly found: PolicyTree; readonly language: Language }>({
  create: ({ doc }) => bridge(policyTree(noColours, doc.length)),
  update: (old, { effects, changes, docChanged, newDoc }) => {
    const told = effects.find((effect) => effect.is(setColours))?.value;
    if (told === undefined && !docChanged) return old;
    const { found } = old;
    return bridge(policyTree(told ?? moved(found.colours, changes), newDoc.length, found));
  },
  // Through the field, and not by another configuration: of that, the editor would work out everything anew at every key.
  provide: (field) => language.from(field, (value) => value.language),
});

function bridge(found: PolicyTree): { readonly found: PolicyTree; readonly language: Language } {
  return { found, language: new Language(languageData, new Bridge(found), [], "rollcall") };
}

/** There is nothing left to parse. */
class Bridge extends Parser {
  readonly found: PolicyTree;

  constructor(found: PolicyTree) {
    super();
    this.found = found;
  }

  override createParse(): PartialParse {
    const { tree } = this.found;
    return { parsedPos: tree.length, stoppedAt: null, stopAt: () => {}, advance: () => tree };
  }
}

/** Most of a long text lies before or after what was typed, where a place only stays or shifts. */
function moved({ tokens, folds }: Colours, changes: ChangeDesc): Colours {
  let first = changes.length;
  let last = 0;
  changes.iterChangedRanges((from, to) => {
    first = Math.min(first, from);
    last = Math.max(last, to);
  });
  const shift = changes.newLength - changes.length;
  const place = (value: number, side: -1 | 1): number =>
    value < first ? value : value > last ? value + shift : changes.mapPos(value, side);
  return { tokens: placed(tokens, 3, place), folds: placed(folds, 2, place) };
}

/** Of every `size` numbers the first is a start and the second an end; a third stays what it is. */
function placed(numbers: Int32Array, size: 2 | 3, place: (value: number, side: -1 | 1) => number): Int32Array {
  const next = new Int32Array(numbers);
  for (let at = 0; at < next.length; at += size) {
    next[at] = place(next[at] as number, 1);
    next[at + 1] = place(next[at + 1] as number, -1);
  }
  return next;
}

export const grammar: Extension = [
  bridged,
  EditorState.languageData.of((state) => state.facet(languageData)),
  codeStyle,
];
