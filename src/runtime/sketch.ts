// A condition or a figure as the policy has it, beside the functions that read it: all that an explanation needs of what was
// written. Like a program it has functions where it runs, and calls to the vocabulary in the Ir.

import type { FigureType } from "../units/figure-type.ts";
import type { Expressions, Running } from "./program.ts";
import type { Windowing } from "./windows.ts";

export interface SketchExpressions extends Expressions {
  readonly window: unknown;
}

export interface RunningSketch extends Running {
  readonly window: Windowing;
}

/** Records of an act, of one thing and in a window where these are said. */
export interface ActsSketchOf<X extends SketchExpressions> {
  readonly act: string;
  readonly object?: string;
  readonly window?: X["window"];
}

export interface FigureSketchOf<X extends SketchExpressions> {
  readonly text: string;
  readonly type: FigureType;
  readonly read: X["read"];
  readonly acts?: ActsSketchOf<X>;
  /** The set whose marks are shown, the window they lie in, and since when an event was that the window is seen from. */
  readonly marks?: { readonly set: number; readonly window: X["window"]; readonly at?: X["window"] };
  /** What a named figure counts, where it is one thing. */
  readonly inside?: FigureSketchOf<X>;
}

export interface ConditionSketchOf<X extends SketchExpressions> {
  /** The kind of condition, such as `and`, `not`, `compare`, `done`, `judged`. */
  readonly kind: string;
  readonly text: string;
  readonly test: X["test"];
  readonly acts?: ActsSketchOf<X>;
  readonly judgement?: { readonly question: string; readonly answer: string };
  readonly left?: FigureSketchOf<X>;
  readonly right?: FigureSketchOf<X>;
  readonly parts: readonly ConditionSketchOf<X>[];
}

/** A rule as an explanation speaks of it. */
export interface RuleSketchOf<X extends SketchExpressions> {
  readonly rule: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly condition?: ConditionSketchOf<X>;
  readonly guard?: ConditionSketchOf<X>;
  /** What bands are read from. */
  readonly figure?: FigureSketchOf<X>;
}

export type ConditionSketch = ConditionSketchOf<RunningSketch>;
export type FigureSketch = FigureSketchOf<RunningSketch>;
export type RuleSketch = RuleSketchOf<RunningSketch>;
