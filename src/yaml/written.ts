// What a YAML file is to hold, before its lines are laid out: statements with their keys, comments and places.

import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";

/** What stands under a key. */
export type Value =
  /** A line break in it makes a block of it. */
  | { readonly kind: "text"; readonly text: string }
  /** Written as it is. */
  | { readonly kind: "bare"; readonly text: string }
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  | { readonly kind: "nothing" }
  | { readonly kind: "keys"; readonly entries: readonly Entry[] }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "sections"; readonly sections: readonly Section[] };

export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** Of the key itself, where it opens a second block. */
  readonly comments?: Ast.Comments;
}

/** A statement. */
export interface Item {
  readonly entries: readonly Entry[];
  readonly comments: Ast.Comments;
  readonly span: Span;
  /** The key that can be left out when it is the only one. */
  readonly main?: string;
  /** Short statements stand on one line, as in a table. */
  readonly brief: boolean;
}

export interface NamedItem extends Item {
  readonly name: string;
}

/** Declarations of one kind under its key; those with a name stand under it, the others in a list. */
export interface Group {
  readonly key: string;
  readonly items: readonly (Item & { readonly name?: string })[];
}

export type Section = readonly Group[];

export interface Head {
  readonly key: string;
  readonly entries: readonly Entry[];
  readonly headers: readonly NamedItem[];
  readonly also: readonly Item[];
}
