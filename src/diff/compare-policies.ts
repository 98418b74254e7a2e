// The door of the room: two sides → what they lay down otherwise, and for every outcome whether it is the same, stricter,
// looser or different, with the smallest pupil who shows it.

import { compareActs } from "./compare-acts.ts";
import { compareBands } from "./compare-bands.ts";
import { compareRegisters } from "./compare-registers.ts";
import { compareSentences } from "./compare-sentences.ts";
import { compareGates, compareStatuses } from "./compare-statuses.ts";
import { compareSteps } from "./compare-steps.ts";
import { compareValues } from "./compare-values.ts";
import type { DiffSide } from "./diff-side.ts";
import { meant, pairOf } from "./pair.ts";
import { changesBetween, provisionsOf } from "./provisions.ts";
import type { Change } from "./provisions.ts";
import { openTheatre, show } from "./show.ts";
import type { Judgement } from "./verdict.ts";

export interface PolicyDiff {
  readonly first: DiffSide;
  readonly second: DiffSide;
  readonly changes: readonly Change[];
  /** Of what both policies have; what only one has stands among the changes. */
  readonly outcomes: readonly Judgement[];
}

/** `told` hears how many outcomes have been looked at. */
export function comparePolicies(
  first: DiffSide,
  second: DiffSide,
  told?: (done: number, all: number) => void,
): PolicyDiff {
  const pair = pairOf(first, second);
  const theatre = openTheatre(pair);
  const comparisons = [
    ...compareRegisters(pair),
    ...compareStatuses(pair),
    ...compareBands(pair),
    ...compareSteps(pair),
    ...compareSentences(pair),
    ...compareActs(pair),
    ...compareGates(pair),
    ...compareValues(pair),
  ];
  const outcomes = comparisons.map((comparison, index) => {
    told?.(index, comparisons.length);
    return show(theatre, comparison);
  });
  const [before, after] = [first, second].map((side) => provisionsOf(meant(side), side.onDay));
  return { first, second, changes: changesBetween(before ?? [], after ?? []), outcomes };
}
