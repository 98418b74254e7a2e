// Conditions that all compare one figure with numbers → one walk down the line of numbers: of six bands no edge is looked at twice.

import type { Ratio } from "../../../units/ratio.ts";
import { compareRatio } from "../../../units/ratio.ts";
import { holdsAt } from "../../../units/edge.ts";
import type { Comparison } from "../../../units/ratio.ts";
import { leavesOf } from "./formula.ts";
import type { Formula, Leaf, Term } from "./formula.ts";

/** What holds on a stretch of the line. */
export interface Rung {
  /** From this number upwards, itself included or not; none is the last rung, which takes the rest. */
  readonly from: { readonly number: Ratio; readonly included: boolean } | undefined;
  /** What the choices come to there. */
  readonly choice: number;
}

export interface Rungs {
  readonly term: Term;
  /** From the top downwards. */
  readonly rungs: readonly Rung[];
  /** Where the figure is not known. */
  readonly unknown: number;
}

type NumberLeaf = Extract<Leaf, { kind: "compare" }> & { readonly right: Extract<Term, { kind: "number" }> };

/** The first formula that holds, by its place, or `otherwise`; undefined where they look at more than one figure. */
export function rungsOf(formulas: readonly Formula[], otherwise: number): Rungs | undefined {
  const leaves = formulas.flatMap(leavesOf);
  const [first] = leaves;
  if (first?.kind !== "compare" || !leaves.every((leaf) => isOf(first.left, leaf))) return undefined;
  const numbers = (leaves as readonly NumberLeaf[]).map(({ right: { n, d } }): Ratio => ({ n, d }));
  const edges = numbers
    .toSorted((a, b) => -compareRatio(a, b))
    .filter((number, index, all) => index === 0 || compareRatio(number, all[index - 1] as Ratio) !== 0);
  /** The figure stands at an edge (odd places), or between two of them, from above the highest down. */
  const choiceAt = (place: number): number => {
    const at = edges[(place - 1) / 2];
    const below = place / 2;
    const side = (number: Ratio): Comparison =>
      at !== undefined
        ? compareRatio(at, number)
        : edges.findIndex((edge) => compareRatio(edge, number) === 0) >= below
          ? 1
          : -1;
    return chosen(formulas, otherwise, (leaf) => holdsAt(leaf.edge, side(leaf.right)) === leaf.truth);
  };
  const rungs: Rung[] = [];
  for (let place = 0; place <= 2 * edges.length; place++) {
    const choice = choiceAt(place);
    if (rungs.at(-1)?.choice === choice) rungs.pop();
    const number = edges[Math.floor(place / 2)];
    rungs.push({ from: number === undefined ? undefined : { number, included: place % 2 === 1 }, choice });
  }
  return { term: first.left, rungs: rungs.map(closed), unknown: chosen(formulas, otherwise, () => false) };
}

/** Above an edge a rung ends just over it; at an edge, with it. */
function closed(rung: Rung, index: number, all: readonly Rung[]): Rung {
  return index === all.length - 1 ? { ...rung, from: undefined } : rung;
}

function isOf(term: Term, leaf: Leaf): leaf is NumberLeaf {
  return leaf.kind === "compare" && leaf.right.kind === "number" && JSON.stringify(leaf.left) === JSON.stringify(term);
}

function chosen(formulas: readonly Formula[], otherwise: number, holds: (leaf: NumberLeaf) => boolean): number {
  const place = formulas.findIndex((formula) => isTrue(formula, holds));
  return place < 0 ? otherwise : place;
}

function isTrue(formula: Formula, holds: (leaf: NumberLeaf) => boolean): boolean {
  switch (formula.kind) {
    case "sure":
      return formula.holds;
    case "both":
      return formula.parts.every((part) => isTrue(part, holds));
    case "either":
      return formula.parts.some((part) => isTrue(part, holds));
    case "some":
      return formula.parts.filter((part) => isTrue(part, holds)).length >= formula.n;
    default:
      return holds(formula as NumberLeaf);
  }
}
