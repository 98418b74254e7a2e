// What a policy means: every name bound, every unit known, every layer merged. Nothing here is a guess:
// where the text is silent there is a hole, and where it says two things the chosen reading stands and the others are kept.

import type { Ratio } from "../units/ratio.ts";
import type { Edge } from "../units/edge.ts";
import type { FigureType } from "../units/figure-type.ts";
import type { Unit } from "../units/unit.ts";
import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Span } from "../source/text.ts";

/** Where a thing was written and why it is there. Every node that can be explained carries one. */
export interface Origin {
  readonly span: Span;
  readonly clauses: readonly string[];
  /** The layer that wrote it: `england`, `hall-green`. */
  readonly layer: string;
}

// ---------------------------------------------------------------- values

export type PeriodUnit = "day" | "week" | "half-term" | "term" | "school-year";

export type Window =
  | { readonly kind: "this"; readonly period: PeriodUnit }
  | { readonly kind: "previous"; readonly period: Exclude<PeriodUnit, "day"> }
  | { readonly kind: "last"; readonly n: number; readonly unit: Unit }
  | { readonly kind: "school-weeks"; readonly n: number }
  /** As the two above, so many as a parameter says. */
  | { readonly kind: "last-of"; readonly n: Value; readonly unit: Unit }
  | { readonly kind: "since"; readonly start: Event }
  | { readonly kind: "between"; readonly start: Event; readonly end: Event }
  | { readonly kind: "ever" }
  /** The text does not say over what time. */
  | { readonly kind: "hole"; readonly name: string };

/** A set of sessions: by category, by code, by where the pupil is. All given parts must hold. */
export interface SessionSet {
  /** `possible` = attended or absent. `away` = absent and not on site. */
  readonly category:
    "attended" | "absent" | "authorised" | "unauthorised" | "possible" | "away" | "late" | "missing" | "any";
  /** Empty means every code of the category. */
  readonly codes: readonly string[];
}

/** Whose marks: this pupil's, or the sum over a group (S17). */
export type Population =
  | { readonly kind: "pupil" }
  | { readonly kind: "class" }
  | { readonly kind: "year-group" }
  | { readonly kind: "school" }
  | { readonly kind: "word"; readonly name: string };

/** Something with a moment. Absent an explicit choice it is the newest in scope. */
export type Event =
  | { readonly kind: "act"; readonly act: string; readonly object?: string; readonly span: Span }
  | {
      readonly kind: "step";
      readonly procedure: string;
      readonly step: string;
      readonly when: "opened" | "done" | "due";
      readonly span: Span;
    }
  | { readonly kind: "field"; readonly field: string; readonly span: Span }
  | { readonly kind: "date"; readonly day: Day; readonly span: Span }
  | { readonly kind: "moment"; readonly moment: Moment; readonly span: Span }
  /** The start of the thing the rule lives on: the absence, the request, the year. */
  | { readonly kind: "start"; readonly span: Span }
  /** The day that a parameter holds. */
  | { readonly kind: "parameter"; readonly name: string; readonly type: ValueType; readonly span: Span }
  /** The start or end of a stretch of time that holds the day: `30 minutes after end of day`. */
  | { readonly kind: "bound"; readonly which: "start" | "end"; readonly period: PeriodUnit; readonly span: Span };

