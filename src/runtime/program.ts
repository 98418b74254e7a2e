// A policy ready to run: tables, and small functions that read one moment of one pupil. The interpreter builds it from the
// Ir with closures, a compiled module holds it as code; the engine cannot tell them apart.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { PeriodUnit } from "../school/periods.ts";
import type { Edge } from "../units/edge.ts";
import type { Ratio } from "../units/ratio.ts";
import type { Unit } from "../units/unit.ts";
import type { Context } from "./context.ts";

/** A figure as it is decided on: whole numbers (sessions, pence, seconds, days) or an exact ratio; undefined is "not known". */
export type Figure = number | Ratio | string;
export type Read = (context: Context) => Figure | undefined;
/** Three-valued: true, false, or undefined for "not known", which opens and ends nothing (S13). */
export type Test = (context: Context) => boolean | undefined;
export type When = (context: Context) => Moment | undefined;

/** What stands for an expression in a program: functions where it runs, calls to the runtime's vocabulary in the Ir. */
export interface Expressions {
  readonly test: unknown;
  readonly read: unknown;
  readonly when: unknown;
}

export interface Running extends Expressions {
  readonly test: Test;
  readonly read: Read;
  readonly when: When;
}

/** A condition, and when it is tested: at the end of each school day, or whenever it can change (S18). */
export interface TriggerOf<X extends Expressions> {
  readonly rule: string;
  readonly test: X["test"];
  readonly standing: boolean;
}

export type Category = "attending" | "approved" | "authorised" | "unauthorised" | "not-possible" | "administrative";

/** A code as it stood between two dates, both included. */
export interface CodeVersion {
  readonly code: string;
  readonly category: Category;
  readonly onSite: boolean;
  readonly late: boolean;
  readonly from?: Day;
  readonly until?: Day;
}

/** Which sessions count: all parts must hold; no codes means any. */
export interface SessionSet {
  readonly category:
    "attended" | "absent" | "authorised" | "unauthorised" | "possible" | "away" | "late" | "missing" | "any";
  readonly codes: readonly string[];
}

/** The register of one half of the day, in seconds of the day; undefined where the policy does not say. */
export interface RegisterTimesOf<X extends Expressions> {
  readonly half: "AM" | "PM";
  readonly group?: string;
  readonly opens?: number;
  readonly closes?: number;
  readonly dayEnds?: number;
  readonly zones: readonly ZoneOf<X>[];
}

/** What an arrival between two times becomes: a code to record, or an act that is owed. */
export interface ZoneOf<X extends Expressions> {
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly code?: string;
  readonly act?: string;
  readonly edges: readonly { readonly edge: Edge; readonly seconds: number }[];
  readonly unless?: X["test"];
}

export type Anchor =
  | { readonly kind: "pupil" }
  | { readonly kind: "period"; readonly unit: PeriodUnit | "day" }
  | { readonly kind: "absence"; readonly set: number }
  | { readonly kind: "session"; readonly set: number }
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

/** What is owed, by whom and how: the part of a sentence that an obligation keeps. */
export interface Charge {
  readonly rule: string;
  readonly clauses: readonly string[];
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
}

/** One obligation in waiting. */
export interface DutySpecOf<X extends Expressions> extends Charge {
  readonly op: "oblige";
  /** The last instant at which it is in time. Without one it is open and never overdue, and the hole is reported (S27). */
  readonly due?: X["when"];
  readonly guard?: X["test"];
}

export type OpOf<X extends Expressions> =
  | DutySpecOf<X>
  | { readonly op: "wait"; readonly rule: string; readonly length: X["read"]; readonly unit: Unit }
  | {
      readonly op: "branch";
      readonly rule: string;
      readonly test: X["test"];
      readonly then: readonly OpOf<X>[];
      readonly otherwise: readonly OpOf<X>[];
    }
  | {
      readonly op: "repeat";
      readonly rule: string;
      readonly cadence:
        | { readonly kind: "each-time"; readonly act: string; readonly object?: string }
        | { readonly kind: "each-school-day" }
        | { readonly kind: "every"; readonly length: X["read"]; readonly unit: Unit; readonly until: X["test"] };
      readonly cap?: { readonly times: number; readonly per: PeriodUnit | "day" };
      readonly body: readonly OpOf<X>[];
    };

export interface StepOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly trigger:
    | { readonly kind: "start" }
    | { readonly kind: "on"; readonly moment: X["when"] }
    | { readonly kind: "after"; readonly step: number }
    | ({ readonly kind: "when" } & TriggerOf<X>);
  readonly guard?: X["test"];
  readonly ops: readonly OpOf<X>[];
}

