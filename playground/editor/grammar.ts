// The compiler's own grammar in the editor: the roles and blocks that the worker found, bridged into the editor's tree. The
// editor has no grammar of its own that could come to differ.

import {
  defineLanguageFacet,
  foldNodeProp,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from "@codemirror/language";
import { Compartment } from "@codemirror/state";
import type { ChangeDesc, Extension, StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { NodeSet, NodeType, Parser, Tree } from "@lezer/common";
import type { Input, PartialParse } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import type { Colours } from "../worker/protocol.ts";
import { roleNames } from "./roles.ts";

const data = defineLanguageFacet({ commentTokens: { line: "--" } });
const top = NodeType.define({ id: 0, name: "Policy", top: true, props: [languageDataProp.add({ Policy: data })] });
const block = NodeType.define({
  id: 1,
  name: "Block",
  props: [foldNodeProp.add({ Block: ({ from, to }) => ({ from, to }) })],
});
const roleTypes = roleNames.map((name, index) => NodeType.define({ id: index + 2, name }));

const nodes = new NodeSet([top, block, ...roleTypes]).extend(
  styleTags({
    keyword: tags.keyword,
    connective: tags.operatorKeyword,
    modal: tags.controlKeyword,
    edge: tags.compareOperator,
    name: tags.name,
    code: tags.atom,
    clause: tags.annotation,
    value: tags.literal,
    unit: tags.unit,
    punctuation: tags.punctuation,
    comment: tags.comment,
  }),
);

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

/** `[from, to, role]` three by three, and blocks `[from, to]` two by two, the outer before the inner. */
function treeOf({ tokens, folds }: Colours, length: number): Tree {
  const buffer: number[] = [];
  let token = 0;
  let fold = 0;
  const take = (end: number): void => {
    for (;;) {
      const from = tokens[token * 3] ?? Number.POSITIVE_INFINITY;
      const opens = folds[fold * 2] ?? Number.POSITIVE_INFINITY;
      if (Math.min(from, opens) >= end) return;
      if (opens <= from) {
        const closes = Math.min(folds[fold * 2 + 1] as number, end);
        const start = buffer.length;
        fold += 1;
        take(closes);
        buffer.push(1, opens, closes, buffer.length - start + 4);
      } else {
        const to = Math.min(tokens[token * 3 + 1] as number, length);
        if (from < to) buffer.push((tokens[token * 3 + 2] as number) + 2, from, to, 4);
        token += 1;
      }
    }
  };
  take(length);
  return Tree.build({ buffer, nodeSet: nodes, topID: 0, length });
}

/** A parse is whatever the worker said last, moved along with what was typed since. */
class Bridge extends Parser {
  readonly colours: Colours;

  constructor(colours: Colours) {
    super();
    this.colours = colours;
  }

  override createParse(input: Input): PartialParse {
    const { length } = input;
    return { parsedPos: length, stoppedAt: null, stopAt: () => {}, advance: () => treeOf(this.colours, length) };
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

export interface Grammar {
  readonly extension: Extension;
  readonly colour: (colours: Colours) => StateEffect<unknown>;
}

export function makeGrammar(): Grammar {
  let current: Colours = { tokens: new Int32Array(), folds: new Int32Array() };
  const place = new Compartment();
  const language = (): Extension => new Language(data, new Bridge(current), [], "rollcall");
  return {
    extension: [
      place.of(language()),
      codeStyle,
      EditorView.updateListener.of(({ docChanged, changes }) => {
        if (docChanged) current = moved(current, changes);
      }),
    ],
    colour: (colours) => {
      current = colours;
      return place.reconfigure(language());
    },
  };
}