export type Value =
  | {
      readonly kind: "constant";
      readonly value: number | Ratio | string;
      readonly type: ValueType;
      readonly span: Span;
    }
  | { readonly kind: "parameter"; readonly name: string; readonly type: ValueType; readonly span: Span }
  | { readonly kind: "hole"; readonly name: string; readonly span: Span }
  /** attendance = attended ÷ possible; absence = absent ÷ possible. A rate of any set is that set ÷ possible. */
  | {
      readonly kind: "rate";
      readonly of: SessionSet;
      readonly window: Window;
      readonly at?: Event;
      readonly population: Population;
      readonly span: Span;
    }
  | {
      readonly kind: "sessions";
      readonly of: SessionSet;
      readonly window: Window;
      readonly at?: Event;
      readonly population: Population;
      readonly span: Span;
    }
  /** Sessions ÷ sessions in a day, in school days. */
  | { readonly kind: "days"; readonly of: SessionSet; readonly window: Window; readonly span: Span }
  /** Absences (spells) that begin in the window (S10). */
  | { readonly kind: "occasions"; readonly of: SessionSet; readonly window: Window; readonly span: Span }
  | {
      /** The longest run in the window, or the one that is still going at its end (S10). */
      readonly kind: "run";
      readonly which: "longest" | "current";
      readonly of: SessionSet;
      readonly unit: "session" | "school-day";
      readonly window: Window;
      readonly span: Span;
    }
  | {
      readonly kind: "acts";
      readonly act: string;
      readonly object?: string;
      readonly window?: Window;
      readonly span: Span;
    }
  /** 1 + earlier ones, not withdrawn, of the same parent and pupil in the window (S11). */
  | { readonly kind: "ordinal"; readonly act: string; readonly window: Window; readonly span: Span }
  /** Whole units gone by in the window: `count of calendar days since letter sent`. */
  | { readonly kind: "elapsed"; readonly unit: Unit; readonly window: Window; readonly span: Span }
  | { readonly kind: "field"; readonly field: string; readonly type: ValueType; readonly span: Span }
  /** `year` (Reception 0), `age` (whole years today), `parents`, `contacts`, `term`: 1 autumn, 2 spring,
   *  3 summer, and `weekday`: Monday 1, Sunday 7. */
  | {
      readonly kind: "attribute";
      readonly name: "year" | "age" | "parents" | "contacts" | "term" | "weekday";
      readonly span: Span;
    }
  | {
      readonly kind: "measure";
      readonly name: string;
      readonly type: ValueType;
      readonly at?: Event;
      readonly span: Span;
    }
  /** What the row of the bands is worth. */
  | { readonly kind: "worth"; readonly bands: string; readonly type: ValueType; readonly span: Span };

/** The unit of a value: a ratio for percentages, pence for money, seconds for times, days for dates, a string for texts. */
export type ValueType = FigureType;

export type MomentExpression =
  | { readonly kind: "event"; readonly event: Event; readonly span: Span }
  /** A clock time on the day the rule is read. */
  | { readonly kind: "clock"; readonly time: Value; readonly span: Span }
  | { readonly kind: "end-of-day"; readonly span: Span }
  /** The day on which the rule is read, set against a date. */
  | { readonly kind: "today"; readonly span: Span }
  | { readonly kind: "next-morning"; readonly unit: "school-day" | "working-day"; readonly span: Span }
  /** X's first day is day 1 (S4). */
  | {
      readonly kind: "day-of";
      readonly n: number;
      readonly of: Event | { readonly kind: "absence" };
      readonly span: Span;
    }
  | {
      readonly kind: "counted";
      readonly n: Value;
      readonly unit: Unit;
      readonly direction: "after" | "before" | "beginning with";
      readonly of: Event;
      readonly span: Span;
    }
  | {
      readonly kind: "choice";
      readonly which: "earlier" | "later";
      readonly first: MomentExpression;
      readonly second: MomentExpression;
      readonly span: Span;
    }
  | { readonly kind: "bound"; readonly which: "start" | "end"; readonly period: PeriodUnit; readonly span: Span }
  | { readonly kind: "hole"; readonly name: string; readonly span: Span };

// ---------------------------------------------------------------- conditions