export interface ProcedureOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  /** Whose it is: lived through by each pupil, or by the school as a whole. */
  readonly subject: "pupil" | "school";
  readonly anchor: Anchor;
  /** A live instance takes up changed figures at once, instead of keeping those it started under (S15). */
  readonly changesApplyAtOnce: boolean;
  readonly startsAgain: boolean;
  readonly anyOrder: boolean;
  readonly starts?: TriggerOf<X>;
  readonly ends: readonly (TriggerOf<X> & { readonly outcome?: string })[];
  readonly pauses: readonly TriggerOf<X>[];
  readonly steps: readonly StepOf<X>[];
}

export interface StatusOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly test: X["test"];
}

export interface BandsOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly of: X["read"];
  readonly rows: readonly {
    readonly title: string;
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly test: X["test"];
    readonly worth?: X["read"];
  }[];
}

export interface MeasureOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  /** Measures of the thing a procedure lives on are read there, not for the pupil at large. */
  readonly anchored: boolean;
  readonly read: X["read"];
}

export interface CodingOf<X extends Expressions> {
  readonly name: string;
  readonly rows: readonly CodingRowOf<X>[];
}

export interface CodingRowOf<X extends Expressions> {
  readonly code: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  /** The last row, for what no other row takes; a pupil who came through the door is coded by the register's own times first. */
  readonly otherwise: boolean;
  readonly test: X["test"];
}

export interface ActOf<X extends Expressions> {
  readonly name: string;
  readonly saying: string;
  readonly fields: readonly string[];
  readonly by: readonly string[];
  readonly clauses: readonly string[];
  readonly allowedWhen: readonly {
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly test: X["test"];
  }[];
}

export interface Decision {
  readonly name: string;
  readonly question: string;
  readonly by: readonly string[];
  readonly answers: readonly string[];
  readonly clauses: readonly string[];
}

export interface DocumentOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly test?: X["test"];
  }[];
}

export interface Role {
  readonly name: string;
  /** The role under which the staff list has them, where two names mean one. */
  readonly holder: string;
  readonly title: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly people: number;
  readonly needs: readonly string[];
  /** Only roles that say how many people, or what must be known of them, are looked for among the staff. */
  readonly required: boolean;
}

export interface Hole {
  readonly name: string;
  readonly what: string;
  readonly clauses: readonly string[];
}

export interface ProgramOf<X extends Expressions> {
  readonly name: string;
  readonly title: string;
  /** The school owes nothing under the policy before this day. */
  readonly inForceFrom?: Day;
  readonly codes: readonly CodeVersion[];
  readonly sets: readonly SessionSet[];
  /** Which of the sets holds every absent session. */
  readonly absentSet: number;
  readonly registers: readonly RegisterTimesOf<X>[];
  readonly groups: ReadonlyMap<string, X["test"]>;
  readonly roles: readonly Role[];
  readonly statuses: readonly StatusOf<X>[];
  readonly bands: readonly BandsOf<X>[];
  readonly measures: readonly MeasureOf<X>[];
  readonly codings: readonly CodingOf<X>[];
  readonly acts: ReadonlyMap<string, ActOf<X>>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly documents: ReadonlyMap<string, DocumentOf<X>>;
  /** In dependency order (S20): a procedure comes after those whose steps its conditions read. */
  readonly procedures: readonly ProcedureOf<X>[];
  /** Of a part of a program: the periods of the whole, on whose mornings the rules of the part are looked at as well. */
  readonly mornings?: Readonly<Record<ProcedureOf<X>["subject"], readonly (PeriodUnit | "day")[]>>;
  readonly unscheduled: readonly {
    readonly name: string;
    readonly title: string;
    readonly rule: string;
    readonly clauses: readonly string[];
  }[];
  readonly holes: readonly Hole[];
}

export type Trigger = TriggerOf<Running>;
export type RegisterTimes = RegisterTimesOf<Running>;
export type Zone = ZoneOf<Running>;
export type DutySpec = DutySpecOf<Running>;
export type Op = OpOf<Running>;
export type Step = StepOf<Running>;
export type Procedure = ProcedureOf<Running>;
export type Status = StatusOf<Running>;
export type Bands = BandsOf<Running>;
export type Measure = MeasureOf<Running>;
export type Coding = CodingOf<Running>;
export type CodingRow = CodingRowOf<Running>;
export type Act = ActOf<Running>;
export type Document = DocumentOf<Running>;
export type Program = ProgramOf<Running>;
