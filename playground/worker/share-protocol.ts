// What the page asks to be written out for taking away: plain data and whole texts.

import type { Paper } from "../../src/papers.ts";
import type { PolicyText, Readings } from "./protocol.ts";
import type { Sketch } from "./pupil-protocol.ts";

/** A policy in both of its forms; a form is missing while something in the text cannot be read. */
export interface SavedForms {
  readonly rollcall: string | undefined;
  readonly yaml: string | undefined;
}

/** A pupil as an example of the policy; no text where the pupil cannot be told in the policy's words. */
export interface TestCase {
  readonly text: string | undefined;
  readonly yaml: string | undefined;
  /** Of what holds and is owed, how much the example expects. */
  readonly found: number;
  readonly expected: number;
}

export type DocumentName = "parents" | "protocol" | "clauses" | "findings" | "values";

/** A document to read on the page, and the same as files; as CSV only what is nothing but tables. */
export interface DocumentView {
  readonly paper: Paper;
  readonly markdown: string;
  readonly html: string;
  readonly csv: string | undefined;
}

export interface ShareQuestions {
  /** A policy's text as it comes with the page; `name` is that of its folder. */
  readonly shelvedText: { readonly ask: { readonly name: string }; readonly answer: PolicyText | undefined };
  readonly savedForms: { readonly ask: { readonly policy: PolicyText }; readonly answer: SavedForms };
  readonly testCase: {
    readonly ask: {
      readonly policy: PolicyText;
      readonly readings: Readings;
      readonly sketch: Sketch;
      readonly asOf: number;
    };
    readonly answer: TestCase | undefined;
  };
  /** Undefined while the policy cannot run. */
  readonly document: {
    readonly ask: {
      readonly policy: PolicyText;
      readonly readings: Readings;
      readonly which: DocumentName;
      /** Day since 1970-01-01 on which values are looked at. */
      readonly day: number;
    };
    readonly answer: DocumentView | undefined;
  };
}
