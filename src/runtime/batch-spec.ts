// What a packed decision needs to have worked out once for a calendar and a day, before the first pupil is read: windows, conditions
// and figures that hang on the calendar alone, moments counted from others, and when a condition must be looked at again.

import type { PassingUnit } from "../school/counting.ts";
import type { BatchShape } from "./packed-outcome.ts";
import type { Anchor, DutySpecOf, Expressions, Running } from "./program.ts";
import type { Windowing } from "./windows.ts";

export type AnchorPeriod = Extract<Anchor, { readonly kind: "period" }>["unit"];

/** The days, besides those that are not plain and those it is first asked on, on which a condition may become true. */
export interface Wakes {
  readonly everyDay: boolean;
  /** Windows, by place: when they begin elsewhere. */
  readonly windows: readonly number[];
  /** Conditions of the calendar, by place: when they become so. */
  readonly tests: readonly { readonly place: number; readonly truth: boolean }[];
  /** Figures of the calendar, by place: when they change. */
  readonly figures: readonly number[];
}

/** What stands for a window where expressions are `X`. */
type WindowingOf<X extends Expressions> = X extends Running ? Windowing : unknown;

export interface BatchSpecOf<X extends Expressions> {
  readonly shape: BatchShape;
  /** The codes of a day on which nothing happened; without one, sessions without a mark. */
  readonly plain: { readonly morning: string | undefined; readonly afternoon: string | undefined };
  /** Session sets of the policy that are counted, by their places among all. */
  readonly sets: readonly number[];
  /** Sets of which marks are looked at one by one, likewise. */
  readonly marks: readonly number[];
  /** Sets whose counts so far share a word: one, or two of which a plain day has both marks or none; by place among `sets`. */
  readonly words: readonly (readonly number[])[];
  /** Runs of days all of whose possible sessions belong to a set, told as the days go by: both by place among `marks`. */
  readonly runs: readonly { readonly set: number; readonly possible: number }[];
  readonly windows: readonly WindowingOf<X>[];
  readonly tests: readonly X["test"][];
  readonly figures: readonly X["read"][];
  readonly wakes: readonly Wakes[];
  readonly periods: readonly AnchorPeriod[];
  /** Names under which a pupil's record may have a flag. */
  readonly flags: readonly (readonly string[])[];
  /** Sentences whose deadline is counted from the opening of their step. */
  readonly duties: readonly DutySpecOf<X>[];
  /** Waits for something to have passed since a moment: how much of what. */
  readonly passings: readonly Passing[];
  /** Groups with a register of their own, in the order of the bits of a timing. */
  readonly groups: readonly string[];
}

/** At least so many units since a moment. */
export interface Passing {
  readonly count: number;
  readonly unit: PassingUnit;
}

export type BatchSpec = BatchSpecOf<Running>;
