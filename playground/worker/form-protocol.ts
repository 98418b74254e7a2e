// What the form of thresholds asks of a policy, and what it is told: plain data.

import type { ClauseText } from "./pupil-protocol.ts";

export type FigureKind = "percent" | "money" | "quantity" | "number" | "time" | "date";

/** One figure of a policy. */
export interface FormField {
  /** The same figure has the same id before and after an edit of it. */
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly of?: string;
  readonly reading?: { readonly question: string; readonly label: string; readonly chosen: boolean };
  /** The author's words around it. */
  readonly before: string;
  readonly after: string;
  readonly kind: FigureKind;
  /** As written: `95.5%`, `£80`, `10`. */
  readonly text: string;
  /** `school days`; empty for what bears its own sign. */
  readonly unit: string;
  readonly clauses: readonly ClauseText[];
  /** How far the layers above let it go. */
  readonly limit?: { readonly says: string; readonly fixed: boolean };
  /** One step up and down, as it would be written; not there at an end. */
  readonly up?: string;
  readonly down?: string;
}

/** A figure that stands in the text, and can be changed there. */
export interface OwnField extends FormField {
  /** The digits alone. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The statement around it: what is said of it, is said of the figure. */
  readonly around: { readonly from: number; readonly to: number };
  /** What this policy lets the layers below do with it. */
  readonly lock?: string;
  /** What it was when the policy was opened, where that is something else. */
  readonly was?: string;
  /** The policy had no such figure when it was opened. */
  readonly isNew?: true;
}

/** A figure of a layer that the policy extends. */
export interface InheritedField extends FormField {
  /** `the national rules, “School attendance in England”`. */
  readonly setBy: string;
  /** The declaration that would set it here, and where it would stand; not there where that is not allowed. */
  readonly setHere?: { readonly at: number; readonly text: string };
}

export interface FormAnswer {
  /** The text that these are the figures of. */
  readonly text: string;
  /** Why there are none: the text cannot be read as a policy. */
  readonly unreadable?: { readonly message: string; readonly line: number };
  readonly topics: readonly { readonly name: string; readonly title: string }[];
  readonly own: readonly OwnField[];
  readonly inherited: readonly InheritedField[];
}

export interface FormQuestions {
  /** Of the text that was compiled last; undefined where it has gone on since. `opened` is the text as it was first opened. */
  readonly form: {
    readonly ask: { readonly text: string; readonly opened: string };
    readonly answer: FormAnswer | undefined;
  };
}
