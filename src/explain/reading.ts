// What explanations read of a policy, whether it is at hand as it was written or was compiled: its rules as sketches, and the
// titles of its words and documents.

import type { Examination } from "../runtime/evaluate.ts";
import type { RuleSketch } from "../runtime/sketch.ts";
import type { World } from "../runtime/world.ts";
import type { Moment } from "../school/moment.ts";

/** Titles by name. */
export interface Titles {
  readonly words: ReadonlyMap<string, { readonly title: string; readonly sort?: string }>;
  readonly documents: ReadonlyMap<string, { readonly title: string }>;
}

export interface Reading {
  readonly titles: Titles;
  readonly rule: (name: string) => RuleSketch | undefined;
}

/** One pupil's replay, under a policy that can be read. */
export interface ReadCase extends Examination {
  readonly reading: Reading;
  readonly world: World;
  readonly asOf: Moment;
}
