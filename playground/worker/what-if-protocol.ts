// What the page asks of a change, and what it is told: plain data. Days are days since 1970-01-01, moments seconds since then by
// the school's own clock.

import type { PolicyText, Problem, Readings } from "./protocol.ts";
import type { Owed, PupilView, Sketch } from "./pupil-protocol.ts";

/** One of two states that are held side by side: a policy under readings, and the pupil and moment it is asked about. */
export interface ChangeSide {
  readonly policy: PolicyText;
  readonly readings: Readings;
  readonly sketch: Sketch;
  readonly asOf: number;
}

export interface ChangeQuestion {
  readonly before: ChangeSide;
  readonly after: ChangeSide;
}

/** A side that cannot run, and what keeps it from it. */
export interface NotRunning {
  readonly kind: "not-running";
  readonly side: "before" | "after";
  readonly problems: readonly Problem[];
}

// ---------------------------------------------------------------- one pupil

/** What an answer to an open question would bring. */
export interface IfAnswered {
  readonly answer: string;
  readonly opens: readonly string[];
}

/** Why it is so on each side; undefined where nothing can be said. */
export interface Reasons {
  readonly before?: string;
  readonly after?: string;
}

interface Differing {
  readonly title: string;
  readonly reasons: Reasons;
}

/** Only on one of the two sides, or on both and not the same. */
export type Difference =
  | (Differing & {
      readonly kind: "status";
      readonly name: string;
      readonly before: boolean;
      readonly after: boolean;
    })
  /** The row that the pupil stands in; undefined where the table has none for the pupil. */
  | (Differing & {
      readonly kind: "band";
      readonly name: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    })
  | (Differing & {
      readonly kind: "question";
      readonly id: string;
      readonly by: string;
      readonly before: boolean;
      readonly after: boolean;
      readonly answers: readonly IfAnswered[];
    })
  /** Owed again and again, it is told once: `more` are those like it on either side. */
  | (Differing & {
      readonly kind: "owed";
      readonly id: string;
      readonly before: Owed | undefined;
      readonly after: Owed | undefined;
      readonly more: number;
    });

export interface PupilChange {
  readonly kind: "pupil-change";
  readonly before: PupilView;
  readonly after: PupilView;
  readonly differences: readonly Difference[];
}

/** What comes to a pupil under one policy that does not come to the same child always in school. */
export interface PupilGets {
  readonly asOf: number;
  readonly attended: number;
  readonly possible: number;
  readonly differences: readonly Difference[];
}

/** What comes next on each side, if nothing else happens. */
export interface AheadChange {
  readonly kind: "ahead-change";
  readonly before: string;
  readonly after: string;
}

// ---------------------------------------------------------------- the policies

export interface Place {
  /** In words: `hall-green.rollcall, line 329`. */
  readonly says: string;
  /** In the text itself; undefined where another layer wrote it. */
  readonly span?: { readonly from: number; readonly to: number };
}

export interface ProvisionSide {
  readonly says: string;
  readonly clauses: readonly string[];
  readonly place: Place;
}

export interface ProvisionChange {
  readonly kind: string;
  readonly title: string;
  readonly before: ProvisionSide | undefined;
  readonly after: ProvisionSide | undefined;
  /** Who holds the figure and which way it may move, in words. */
  readonly lock?: string;
}

export interface WitnessStory {
  readonly says: string;
  readonly before: string;
  readonly after: string;
  readonly sketch: Sketch;
  readonly asOf: number;
}

export interface OutcomeChange {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly verdict: "stricter" | "looser" | "different" | "not-shown";
  /** The verdict in words. */
  readonly judged: string;
  readonly proved: boolean;
  /** Why, in one sentence. */
  readonly because: string;
  readonly before: string;
  readonly after: string;
  readonly clauses: readonly string[];
  /** Whom alone it can touch: `It changes for everyone with attendance this year at least 95% and below 95.5%…` */
  readonly whom: readonly string[];
  readonly witness?: WitnessStory;
}

/** A line of the text that was edited and lays down nothing otherwise: a comment, or a reading that is not chosen. */
export interface IdleLine {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface PolicyChange {
  readonly kind: "policy-change";
  readonly provisions: readonly ProvisionChange[];
  /** Without what stays the same. */
  readonly outcomes: readonly OutcomeChange[];
  /** Outcomes that both have and that are proved the same. */
  readonly same: number;
  readonly idle: readonly IdleLine[];
}

export interface PolicyChangeQuestion extends ChangeQuestion {
  /** The sides are looked at on days of their own, and the values of those days count. */
  readonly byDays: boolean;
}

/** A policy on the shelf, and what can be read in another way in it. */
export interface ShelfChoice {
  readonly name: string;
  readonly title: string;
  readonly policy: PolicyText;
  readonly readings: readonly {
    readonly question: string;
    readonly labels: readonly string[];
    readonly chosen: string;
  }[];
}

export interface WhatIfQuestions {
  /** Every policy on the shelf that runs. */
  readonly shelfChoices: { readonly ask: null; readonly answer: readonly ShelfChoice[] };
  readonly pupilChange: { readonly ask: ChangeQuestion; readonly answer: PupilChange | NotRunning };
  /** Of the policy that was compiled last. */
  readonly pupilGets: {
    readonly ask: { readonly sketch: Sketch; readonly asOf: number };
    readonly answer: PupilGets | undefined;
  };
  readonly aheadChange: { readonly ask: ChangeQuestion; readonly answer: AheadChange | NotRunning };
  /** What is remarked of the second policy and not of the first: unwise, unlawful, or an example that no longer comes out. */
  readonly newRemarks: { readonly ask: ChangeQuestion; readonly answer: readonly Problem[] };
  readonly policyChange: { readonly ask: PolicyChangeQuestion; readonly answer: PolicyChange | NotRunning };
}
