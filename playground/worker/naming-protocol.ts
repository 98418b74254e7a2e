// What an editor asks about the names of a text and what stands beside it: where a name is declared and used, what it is to be called,
// the value in force, and whether an example comes out. Plain data; places are offsets in the text they stand in.

import type { Replacement } from "./protocol.ts";

/** A place that a name leads to. */
export interface NamedPlace {
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  /** The line it stands on; of a clause, what the clause says. */
  readonly says: string;
  /** Whether it is declared there, and not only spoken of. */
  readonly declares: boolean;
  /** Where that is not the text being edited. */
  readonly elsewhere?: {
    /** `the trust, “The Hills Trust”` */
    readonly where: string;
    /** The policy whose text it is; undefined for a file of clauses. */
    readonly policy: string | undefined;
  };
}

export interface NamedPlaces {
  /** The word itself: `watch-line`. */
  readonly name: string;
  /** Completes "`watch-line` is …": `a parameter`. */
  readonly kind: string;
  /** In the text being edited first, then in the layers above it; each in the order of its text. */
  readonly places: readonly NamedPlace[];
}

export interface Refusal {
  readonly refusal: string;
}

/** Small words behind a place of the text. */
export interface Hint {
  readonly offset: number;
  /** `= 95%` */
  readonly says: string;
  /** Where it comes from, in a sentence. */
  readonly why: string;
}

export interface ExamplePlace {
  /** Where it begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

export interface Beside {
  /** In the order of the text. */
  readonly hints: readonly Hint[];
  /** Those that can be tried; none while the rules have a fault. */
  readonly examples: readonly ExamplePlace[];
}

interface At {
  readonly text: string;
  readonly offset: number;
}

/** Each is undefined where another text was read last: whoever asks can ask again when this one is. */
export interface NamingQuestions {
  /** The places are none where no name stands there. Nearest first, for who asks where it is declared. */
  readonly places: {
    readonly ask: At & { readonly wanted: "declared" | "used" };
    readonly answer: NamedPlaces | Refusal | undefined;
  };
  /** The word as it stands there, without quotation marks; or why it stays as it is. */
  readonly renamePlace: {
    readonly ask: At;
    readonly answer: { readonly from: number; readonly to: number } | Refusal | undefined;
  };
  readonly rename: {
    readonly ask: At & { readonly name: string };
    readonly answer: { readonly edits: readonly Replacement[] } | Refusal | undefined;
  };
  /** `day` is the one whose values are told, in days since 1970-01-01. */
  readonly beside: {
    readonly ask: { readonly text: string; readonly day: number };
    readonly answer: Beside | undefined;
  };
  /** `passes`, or what was found instead. */
  readonly tryExample: {
    readonly ask: { readonly text: string; readonly from: number };
    readonly answer: { readonly passed: boolean; readonly says: string } | undefined;
  };
}
