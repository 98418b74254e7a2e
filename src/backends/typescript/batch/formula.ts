// A condition as a packed decision tests it: what must hold for it to be true, and apart from that what must hold for it to be
// false. Where neither does it is not known, so no third value is carried about. Knows exact figures, not how they are printed.

import type { Edge } from "../../../units/edge.ts";

/** A figure of one pupil on one day: places are those of the tables of the calendar (batch-plan.ts). */
export type Term =
  | { readonly kind: "number"; readonly n: number; readonly d: number }
  | { readonly kind: "count"; readonly set: number; readonly window: number; readonly per: 1 | 2 }
  | { readonly kind: "share"; readonly set: number; readonly possible: number; readonly window: number }
  | {
      readonly kind: "run";
      readonly which: "longest" | "current";
      readonly set: number;
      readonly possible: number;
      readonly unit: "session" | "school-day";
      readonly window: number;
    }
  | { readonly kind: "occasions"; readonly set: number; readonly window: number }
  | { readonly kind: "roll"; readonly name: "year" | "age" }
  /** What the calendar or a dated parameter says, today or on the day the instance started. */
  | { readonly kind: "figure"; readonly place: number; readonly on: "today" | "start" };

export type Leaf =
  | {
      readonly kind: "compare";
      readonly left: Term;
      readonly edge: Edge;
      readonly right: Term;
      readonly truth: boolean;
    }
  | { readonly kind: "calendar"; readonly place: number; readonly truth: boolean }
  | { readonly kind: "flag"; readonly place: number; readonly truth: boolean }
  /** A step of the own procedure, or as of the day asked of any. */
  | { readonly kind: "opened"; readonly procedure: string; readonly step: string; readonly truth: boolean }
  /** At least so much has passed since a step of the own procedure opened. */
  | { readonly kind: "passed"; readonly place: number; readonly step: string };

export type Formula =
  | { readonly kind: "sure"; readonly holds: boolean }
  | { readonly kind: "both"; readonly parts: readonly Formula[] }
  | { readonly kind: "either"; readonly parts: readonly Formula[] }
  | { readonly kind: "some"; readonly n: number; readonly parts: readonly Formula[] }
  | Leaf;

export function sure(holds: boolean): Formula {
  return { kind: "sure", holds };
}

export function both(...parts: readonly Formula[]): Formula {
  return joined("both", parts, false);
}

export function either(...parts: readonly Formula[]): Formula {
  return joined("either", parts, true);
}

/** Flat, without what goes without saying; `settles` is the part that decides the whole. */
function joined(kind: "both" | "either", parts: readonly Formula[], settles: boolean): Formula {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  if (flat.some((part) => part.kind === "sure" && part.holds === settles)) return sure(settles);
  const rest = flat.filter((part) => part.kind !== "sure");
  return rest.length === 1 ? (rest[0] as Formula) : rest.length === 0 ? sure(!settles) : { kind, parts: rest };
}

/** Everything a formula rests on. */
export function leavesOf(formula: Formula): readonly Leaf[] {
  switch (formula.kind) {
    case "sure":
      return [];
    case "both":
    case "either":
    case "some":
      return formula.parts.flatMap(leavesOf);
    case "compare":
    case "calendar":
    case "flag":
    case "opened":
    case "passed":
      return [formula];
  }
}

export function termsOf(formula: Formula): readonly Term[] {
  return leavesOf(formula).flatMap((leaf) => (leaf.kind === "compare" ? [leaf.left, leaf.right] : []));
}

/** It hangs on nothing but what the roll says on a day. */
export function isOfTheRoll(formula: Formula): boolean {
  return leavesOf(formula).every(
    (leaf) =>
      leaf.kind === "flag" ||
      (leaf.kind === "compare" && [leaf.left, leaf.right].every(({ kind }) => kind === "roll" || kind === "number")),
  );
}
