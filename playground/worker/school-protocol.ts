// What the page asks of a whole school, and what it is told: plain data. Moments are seconds since 1970-01-01 by the school's own
// clock, days are days since 1970-01-01.

import type { PolicyText, Readings } from "./protocol.ts";
import type { Sketch } from "./pupil-protocol.ts";

/** Pupils that a made-up school may have at most. */
export const MOST_PUPILS = 3000;

/** Which school: one made up, or the one whose files were read last. */
export type SchoolSource = MadeUp | { readonly kind: "imported" };

/** The same four give the same school, as `rollcall sample` would write it. */
export interface MadeUp {
  readonly kind: "synthetic";
  readonly seed: number;
  readonly pupils: number;
  /** The last moment on record. */
  readonly until: number;
  /** The policy on the shelf that its staff have followed, such as `hall-green`; one that is not there is the policy asked about. */
  readonly follows: string;
}

/** A policy under chosen readings; `asOf` only where the two sides of a comparison are looked at on different days. */
export interface SchoolSide {
  readonly policy: PolicyText;
  readonly readings: Readings;
  readonly asOf?: number;
}

/** A number of pupils, or `hidden` where it is 1 to 4, or where another hidden number could be worked out from it. */
export type Guarded = number | "hidden";

export interface PupilName {
  readonly id: string;
  readonly firstName?: string;
  readonly class?: string;
  readonly year: number;
}

// ---------------------------------------------------------------- the school as it stands

export interface SchoolQuestion extends SchoolSide {
  readonly source: SchoolSource;
  readonly asOf: number;
}

/** Why there is no answer, in words for the page. */
export interface NoSchool {
  readonly kind: "none";
  readonly why: string;
}

export interface SchoolView {
  readonly kind: "school";
  readonly name: string;
  readonly asOf: number;
  readonly pupils: readonly PupilLine[];
  /** What every place of a pupil's `statuses`, `bands` and `owes` stands for. */
  readonly statuses: readonly Named[];
  readonly bands: readonly BandNames[];
  /** Lines that the policy's rules draw through attendance this school year, highest first. */
  readonly limits: readonly SchoolLimit[];
  readonly workload: readonly RoleWork[];
  readonly years: readonly YearCount[];
  readonly groups: readonly GroupCount[];
  /** Milliseconds that the working out took, without the making of the school. */
  readonly took: number;
}

export interface Named {
  readonly name: string;
  readonly title: string;
}

export interface BandNames extends Named {
  readonly rows: readonly string[];
}

export interface SchoolLimit {
  readonly says: string;
  readonly title: string;
  /** Attended sessions in possible ones. */
  readonly n: number;
  readonly d: number;
}

export interface PupilLine extends PupilName {
  /** This school year so far. */
  readonly attended: number;
  readonly possible: number;
  /** Places in `SchoolView.statuses`. */
  readonly statuses: readonly number[];
  /** For each of `SchoolView.bands`, the place of the pupil's row, or -1. */
  readonly bands: readonly number[];
  /** How much is owed about the pupil and not done, `must` and `should`. */
  readonly owed: number;
}

/** What opened in each week for a role, that must or should be done. */
export interface RoleWork {
  readonly role: string;
  readonly title: string;
  readonly weeks: readonly { readonly monday: number; readonly count: number }[];
}

/** Sums over pupils, exact: attendance of a year group is `attended` in `possible`. */
export interface YearCount {
  readonly year: number;
  readonly pupils: number;
  readonly attended: number;
  readonly possible: number;
  /** Pupils of whom each status holds, in the order of `SchoolView.statuses`. */
  readonly statuses: readonly number[];
}

/** Small numbers of pupils are hidden, and so are those from which a small one could be worked out. */
export interface GroupCount {
  readonly group: string;
  readonly title: string;
  readonly pupils: Guarded;
  /** Undefined where the group is too small to tell of. */
  readonly attendance: { readonly attended: number; readonly possible: number } | undefined;
  readonly statuses: readonly Guarded[];
}

export interface MorningView {
  readonly kind: "morning";
  readonly asOf: number;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly roles: readonly MorningRole[];
  /** What belongs to nobody's list: codes to record, records to put right, roles to fill. */
  readonly besides: readonly MorningGroup[];
}

export interface MorningRole {
  readonly role: string;
  readonly title: string;
  readonly holders: readonly string[];
  readonly items: readonly MorningItem[];
}

