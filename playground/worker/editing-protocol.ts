// What an editor asks about the text that somebody writes, and what it is told: plain data, places as offsets in that text.

import type { PolicyText, Problem, Readings } from "./protocol.ts";

/** A declaration, or a step of one, to go to. */
export interface Landmark {
  /** `procedure: “If absence continues”` */
  readonly title: string;
  readonly from: number;
  /** How deep it stands in others. */
  readonly depth: number;
}

/** A figure that can be turned, and how far. */
export interface TurnableFigure {
  /** The digits alone. */
  readonly from: number;
  readonly to: number;
  readonly kind: "percent" | "money" | "quantity" | "number" | "time" | "date";
  readonly unit: string;
  /** What it belongs to, in words. */
  readonly title: string;
  /** As an author would write it; not there where nothing ends it. */
  readonly least?: string;
  readonly most?: string;
  readonly fixed: boolean;
  /** How far it may go, and who holds it there. */
  readonly says: string;
}

export interface Survey {
  readonly landmarks: readonly Landmark[];
  readonly figures: readonly TurnableFigure[];
}

/** A word to put in place of the one being written. */
export interface Offered {
  readonly label: string;
  readonly kind: string;
  readonly detail: string;
}

/** The YAML form of a policy, as it is being written. */
export interface YamlReading {
  readonly problems: readonly Problem[];
  /** The same policy as text; undefined while something in the YAML cannot be read. */
  readonly text: string | undefined;
}

/** What a finding's code is about, as a few paragraphs of Markdown. */
export interface CodePageText {
  readonly title: string;
  readonly page: string;
}

export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}

/** The text, or the same policy in YAML. */
export type Form = "rollcall" | "yaml";

export interface EditingQuestions {
  /** Undefined where another text was compiled last: whoever asks will ask again when this one is. */
  readonly survey: { readonly ask: { readonly text: string }; readonly answer: Survey | undefined };
  /** With the names of the policy that was compiled last. */
  readonly completions: {
    readonly ask: { readonly text: string; readonly offset: number; readonly form: Form };
    readonly answer: { readonly from: number; readonly options: readonly Offered[] } | undefined;
  };
  /** `day` is the one whose values are told, in days since 1970-01-01, once the page looks at one. */
  readonly hover: {
    readonly ask: {
      readonly text: string;
      readonly offset: number;
      readonly form: Form;
      readonly day: number | undefined;
    };
    readonly answer:
      | { readonly from: number; readonly to: number; readonly title: string; readonly lines: readonly string[] }
      | undefined;
  };
  /** The same, for whoever asks with a key: a pointer that rests on the text meanwhile does not overtake it. */
  readonly word: EditingQuestions["hover"];
  readonly yaml: {
    readonly ask: { readonly policy: PolicyText; readonly readings: Readings };
    readonly answer: YamlReading;
  };
  /** Undefined while something in the text cannot be read. */
  readonly layOut: { readonly ask: { readonly policy: PolicyText }; readonly answer: string | undefined };
  readonly codePage: { readonly ask: { readonly code: string }; readonly answer: CodePageText | undefined };
  /**
   * A policy and perhaps the files beside it, such as its clauses; a sentence, where there is no policy among them. One in YAML
   * comes with it, and with no text where it cannot be read.
   */
  readonly openFiles: {
    readonly ask: { readonly files: readonly OpenedFile[] };
    readonly answer: { readonly policy: PolicyText; readonly yaml?: string } | { readonly refusal: string };
  };
}
