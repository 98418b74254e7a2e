// What an evaluation says: plain data that can be stored, compared and explained.

import type { Day } from "../school/day.ts";
import type { Moment } from "../school/moment.ts";
import type { Charge, Figure } from "./program.ts";

export type ObligationState =
  "upcoming" | "open" | "done" | "done-late" | "overdue" | "not-needed" | "offered" | "forbidden";

/** Who owes what to whom by when, and which rule says so. */
export interface Obligation extends Charge {
  /** Stable across evaluations: procedure / instance / rule / occurrence / person. */
  readonly id: string;
  readonly procedure: string;
  readonly instance: string;
  readonly step: string;
  /** The parent this one concerns, where each parent owes or is owed their own. */
  readonly person?: string;
  readonly opened: Moment;
  readonly due?: Moment;
  readonly state: ObligationState;
  /** The record that completed it. */
  readonly doneBy?: string;
  readonly doneAt?: Moment;
  /** Why it is no longer needed. */
  readonly because?: string;
}

/** A judgement that a rule waits for (S28): asked only when everything else in the condition holds. */
export interface Question {
  readonly decision: string;
  readonly question: string;
  readonly by: readonly string[];
  readonly procedure: string;
  readonly instance: string;
  readonly rule: string;
  readonly since: Moment;
}

/** A code to record for a session (S8); the register itself is never changed. */
export interface Proposal {
  readonly day: Day;
  readonly half: "AM" | "PM";
  readonly code: string;
  readonly instead?: string;
  readonly rule: string;
  readonly clauses: readonly string[];
}

/** Something on record that does not do what it should: refused, incomplete, or by the wrong role. */
export interface Irregularity {
  readonly kind: "refused" | "missing-field" | "wrong-role" | "unknown-code" | "unknown-act";
  readonly record: string;
  readonly act: string;
  readonly object?: string;
  readonly field?: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly at: Moment;
}

/** A role nobody holds, or of whom something needed is not known. */
export interface Vacancy {
  readonly role: string;
  readonly field?: string;
  readonly short: number;
  readonly rule: string;
  readonly clauses: readonly string[];
}

/** What an earlier knowledge of the facts opened and the present one does not (S30). */
export interface Overturned {
  readonly obligation: Obligation;
  /** The record that became known, and when. */
  readonly by: string;
  readonly known: Moment;
}

export interface InstanceOutcome {
  readonly procedure: string;
  readonly key: string;
  readonly started?: Moment;
  readonly ended?: Moment;
  readonly outcome?: string;
  readonly steps: readonly { readonly step: string; readonly opened?: Moment; readonly done?: Moment }[];
}

export interface Outcome {
  readonly subject: string;
  readonly asOf: Moment;
  readonly statuses: readonly { readonly name: string; readonly holds: boolean | undefined }[];
  readonly bands: readonly { readonly name: string; readonly row: string | undefined }[];
  readonly measures: readonly { readonly name: string; readonly value: Figure | undefined }[];
  readonly instances: readonly InstanceOutcome[];
  readonly obligations: readonly Obligation[];
  readonly questions: readonly Question[];
  readonly proposals: readonly Proposal[];
  readonly irregularities: readonly Irregularity[];
  readonly overturned: readonly Overturned[];
}