export type Condition =
  | { readonly kind: "and"; readonly parts: readonly Condition[]; readonly span: Span }
  | { readonly kind: "or"; readonly parts: readonly Condition[]; readonly span: Span }
  | { readonly kind: "not"; readonly part: Condition; readonly span: Span }
  | { readonly kind: "at-least-of"; readonly n: number; readonly parts: readonly Condition[]; readonly span: Span }
  | { readonly kind: "compare"; readonly left: Value; readonly edge: Edge; readonly right: Value; readonly span: Span }
  /** A decision: answered by a permitted role, or asked. `name` is the decision's name, or its question where it is inline. */
  | {
      readonly kind: "judged";
      readonly decision: string;
      readonly question: string;
      readonly by: readonly string[];
      readonly answer: string;
      readonly span: Span;
    }
  /** The day lies between two dates that a record of the act holds, both included; with one date, it is that day. */
  | {
      readonly kind: "during";
      readonly act: string;
      readonly object?: string;
      readonly first: string;
      readonly last: string;
      readonly span: Span;
    }
  | { readonly kind: "field-is"; readonly field: string; readonly value: string; readonly span: Span }
  | { readonly kind: "flag"; readonly name: string; readonly span: Span }
  | { readonly kind: "status"; readonly name: string; readonly span: Span }
  | { readonly kind: "in-band"; readonly bands: string; readonly title: string; readonly span: Span }
  /** Marked absent, away or late at the session now; any kind of session set. */
  | { readonly kind: "session-now"; readonly of: SessionSet; readonly span: Span }
  /** The act is on record, in scope or in the window, and on the right side of the moment. */
  | {
      readonly kind: "done";
      readonly act: string;
      readonly object?: string;
      readonly window?: Window;
      readonly edge?: Edge;
      readonly moment?: MomentExpression;
      readonly span: Span;
    }
  | {
      readonly kind: "step";
      readonly procedure: string;
      readonly step: string;
      readonly state: "opened" | "done" | "overdue";
      readonly span: Span;
    }
  /** The pupil came through the door, on the right side of the time. Without edge: at all, today. */
  | { readonly kind: "arrived"; readonly edge?: Edge; readonly moment?: MomentExpression; readonly span: Span }
  /** A moment set against another: `first-day after 2026-09-01`. */
  | {
      readonly kind: "moments";
      readonly left: MomentExpression;
      readonly edge: Edge;
      readonly right: MomentExpression;
      readonly span: Span;
    }
  | { readonly kind: "hole"; readonly name: string; readonly span: Span }
  | { readonly kind: "always"; readonly span: Span };

// ---------------------------------------------------------------- declarations

export interface Named {
  readonly name: string;
  readonly title: string;
  readonly origin: Origin;
  /** What a layer below may do with it; without one it is free to be said anew. */
  readonly lock?: Lock;
  /** What a layer above said under the same name, and in turn what that replaced. It applies no more, and no rule is read there. */
  readonly replaces?: this;
}

export type Lock = "fixed" | "free" | "may only rise" | "may only fall";

/** A value and the dates it holds, both included. */
export interface DatedValue {
  readonly value: Value;
  readonly from?: Day;
  readonly until?: Day;
}

export interface Parameter extends Named {
  readonly type: ValueType;
  readonly history: readonly DatedValue[];
  readonly lock: Lock;
  /** Which way is stricter, as the layer says that lets it move one way only; it stays known where a layer below fixes it. */
  readonly stricter?: "higher" | "lower";
  /** Every layer that set it, nation first. */
  readonly layers: readonly {
    readonly layer: string;
    readonly history: readonly DatedValue[];
    readonly lock: Lock;
    readonly span: Span;
  }[];
}

export interface Word extends Named {
  readonly sort: "role" | "flag" | "reason" | "group" | "channel" | "service";
  readonly sameAs?: string;
  /** For a role: how many people the policy says hold it (0 where it does not say), and what must be known of each. */
  readonly people: number;
  readonly needs: readonly string[];
  readonly means?: Condition;
}

export type Category = "attending" | "approved" | "authorised" | "unauthorised" | "not-possible" | "administrative";

export interface RegisterCode extends Named {
  readonly category: Category;
  readonly onSite: boolean;
  readonly late: boolean;
  readonly from?: Day;
  readonly until?: Day;
}

/** A time of day in seconds, or a hole. */
export type ClockTime =
  | { readonly kind: "time"; readonly seconds: number; readonly origin: Origin }
  | { readonly kind: "hole"; readonly name: string; readonly origin: Origin };

export interface Zone {
  /** A code to record, `present`, or an act that is owed (`sign-in`). */
  readonly becomes:
    | { readonly kind: "code"; readonly code: string }
    | { readonly kind: "present" }
    | { readonly kind: "act"; readonly act: string };
  /** The arrivals it takes: after/from and until/before, in seconds of the day. */
  readonly edges: readonly { readonly edge: Edge; readonly seconds: number }[];
  readonly unless?: Condition;
  readonly origin: Origin;
}

export interface Register extends Named {
  readonly half: "AM" | "PM";
  readonly group?: string;
  readonly gatesOpen?: ClockTime;
  readonly dayStarts?: ClockTime;
  readonly opens?: ClockTime;
  readonly closes?: ClockTime;
  readonly dayEnds?: ClockTime;
  readonly zones: readonly Zone[];
}

