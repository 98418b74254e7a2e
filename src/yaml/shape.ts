// What the table of shapes is made of: what may stand under a key, and which keys a statement has.

import type { PhraseKind } from "../syntax/parse-phrase.ts";

/** One value, written as one scalar. */
export type ScalarShape =
  /** Words between people: a title, a reason. */
  | { readonly kind: "text"; readonly says: string }
  /** Words of the language, which syntax/ reads after putting `opening` before them. */
  | { readonly kind: "phrase"; readonly phrase: PhraseKind; readonly opening: string; readonly says: string }
  | { readonly kind: "choice"; readonly choices: readonly string[]; readonly says: string }
  /** `yes`, or left out. */
  | { readonly kind: "yes"; readonly says: string }
  | { readonly kind: "code"; readonly says: string }
  | { readonly kind: "clause"; readonly says: string }
  | { readonly kind: "date"; readonly says: string }
  | { readonly kind: "date-time"; readonly says: string }
  /** A date, with a time if it matters. */
  | { readonly kind: "date-or-moment"; readonly says: string }
  | { readonly kind: "time-or-hole"; readonly says: string }
  | { readonly kind: "words-or-hole"; readonly says: string }
  /** A code, or the name of an act or status. */
  | { readonly kind: "code-or-name"; readonly says: string }
  /** A length, a unit or `unspecified`. */
  | { readonly kind: "rhythm"; readonly says: string }
  | { readonly kind: "count"; readonly says: string }
  /** `year 4, group nursery`; may be left empty. */
  | { readonly kind: "facts"; readonly says: string };

/** What a statement keeps for whoever builds it, because it holds statements with comments of their own. */
export type PartShape =
  /** A statement of this sort. */
  | { readonly kind: "part"; readonly of: string; readonly says: string }
  /** Statements one below the other, each of one of these sorts. */
  | { readonly kind: "list"; readonly of: readonly string[]; readonly says: string }
  /** Names, codes or titles, and under each a statement of this sort. */
  | { readonly kind: "named"; readonly by: "name" | "code" | "text"; readonly of: string; readonly says: string }
  /** Declarations as at the top of the file: a section, or a list of sections. */
  | { readonly kind: "sections"; readonly says: string };

export type Shape =
  | ScalarShape
  | PartShape
  /** Several of a kind; one alone may stand without a list. */
  | { readonly kind: "many"; readonly of: ScalarShape; readonly says: string };

export interface StatementShape {
  /** How messages speak of it, at the start of a sentence: "A parameter". */
  readonly where: string;
  readonly keys: Readonly<Record<string, Shape>>;
  readonly needed: readonly string[];
  /** Of each of these groups one key has to be there, and one alone. */
  readonly oneOf: readonly (readonly string[])[];
  /** All of these have to be there, or none. */
  readonly together?: readonly string[];
  /** A value that is no group of keys stands for this key alone. */
  readonly main?: string;
}

export const text = (says: string) => ({ kind: "text", says }) as const;
export const yes = (says: string) => ({ kind: "yes", says }) as const;
export const code = (says: string) => ({ kind: "code", says }) as const;
export const date = (says: string) => ({ kind: "date", says }) as const;
export const dateOrMoment = (says: string) => ({ kind: "date-or-moment", says }) as const;

export function phrase<const Kind extends PhraseKind>(kind: Kind, says: string, opening = "") {
  return { kind: "phrase", phrase: kind, opening, says } as const;
}

export function choice<const Choice extends string>(choices: readonly Choice[], says: string) {
  return { kind: "choice", choices, says } as const;
}

export function many<const Of extends ScalarShape>(of: Of) {
  return { kind: "many", of, says: of.says } as const;
}

export function list<const Name extends string>(of: readonly Name[], says: string) {
  return { kind: "list", of, says } as const;
}

export function part<const Name extends string>(of: Name, says: string) {
  return { kind: "part", of, says } as const;
}

export function named<const By extends "name" | "code" | "text", const Name extends string>(
  by: By,
  of: Name,
  says: string,
) {
  return { kind: "named", by, of, says } as const;
}
