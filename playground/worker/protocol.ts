// What the page asks of the worker, and what it answers: plain data, so that nothing of the compiler is on the page itself.

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

export interface Act {
  readonly name: string;
  readonly saying: string;
  readonly fields: readonly string[];
  readonly by: readonly string[];
}

/** What the page needs to know of a sound policy besides its text. */
export interface Vocabulary {
  readonly codes: readonly RegisterCode[];
  readonly acts: readonly Act[];
  readonly flags: readonly { readonly name: string; readonly title: string }[];
  readonly readings: readonly {
    readonly question: string;
    readonly labels: readonly string[];
    readonly chosen: string;
  }[];
  readonly calendar: CalendarView;
}

export interface Compiled {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly colours: Colours;
  /** Undefined while something keeps the policy from running. */
  readonly vocabulary: Vocabulary | undefined;
}

// ---------------------------------------------------------------- one pupil

/** A pupil of whom only what differs from an ordinary child is said; sessions not mentioned are attended. */
export interface Sketch {
  readonly year: number;
  readonly flags: readonly string[];
  readonly parents: readonly string[];
  /** First day on roll; unsaid, the first day of the school year of the day asked. */
  readonly from?: number;
  /** By `20525 AM`: day since 1970-01-01 and half. `-` is a missing mark. */
  readonly marks: readonly (readonly [session: string, code: string])[];
  readonly log: readonly Entry[];
}

export interface Entry {
  readonly act: string;
  readonly object?: string;
  readonly by?: string;
  readonly person?: string;
  /** Seconds since 1970-01-01 by the school's own clock. */
  readonly happened: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Owed {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly modal: "must" | "should" | "may" | "must not";
  readonly state: string;
  readonly opened: number;
  readonly due?: number;
  readonly doneAt?: number;
  readonly procedure: string;
  readonly step: string;
  readonly clauses: readonly string[];
  readonly because?: string;
}

export interface Card {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly line: number;
}

export interface PupilView {
  readonly asOf: number;
  readonly attendance: { readonly attended: number; readonly possible: number };
  /** Attendance this school year at the end of each school day: attended and possible sessions so far. */
  readonly line: readonly { readonly day: number; readonly attended: number; readonly possible: number }[];
  readonly standing: readonly Card[];
  readonly bands: readonly { readonly name: string; readonly row: string }[];
  readonly owed: readonly Owed[];
  readonly questions: readonly { readonly decision: string; readonly question: string; readonly by: string }[];
  readonly ahead: readonly string[];
}

export interface Why {
  readonly sentence: string;
  /** Lines of the trace, from the outside in. */
  readonly outline: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Sessions counted, as in a sketch. */
  readonly sessions: readonly string[];
}

// ---------------------------------------------------------------- questions and answers

export interface Questions {
  readonly compile: {
    readonly ask: { readonly policy: PolicyText; readonly readings: Readings };
    readonly answer: Compiled;
  };
  readonly pupil: {
    readonly ask: { readonly sketch: Sketch; readonly asOf: number };
    readonly answer: PupilView | undefined;
  };
  readonly why: { readonly ask: { readonly id: string }; readonly answer: Why | undefined };
  readonly shelf: { readonly ask: { readonly name: string }; readonly answer: PolicyText | undefined };
}

export type Kind = keyof Questions;

export interface Asked<K extends Kind = Kind> {
  readonly id: number;
  readonly kind: K;
  readonly ask: Questions[K]["ask"];
}

/** A fault of ours carries its text; an author's mistake is never one. */
export type Answered =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly fault: string };
