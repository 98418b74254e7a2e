// What the page asks of the worker, and what it answers: plain data, so that nothing of the compiler is on the page itself.

import type { EditingQuestions } from "./editing-protocol.ts";
import type { CompareQuestions } from "./compare-protocol.ts";
import type { FormQuestions } from "./form-protocol.ts";
import type { NamingQuestions } from "./naming-protocol.ts";
import type { About, Ahead, PupilView, Sketch, WhyNotAnswer, Why } from "./pupil-protocol.ts";
import type { ProgramQuestions } from "./program-protocol.ts";
import type { SchoolQuestions } from "./school-protocol.ts";
import type { ShareQuestions } from "./share-protocol.ts";
import type { WhatIfQuestions } from "./what-if-protocol.ts";

/** A policy as it is being edited. Its name says where it would stand: `hall-green/hall-green.rollcall`. */
export interface PolicyText {
  readonly name: string;
  readonly text: string;
}

/** Labels of readings other than the chosen ones, by question. */
export type Readings = readonly (readonly [question: string, label: string])[];

/** What each word is for, and what may be folded away: plain numbers, quick to hand over. */
export interface Colours {
  /** From, to and role (its place in `roleNames`), three by three, in order. */
  readonly tokens: Int32Array;
  /** From and to, two by two, the outer before the inner. */
  readonly folds: Int32Array;
}

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something wrong, unwise or unlawful at a place of the text. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning" | "advice";
  readonly message: string;
  readonly hint: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** The file it stands in, where that is not the text being edited. */
  readonly elsewhere?: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Replacement[] }[];
}

export interface RegisterCode {
  readonly code: string;
  readonly means: string;
  readonly category: string;
  /** Days since 1970-01-01, both included. */
  readonly from?: number;
  readonly until?: number;
}

export interface Period {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** School time, for drawing a register. */
export interface CalendarView {
  readonly years: readonly Period[];
  readonly halfTerms: readonly Period[];
  /** Every day on which school is planned, and how many sessions it has. */
  readonly schoolDays: readonly number[];
  readonly oneSession: readonly (readonly [day: number, half: "AM" | "PM"])[];
  readonly closed: readonly { readonly day: number; readonly why: string }[];
}

/** Something that can be put on record. */
export interface Act {
  readonly name: string;
  readonly saying: string;
  readonly fields: readonly ActField[];
  /** Roles that may do it; anybody, where there is none. */
  readonly by: readonly string[];
  /** What the policy's rules have it done to: `stage-1-letter`, `penalty-notice`. */
  readonly objects: readonly string[];
}

export interface ActField {
  readonly name: string;
  readonly type: "text" | "date" | "time" | "number" | "money";
  /** The words a rule could recognise; any text, where there is none. */
  readonly words: readonly string[];
}

export interface NamedWord {
  readonly name: string;
  readonly title: string;
}

/** What the page needs to know of a sound policy besides its text. */
export interface Vocabulary {
  readonly codes: readonly RegisterCode[];
  readonly acts: readonly Act[];
  readonly roles: readonly NamedWord[];
  readonly decisions: readonly {
    readonly name: string;
    readonly question: string;
    readonly answers: readonly string[];
  }[];
  /** Steps that a pupil can reach, under the procedure they belong to, and the documents a step can call for. */
  readonly steps: readonly {
    readonly procedure: string;
    readonly title: string;
    readonly steps: readonly NamedWord[];
  }[];
  readonly documents: readonly NamedWord[];
  readonly flags: readonly NamedWord[];
  readonly readings: readonly {
    readonly question: string;
    readonly labels: readonly string[];
    readonly chosen: string;
  }[];
  readonly calendar: CalendarView;
}

export interface Compiled {
  /** Which of the texts that were compiled one after another this is. */
  readonly edition: number;
  readonly title: string;
  /** Of the rules alone; examples and advice are told by whoever judges. */
  readonly problems: readonly Problem[];
  readonly colours: Colours;
  /** Undefined while something keeps the policy from running. */
  readonly vocabulary: Vocabulary | undefined;
}

// ---------------------------------------------------------------- questions and answers

export interface Questions
  extends
    EditingQuestions,
    CompareQuestions,
    FormQuestions,
    NamingQuestions,
    ProgramQuestions,
    SchoolQuestions,
    ShareQuestions,
    WhatIfQuestions {
  readonly compile: {
    readonly ask: { readonly policy: PolicyText; readonly readings: Readings };
    readonly answer: Compiled;
  };
  /**
   * All that is wrong, unwise or unlawful in the text that was compiled last, its examples included; undefined where that is
   * another text.
   */
  readonly judge: { readonly ask: { readonly text: string }; readonly answer: readonly Problem[] | undefined };
  /**
   * The pupil, if so much of the text is written anew; undefined where that edition is long gone, or where more than a figure
   * changes with it.
   */
  readonly turn: {
    readonly ask: {
      readonly edition: number;
      readonly edit: Replacement;
      readonly sketch: Sketch;
      readonly asOf: number;
    };
    readonly answer: PupilView | undefined;
  };
  readonly pupil: {
    readonly ask: { readonly sketch: Sketch; readonly asOf: number };
    readonly answer: PupilView | undefined;
  };
  readonly why: { readonly ask: { readonly about: About }; readonly answer: Why | undefined };
  /** Every step that could call for it; `procedure` keeps to one where a step's name stands in many. */
  readonly whyNot: {
    readonly ask: { readonly wanted: string; readonly procedure?: string };
    readonly answer: readonly WhyNotAnswer[];
  };
  /** Of the pupil who was looked at last. */
  readonly ahead: { readonly ask: null; readonly answer: Ahead | undefined };
  readonly shelf: { readonly ask: { readonly name: string }; readonly answer: PolicyText | undefined };
}

export type Kind = keyof Questions;

export interface Asked<K extends Kind = Kind> {
  readonly id: number;
  readonly kind: K;
  readonly ask: Questions[K]["ask"];
}

/** A question, or that the answer to one is not wanted any more. */
export type Said = Asked | { readonly drop: Kind };

/** How far a question that takes long has come; `what` is told to people: `Making the school`. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly all: number;
}

export type HandedView = Omit<PupilView, "owed"> & { readonly owed: readonly (PupilView["owed"][number] | number)[] };

/** A fault of ours carries its text; an author's mistake is never one. */
export type Answered =
  | { readonly id: number; readonly answer: unknown }
  /** What is owed is told by its place in the view that was handed over before, where it stood there already. */
  | { readonly id: number; readonly view: HandedView }
  | { readonly id: number; readonly fault: string }
  | { readonly id: number; readonly progress: Progress };
