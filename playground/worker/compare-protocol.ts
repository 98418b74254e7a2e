// What the page asks of many policies side by side, and what it is told: plain data.

import type { PolicyText, Problem, Readings } from "./protocol.ts";
import type { ClauseText, PupilView, Sketch } from "./pupil-protocol.ts";

/** A policy of the shelf by its name, or the text that is being edited. */
export type Compared =
  | { readonly kind: "shelved"; readonly name: string }
  | { readonly kind: "edited"; readonly policy: PolicyText; readonly readings: Readings };

/** What the policy's text has that an entry of the table is drawn from. */
export interface ComparedProvision {
  /** As written, on its own lines; long ones are cut. */
  readonly text: string;
  /** In words: `hall-green.rollcall, line 329`. */
  readonly place: string;
  /** Its place in the text that is being edited; undefined where it stands elsewhere. */
  readonly span?: { readonly from: number; readonly to: number };
}

export interface ComparedEntry {
  readonly says: string;
  readonly law: boolean;
  readonly clauses: readonly ClauseText[];
  readonly provision?: ComparedProvision;
}

export interface ComparedRow {
  readonly section: string;
  readonly title: string;
  /** One list for each policy, in the order asked; empty where it says nothing. */
  readonly cells: readonly (readonly ComparedEntry[])[];
  /** 1 is the strictest. */
  readonly ranks: readonly (number | undefined)[];
}

export interface ComparedPolicy {
  readonly name: string;
  readonly title: string;
}

/** A policy that cannot run is left out, and told. */
export interface LeftOut {
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface PolicyTable {
  readonly policies: readonly ComparedPolicy[];
  readonly rows: readonly ComparedRow[];
  readonly leftOut: readonly LeftOut[];
}

/** One pupil under every policy, by the calendar of the first. */
export interface PupilTable extends PolicyTable {
  /** In the order of the policies; what is owed for a child always in school is left out. */
  readonly views: readonly PupilView[];
}

export interface PupilAsked {
  readonly sketch: Sketch;
  readonly asOf: number;
  /** What the pupil is called in the table. */
  readonly title: string;
}

export interface CompareQuestions {
  readonly comparePolicies: { readonly ask: { readonly policies: readonly Compared[] }; readonly answer: PolicyTable };
  readonly comparePupil: {
    readonly ask: { readonly policies: readonly Compared[]; readonly pupil: PupilAsked };
    readonly answer: PupilTable;
  };
  /** The same tables as a file; without a pupil, of the policies. */
  readonly compareFile: {
    readonly ask: {
      readonly policies: readonly Compared[];
      readonly pupil?: PupilAsked;
      readonly format: "markdown" | "csv";
      /** Titles of the rows to keep, with their sections; all, where it is not said. */
      readonly only?: readonly (readonly [section: string, title: string])[];
    };
    readonly answer: string;
  };
}
