// What the page asks of one pupil, and what it is told: plain data.

/** A pupil of whom only what differs from an ordinary child is said; sessions not mentioned are attended. */
export interface Sketch {
  readonly year: number;
  readonly flags: readonly string[];
  readonly parents: readonly string[];
  /** First day on roll; unsaid, the first day of the school year of the day asked. */
  readonly from?: number;
  /** By `20525 AM`: day since 1970-01-01 and half. `-` is a missing mark. */
  readonly marks: readonly (readonly [session: string, code: string])[];
  /** Moments at which the pupil came through the door after the register opened. */
  readonly arrivals?: readonly number[];
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

export type OwedState = "upcoming" | "open" | "done" | "done-late" | "overdue" | "not-needed" | "offered" | "forbidden";

export interface Owed {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly modal: "must" | "should" | "may" | "must not";
  readonly state: OwedState;
  readonly opened: number;
  readonly due?: number;
  readonly doneAt?: number;
  readonly procedure: string;
  readonly step: string;
  readonly clauses: readonly string[];
  readonly because?: string;
  /** What a record that completes it would say, so that it can be put on record with one press. */
  readonly completes: Omit<Entry, "happened">;
}

export interface Card {
  readonly name: string;
  readonly title: string;
  /** It holds of an ordinary pupil who is always in school too, and so says little about this one. */
  readonly common: boolean;
  readonly clauses: readonly string[];
}

export interface Asking {
  readonly id: string;
  readonly decision: string;
  readonly question: string;
  readonly by: string;
  readonly roles: readonly string[];
  readonly answers: readonly string[];
  /** The parent it is asked about, where it is asked of each. */
  readonly person?: string;
  readonly since: number;
}

/** A procedure that began: its line in the timeline. */
export interface Running {
  readonly id: string;
  readonly title: string;
  readonly started: number;
  readonly ended?: number;
  readonly outcome?: string;
}

/** Where a rule draws a line through attendance this school year. */
export interface Limit {
  readonly rule: string;
  readonly title: string;
  readonly says: string;
  /** Attended sessions in possible ones. */
  readonly n: number;
  readonly d: number;
  readonly clauses: readonly string[];
}

/** Something put on record that does not do what it should, by its place in the sketch's log. */
export interface Unheard {
  readonly entry: number;
  readonly says: string;
}

export interface PupilView {
  readonly asOf: number;
  readonly attendance: { readonly attended: number; readonly possible: number };
  /** Attendance this school year at the end of each school day: attended and possible sessions so far. */
  readonly line: readonly { readonly day: number; readonly attended: number; readonly possible: number }[];
  readonly limits: readonly Limit[];
  readonly standing: readonly Card[];
  readonly bands: readonly { readonly name: string; readonly title: string; readonly row: string }[];
  readonly owed: readonly Owed[];
  readonly running: readonly Running[];
  readonly questions: readonly Asking[];
  readonly unheard: readonly Unheard[];
}

/** What somebody pointed at. */
export type About =
  | { readonly kind: "owed"; readonly id: string }
  | { readonly kind: "status"; readonly name: string }
  | { readonly kind: "band"; readonly name: string }
  | { readonly kind: "question"; readonly id: string }
  | { readonly kind: "limit"; readonly rule: string; readonly says: string }
  | { readonly kind: "procedure"; readonly id: string }
  | { readonly kind: "entry"; readonly entry: number }
  | { readonly kind: "session"; readonly session: string };

export interface ClauseText {
  readonly id: string;
  readonly says: string;
  readonly where: string;
}

export interface Why {
  readonly sentence: string;
  /** Lines of the trace, from the outside in. */
  readonly outline: readonly string[];
  /** Each figure with what it comes to and the days looked at. */
  readonly figures: readonly string[];
  readonly clauses: readonly ClauseText[];
  /** Where the rule stands, in words: `hall-green.rollcall, line 310`. */
  readonly rule: string;
  /** Its place in the text being edited; undefined where another layer wrote it. */
  readonly place?: { readonly from: number; readonly to: number };
  /** Sessions counted, as in a sketch. */
  readonly sessions: readonly string[];
  /** What rests on it, where a mark or a record was pointed at: things owed, by id. */
  readonly rests: readonly { readonly id: string; readonly what: string }[];
}

export interface WhyNotAnswer {
  readonly procedure: string;
  readonly step: string;
  readonly sentence: string;
  readonly outline: readonly string[];
  readonly clauses: readonly ClauseText[];
  readonly place?: { readonly from: number; readonly to: number };
}

/** What would change it: sentences, each with the day it speaks of, where there is one. */
export interface Ahead {
  readonly back: readonly string[];
  readonly worse: string;
  readonly next: string;
  /** The day of what comes next, to look at it. */
  readonly nextDay?: number;
  readonly worseDay?: number;
}
