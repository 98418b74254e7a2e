// What a YAML file holds, with nothing decided: every scalar is a text, every key keeps its place and its order.
// So N, no, 08, 08:55 and 2026-09-01 are what they look like. It knows no policy.

import type { Span } from "../source/text.ts";

export interface YamlScalar {
  readonly kind: "scalar";
  readonly text: string;
  /** Plain texts alone can be mistaken for something else by other programs. */
  readonly quoted: boolean;
  /** Quotation marks and block headers included. */
  readonly span: Span;
  /** Where in the file each character of `text` was written, and where it ends, whatever was escaped or folded. */
  readonly offsetOf: (index: number) => number;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** From the key to the end of its value. */
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: "map";
  /** In the order of the file; no key comes twice. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

/** A key or a dash with nothing behind it. */
export interface YamlNothing {
  readonly kind: "nothing";
  readonly span: Span;
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlNothing;

/** How a message speaks of a node: "a list". */
export function kindWords(node: YamlNode): string {
  switch (node.kind) {
    case "scalar":
      return "a single value";
    case "list":
      return "a list";
    case "map":
      return "a group of keys";
    case "nothing":
      return "nothing";
  }
}
