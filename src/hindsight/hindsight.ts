// What a hindsight comes to, as plain data: for each pupil what was decided otherwise than it would have been, why, what was done
// on the strength of it, and which late facts turned it. Renderers and other programs read it.

import type { PupilName } from "../morning/morning-list.ts";
import type { Moment } from "../school/moment.ts";
import type { Correction } from "./corrections.ts";

/**
 * `needless` was asked for or done and should not have been; `missed` should have been and was not; `otherwise` was asked for either way,
 * at another time or with another result; `met-either-way` was done on either side alike; `standing` is a status, a row of the
 * bands or a figure that was another.
 */
export type Verdict = "needless" | "missed" | "otherwise" | "met-either-way" | "standing";

/** Something that was done and stays on record. */
export interface Acted {
  readonly record: string;
  readonly at: Moment;
  /** `send the stage 1 letter, by the attendance officer`. */
  readonly what: string;
}

export interface Finding {
  readonly verdict: Verdict;
  readonly kind: "obligation" | "question" | "refusal" | "status" | "band" | "measure";
  /** `Send the stage 1 letter to the parents`, `“Persistent absence”`. */
  readonly what: string;
  /** The parent it concerns, by name, where each parent owes or is owed their own. */
  readonly parent?: string;
  /** One sentence on what was decided then, and why. */
  readonly then: string;
  /** One sentence on what would have been, and why. */
  readonly hindsight: string;
  /** What was done on the strength of the decision, from the log, in order of time. */
  readonly acted: readonly Acted[];
  /** One sentence on how it stands now; only of what is asked of people. */
  readonly now?: string;
  /** The fewest corrections that together turned it. */
  readonly turnedBy: readonly Correction[];
  /** Late marks of other pupils had a part in it, by the rate of a class, year group or school. */
  readonly turnedByOthers: boolean;
  readonly clauses: readonly string[];
  readonly rule: string;
  /** The obligation's own id; absent for what is no obligation. */
  readonly id?: string;
}

export interface HindsightCase {
  /** Absent for the school as a whole. */
  readonly pupil?: PupilName;
  /** What became known late, in the order in which it did. */
  readonly corrections: readonly Correction[];
  readonly findings: readonly Finding[];
  /** What was called for only after the decision, by procedures that went on from what was needless, and was done. */
  readonly followed: readonly Acted[];
}

export interface Hindsight {
  readonly policy: string;
  readonly title: string;
  readonly school: string;
  /** The moment of the decisions, and the one up to which later knowledge counts. */
  readonly then: Moment;
  readonly now: Moment;
  /** How many pupils were looked at, and of how many something became known late. */
  readonly pupils: number;
  readonly pupilsWithLateFacts: number;
  /** Those of whom something became known late or was decided otherwise; the school as a whole last. */
  readonly cases: readonly HindsightCase[];
}