export interface CodingRow {
  readonly code: string;
  readonly when?: Condition;
  readonly origin: Origin;
}

export interface Coding extends Named {
  readonly rows: readonly CodingRow[];
}

export interface Field {
  readonly name: string;
  readonly type: "text" | "date" | "time" | "number" | "money";
}

export interface Act extends Named {
  readonly saying: string;
  readonly fields: readonly Field[];
  readonly by: readonly string[];
  readonly allowedWhen: readonly { readonly condition: Condition; readonly origin: Origin }[];
}

export interface Measure extends Named {
  readonly type: ValueType;
  readonly anchor?: Anchor;
  readonly rows: readonly { readonly value: Value; readonly when?: Condition; readonly origin: Origin }[];
}

export interface Status extends Named {
  readonly rule:
    | { readonly kind: "when"; readonly condition: Condition }
    | { readonly kind: "switch"; readonly from: Event; readonly until?: Event };
}

export interface BandRow {
  readonly title: string;
  readonly edges: readonly { readonly edge: Edge; readonly value: Value }[];
  readonly worth?: Value;
  readonly origin: Origin;
}

export interface Bands extends Named {
  readonly of: Value;
  readonly rows: readonly BandRow[];
}

export type Anchor =
  | { readonly kind: "pupil" }
  | { readonly kind: "period"; readonly unit: PeriodUnit }
  /** One absence: absent sessions, or away ones; of certain codes when given (S9, S10). */
  | { readonly kind: "absence"; readonly of: "absent" | "away"; readonly codes: readonly string[] }
  | { readonly kind: "session"; readonly codes: readonly string[] }
  | { readonly kind: "act"; readonly act: string; readonly object?: string }
  | { readonly kind: "parent" }
  | { readonly kind: "school" }
  | { readonly kind: "class" };

export interface Party {
  readonly role: string;
  readonly quantifier?: "each" | "either" | number;
}

export interface Parties {
  readonly joined: "and" | "or";
  readonly members: readonly Party[];
}

export type Modal = "must" | "should" | "may" | "must not";

export type Deadline =
  | { readonly kind: "by"; readonly edge: "by" | "before" | "at"; readonly moment: MomentExpression }
  | {
      readonly kind: "within";
      readonly n: Value;
      readonly unit: Unit;
      readonly of?: Event;
      readonly closed?: "next" | "last";
    };

export interface Sentence {
  readonly kind: "sentence";
  readonly actors: Parties;
  readonly modal: Modal;
  readonly act: string;
  readonly object?: string;
  readonly to?: Parties;
  readonly with?: Parties;
  readonly through: readonly string[];
  readonly using?: string;
  readonly recording: readonly string[];
  readonly about?: string;
  readonly deadline?: Deadline;
  readonly guard?: Condition;
  readonly origin: Origin;
}

export type Item =
  | Sentence
  | { readonly kind: "wait"; readonly n: Value; readonly unit: Unit; readonly origin: Origin }
  | {
      readonly kind: "branch";
      readonly condition: Condition;
      readonly then: readonly Item[];
      readonly otherwise: readonly Item[];
      readonly origin: Origin;
    }
  | {
      readonly kind: "repeat";
      readonly cadence:
        | { readonly kind: "each-time"; readonly event: Event }
        | { readonly kind: "each-school-day" }
        | { readonly kind: "every"; readonly n: Value; readonly unit: Unit; readonly until: Condition };
      readonly cap?: { readonly times: number; readonly per: PeriodUnit };
      readonly body: readonly Item[];
      readonly origin: Origin;
    };

export interface Step extends Named {
  readonly trigger:
    | { readonly kind: "start" }
    | { readonly kind: "on"; readonly moment: MomentExpression }
    | { readonly kind: "after"; readonly step: string }
    | { readonly kind: "when"; readonly condition: Condition };
  readonly guard?: Condition;
  readonly items: readonly Item[];
}

export interface Procedure extends Named {
  readonly anchor: Anchor;
  readonly startsAgain: boolean;
  readonly anyOrder: boolean;
  readonly changesApplyAtOnce: boolean;
  readonly starts?: { readonly condition: Condition; readonly origin: Origin };
  readonly ends: readonly { readonly condition: Condition; readonly outcome?: string; readonly origin: Origin }[];
  readonly pauses: readonly { readonly condition: Condition; readonly origin: Origin }[];
  readonly steps: readonly Step[];
}

