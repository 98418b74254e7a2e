// Where a random policy is drawn from: chance, and the names that have been declared so far, so that what is drawn next can
// speak of them. Knows no grammar.

import { pick } from "../../random-record.ts";
import type { Chance } from "../../random-record.ts";

/** What a figure is counted in, as the language writes it. */
export type FigureKind = "percent" | "sessions" | "school days" | "occasions" | "points" | "people" | "years";

export interface DeclaredProcedure {
  readonly name: string;
  readonly steps: readonly string[];
}

/** The names a policy may speak of at the place that is being drawn. */
export interface Names {
  readonly codes: string[];
  readonly roles: string[];
  readonly flags: string[];
  readonly groups: string[];
  readonly reasons: string[];
  readonly documents: string[];
  readonly decisions: string[];
  readonly statuses: string[];
  /** Lengths that windows and waits take, each by a name of its own. */
  readonly lengths: string[];
  readonly schoolWeeks: string[];
  readonly dates: string[];
  readonly times: string[];
  readonly figures: Map<FigureKind, string[]>;
  readonly measures: Map<FigureKind, string[]>;
  readonly bands: { readonly name: string; readonly rows: readonly string[]; readonly worth: boolean }[];
  readonly procedures: DeclaredProcedure[];
}

export interface Draw {
  readonly chance: Chance;
  readonly names: Names;
  /** What the procedure at hand lives on, where there is one. */
  readonly anchor?: "absence" | "act" | "period" | "parent" | "pupil" | "session" | "school";
  /** The steps of the procedure at hand that come earlier. */
  readonly stepsBefore: readonly string[];
}

export function noNames(): Names {
  return {
    codes: [],
    roles: [],
    flags: [],
    groups: [],
    reasons: [],
    documents: [],
    decisions: [],
    statuses: [],
    lengths: [],
    schoolWeeks: [],
    dates: [],
    times: [],
    figures: new Map(),
    measures: new Map(),
    bands: [],
    procedures: [],
  };
}

/** True once in so many. */
export function once({ chance }: Draw, inSoMany: number): boolean {
  return chance(inSoMany) === 0;
}

/** One of the makers, each as often as its weight says. */
export function weighted<T>({ chance }: Draw, makers: readonly (readonly [number, () => T])[]): T {
  const total = makers.reduce((sum, [weight]) => sum + weight, 0);
  let place = chance(total);
  for (const [weight, make] of makers) {
    if (place < weight) return make();
    place -= weight;
  }
  throw new Error("a weighted draw without a weight");
}

/** One of a list, or what stands in where it is empty. */
export function oneOf<T>({ chance }: Draw, list: readonly T[], otherwise: () => T): T {
  return list.length === 0 ? otherwise() : pick(chance, list);
}

export function from<T>({ chance }: Draw, list: readonly T[]): T {
  return pick(chance, list);
}

export function declare(table: Map<FigureKind, string[]>, kind: FigureKind, name: string): void {
  table.set(kind, [...(table.get(kind) ?? []), name]);
}
