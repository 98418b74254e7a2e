// Two conditions on what is to follow → whether the one reaches everyone whom the other reaches, proved; else whom to try.

import type { Condition } from "../checker/model.ts";
import { differingFacts } from "../witness/differing-facts.ts";
import { turningFigures } from "../witness/turning-figures.ts";
import type { TurningFigure } from "../witness/turning-figures.ts";
import type { PlainFacts } from "../witness/plain-facts.ts";
import { sidesOf } from "./pair.ts";
import type { Pair } from "./pair.ts";

export interface Reach {
  /** `wider`: the second holds for everyone for whom the first does. All but `unclear` are proved. */
  readonly reach: "same" | "wider" | "narrower" | "unclear";
  readonly turning: readonly TurningFigure[];
  readonly facts: readonly PlainFacts[];
}

const mostFacts = 12;

export function compareConditions(pair: Pair, before: Condition, after: Condition): Reach {
  const [first, second] = sidesOf(pair, before, after);
  const { firstOnly, secondOnly, mayBeFirstOnly, mayBeSecondOnly } = differingFacts(first, second);
  if (!mayBeFirstOnly && !mayBeSecondOnly) return { reach: "same", turning: [], facts: [] };
  const reach = !mayBeFirstOnly ? "wider" : !mayBeSecondOnly ? "narrower" : "unclear";
  return {
    reach,
    turning: turningFigures(first, second),
    facts: alternately(firstOnly, secondOnly).slice(0, mostFacts),
  };
}

/** Some of each, so that neither crowds the other out. */
function alternately<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => [first[place], second[place]])
    .flat()
    .filter((each) => each !== undefined);
}