/** A one-step procedure on a cadence; a hole in the cadence means nothing can be scheduled. */
export interface Duty extends Named {
  readonly every:
    | { readonly kind: "period"; readonly unit: PeriodUnit }
    | { readonly kind: "quantity"; readonly n: number; readonly unit: Unit }
    | { readonly kind: "hole"; readonly name: string };
  readonly anchor: Anchor;
  readonly items: readonly Sentence[];
}

export interface Decision extends Named {
  readonly question: string;
  readonly by: readonly string[];
  readonly within?: { readonly n: Value; readonly unit: Unit };
  readonly tests: readonly { readonly text: string; readonly origin: Origin }[];
  readonly answers: readonly string[];
}

/** What a field of a document may hold: what the field of an act may, a share, or a line to sign by hand. */
export type DocumentFieldType = Field["type"] | "percent" | "signature";

export interface DocumentField {
  readonly name: string;
  readonly needed: boolean;
  readonly type: DocumentFieldType;
  /** What the decision itself fills it with. */
  readonly value?: Value;
  /** The table whose row fills it. */
  readonly band?: string;
  readonly when?: Condition;
  readonly origin: Origin;
}

/** What stands for a name in braces. */
export type Merge =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "value"; readonly value: Value }
  /** The title of the row that applies. */
  | { readonly kind: "band"; readonly name: string }
  /** The title of a role, service, channel or reason. */
  | { readonly kind: "word"; readonly name: string }
  | { readonly kind: "known"; readonly name: KnownMerge };

/** What every letter knows, whatever the policy. */
export type KnownMerge = "pupil" | "year-group" | "class" | "born" | "school" | "parents" | "today" | "due" | "sender";

/** A paragraph, in pieces; `part` is the field that it is. */
export interface DocumentText {
  readonly part?: string;
  readonly pieces: readonly (string | Merge)[];
  readonly when?: Condition;
  readonly origin: Origin;
}

export interface Document extends Named {
  readonly fields: readonly DocumentField[];
  /** What it says, in order; empty where the policy gives it no text. */
  readonly texts: readonly DocumentText[];
}

export interface Note {
  readonly says: string;
  readonly because?: string;
  readonly origin: Origin;
}

/** A choice between two ways of reading the text; the model holds the chosen one, this remembers the others. */
export interface ReadingChoice {
  readonly question: string;
  readonly chosen?: string;
  readonly because?: string;
  readonly alternatives: readonly string[];
  /** What each alternative rests on, in the same order: the clauses it cites, and those cited within it. */
  readonly grounds: readonly { readonly label: string; readonly clauses: readonly string[] }[];
  readonly origin: Origin;
}

/** Something the text does not say. */
export interface Hole {
  readonly name: string;
  /** What is unsaid, in plain words: `when the afternoon register opens`. */
  readonly what: string;
  readonly origin: Origin;
}

/** A value said anew against its lock: from this day it is not what the layer above allows. */
export interface LockBreach {
  readonly above: Parameter;
  readonly own: Parameter;
  readonly day: Day;
  readonly theirs: number | Ratio | string;
  readonly ours: number | Ratio | string;
  /** The value as it stands here. */
  readonly span: Span;
}

export interface Model {
  readonly level: "nation" | "authority" | "trust" | "school";
  readonly name: string;
  readonly title: string;
  readonly inForce?: { readonly from: Day; readonly until?: Day };
  readonly reviewBy?: Day;
  /** Nation first, this policy last. */
  readonly layers: readonly {
    readonly name: string;
    readonly title: string;
    readonly level: string;
    readonly span: Span;
  }[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly words: ReadonlyMap<string, Word>;
  /** All versions of all codes; a code may stand more than once with different dates. */
  readonly codes: readonly RegisterCode[];
  readonly registers: readonly Register[];
  readonly codings: readonly Coding[];
  readonly acts: ReadonlyMap<string, Act>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly bands: ReadonlyMap<string, Bands>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly duties: ReadonlyMap<string, Duty>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly notes: readonly Note[];
  readonly readings: readonly ReadingChoice[];
  readonly holes: readonly Hole[];
  /** The locks that this policy breaks; those of the layers above are theirs. */
  readonly lockBreaches: readonly LockBreach[];
}
