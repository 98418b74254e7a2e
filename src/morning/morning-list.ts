// The morning list as plain data: for each role what to do, for whom, by when and why; then what to put right and what is unsaid.
// Knows no screen and no file: renderers and other programs read it.

import type { Moment } from "../school/moment.ts";

export interface PupilName {
  readonly id: string;
  readonly firstName?: string;
  readonly class?: string;
}

/** `overdue` is past its deadline, `today` is due before the day is over, `undated` has no deadline in the policy. */
export type Urgency = "overdue" | "today" | "later" | "undated";

/**
 * `do` must or should be done, `may` is offered, `decide` is a judgement that a rule waits for, `code` is to be recorded in the
 * register, `irregular` stands on record and should not or lacks something, `overturned` was on an earlier list and is no
 * longer so, `vacancy` is a role to fill, `unscheduled` a duty without a cadence.
 */
export type ItemKind = "do" | "may" | "decide" | "code" | "irregular" | "overturned" | "vacancy" | "unscheduled";

export interface Item {
  readonly kind: ItemKind;
  readonly urgency: Urgency;
  /** Absent where it concerns the school as a whole. */
  readonly pupil?: PupilName;
  /** The parent it concerns, by name, where each parent owes or is owed their own. */
  readonly parent?: string;
  /** In plain words, without the pupil: `Send the stage 1 letter to the parents`. */
  readonly what: string;
  /** When it was first asked for. */
  readonly since?: Moment;
  readonly due?: Moment;
  /** The deadline in words: `today by 09:30`, `Tue 17 Mar, end of day`. */
  readonly by: string;
  /** One sentence without its full stop. */
  readonly why: string;
  readonly clauses: readonly string[];
  /** The rule that says so, by the name that `rollcall explain` knows. */
  readonly rule: string;
  /** The obligation's own id; absent for what is no obligation. */
  readonly id?: string;
}

export interface RoleList {
  readonly role: string;
  readonly title: string;
  /** Names from the staff list. */
  readonly holders: readonly string[];
  /** Whether the school's staff list has the role; others, such as parents, owe things too. */
  readonly inSchool: boolean;
  /** Overdue first, then by deadline, then what has none; within that in the order of the policy. */
  readonly items: readonly Item[];
}

/** Something the policy does not say, in plain words. */
export interface Silence {
  readonly what: string;
  /** The policy that leaves it unsaid: this one, or one that it extends. */
  readonly layer: string;
  readonly clauses: readonly string[];
}

export interface MorningList {
  readonly policy: string;
  readonly title: string;
  readonly school: string;
  readonly asOf: Moment;
  readonly pupils: number;
  readonly roles: readonly RoleList[];
  readonly codes: readonly Item[];
  readonly irregular: readonly Item[];
  readonly overturned: readonly Item[];
  readonly vacancies: readonly Item[];
  readonly unscheduled: readonly Item[];
  readonly silences: readonly Silence[];
}
