// A school's planned calendar as it is written down, before anything is worked out from it.
// Plain values only; `plan-faults.ts` says whether they make sense and `calendar.ts` what follows from them.

import type { Day } from "./day.ts";

export type Half = "AM" | "PM";

/** A stretch of days; both ends belong to it. */
export interface DaySpan {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

export type PlannedHalfTerm = DaySpan;

/** A term runs from its first half-term to its last and takes in the half-term holiday between them. */
export interface PlannedTerm extends DaySpan {
  readonly halfTerms: readonly PlannedHalfTerm[];
}

/** A school year, usually 1 September to 31 August. A school of six terms plans six, each with its one half-term. */
export interface PlannedYear extends DaySpan {
  readonly terms: readonly PlannedTerm[];
}

export interface CalendarPlan {
  readonly name: string;
  readonly years: readonly PlannedYear[];
  readonly bankHolidays: readonly Day[];
  /** Staff training days: pupils have no session, staff work (S3). */
  readonly inset: readonly Day[];
  /** Closures planned beforehand. An unexpected closure is marks in the register, never a change here (S3). */
  readonly closed: readonly { readonly day: Day; readonly why: string }[];
  /** Days with a single session, such as an early finish at the end of a term. */
  readonly oneSession: readonly { readonly day: Day; readonly half: Half }[];
}