export interface MorningGroup {
  readonly title: string;
  readonly items: readonly MorningItem[];
}

export interface MorningItem {
  readonly urgency: "overdue" | "today" | "later" | "undated";
  readonly kind: string;
  readonly pupil?: { readonly id: string; readonly firstName?: string; readonly class?: string };
  readonly parent?: string;
  readonly what: string;
  readonly by: string;
  readonly why: string;
  readonly clauses: readonly string[];
}

// ---------------------------------------------------------------- what a change comes to

export interface SchoolChangeQuestion {
  /** The school it is tried on: made, if it is not in memory. */
  readonly source: SchoolSource;
  readonly before: SchoolSide;
  readonly after: SchoolSide;
  /** The moment looked at, where a side says none of its own. */
  readonly asOf: number;
}

export interface SchoolChange {
  readonly kind: "change";
  readonly asOf: number;
  readonly pupils: number;
  /** Pupils for whom anything at all differs. */
  readonly touched: number;
  /** Only things whose pupils differ; what touches most pupils first. */
  readonly things: readonly ThingChange[];
  /** Whoever is named in `things`, in the order of the school's list. */
  readonly people: readonly PupilName[];
  /** Every role with anything to do in either, most changed first. Weeks are of the school year up to the moment. */
  readonly workload: readonly RoleChange[];
  /** Milliseconds that the working out took, without the making of the school. */
  readonly took: number;
  /** How much had to be worked out: the rules that lean on the change, or everything. */
  readonly extent: "slice" | "whole";
}

/** A status, a row of a table of bands, an act that is or was owed, or a decision that a rule waits for. */
export interface ThingChange {
  readonly kind: "status" | "band" | "duty" | "question";
  readonly name: string;
  readonly title: string;
  /** Pupils of whom it holds, before and after. */
  readonly before: number;
  readonly after: number;
  /** Ids of pupils, in the order of the school's list. */
  readonly newly: readonly string[];
  readonly noLonger: readonly string[];
  /** Every year group of the school. */
  readonly years: readonly { readonly year: number; readonly newly: number; readonly noLonger: number }[];
  /** Every group of the school, small numbers hidden. */
  readonly groups: readonly {
    readonly group: string;
    readonly title: string;
    readonly newly: Guarded;
    readonly noLonger: Guarded;
  }[];
}

export interface RoleChange {
  readonly role: string;
  readonly title: string;
  readonly before: number;
  readonly after: number;
  readonly weeks: readonly { readonly monday: number; readonly before: number; readonly after: number }[];
}

// ---------------------------------------------------------------- a school's own files

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something of a file that is not in the school: where, what, and how to mend it. */
export interface FileFault {
  readonly severity: "error" | "warning" | "advice";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

export interface Imported {
  readonly kind: "imported" | "refused";
  readonly name: string;
  readonly pupils: number;
  readonly faults: readonly FileFault[];
  /** The last day with a mark; undefined where there is none. */
  readonly lastDay: number | undefined;
  /** What was read from which file, in words. */
  readonly read: readonly string[];
}

/** A pupil of the school as a sketch, and in words what a sketch cannot say of them. */
export interface SketchOfPupil {
  readonly sketch: Sketch;
  readonly unsaid: readonly string[];
}

export interface SchoolQuestions {
  /** Makes the school if need be, works it out, and tells how far it is. */
  readonly school: { readonly ask: SchoolQuestion; readonly answer: SchoolView | NoSchool };
  /** The list of who must do what today. */
  readonly schoolMorning: { readonly ask: SchoolQuestion; readonly answer: MorningView | NoSchool };
  /** As `school`; quick where the two sides differ in one figure. */
  readonly schoolChange: { readonly ask: SchoolChangeQuestion; readonly answer: SchoolChange | NoSchool };
  /** Reads files into memory, in place of those read before; `refused` where nothing can be made of them. */
  readonly schoolImport: {
    /** The policy's own calendar stands in where the files bring none. */
    readonly ask: SchoolSide & { readonly files: readonly ChosenFile[] };
    readonly answer: Imported;
  };
  /** Drops the school that was read, and everything worked out from it. */
  readonly schoolForget: { readonly ask: null; readonly answer: null };
  readonly schoolPupil: {
    readonly ask: SchoolQuestion & { readonly id: string };
    readonly answer: SketchOfPupil | undefined;
  };
}
