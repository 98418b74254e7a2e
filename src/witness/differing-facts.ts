// The door of the room: two conditions → who they tell apart, and the smallest facts that show it; one condition → the facts
// on either side of each of its edges. Found by trying bounded whole numbers and exact shares; no solver, no guess.

import { formulaOf } from "../analysis/formula.ts";
import type { Knowledge } from "../analysis/formula.ts";
import type { Condition } from "../checker/model.ts";
import type { Figure } from "../analysis/figures.ts";
import { casesWhere } from "./cases.ts";
import type { FoundCase } from "./cases.ts";
import { assume, closeTogether, figuresAsked } from "./edges.ts";
import { expand } from "./expand.ts";
import { sizeOf } from "./plain-facts.ts";
import type { PlainFacts } from "./plain-facts.ts";
import { stageFacts } from "./stage-facts.ts";

export interface Side {
  readonly known: Knowledge;
  readonly condition: Condition;
}

export interface Difference {
  /** For whom the first condition holds and the second does not, and the other way round; smallest first. */
  readonly firstOnly: readonly PlainFacts[];
  readonly secondOnly: readonly PlainFacts[];
  /** Cases of either kind exist as far as questions are independent; false is proof that there are none. */
  readonly mayBeFirstOnly: boolean;
  readonly mayBeSecondOnly: boolean;
}

/**
 * How two conditions differ. Their questions are compared by their words: the caller sees to it that a name both use means
 * one thing. Facts are those that the questions call for; run them to be sure.
 */
export function differingFacts(first: Side, second: Side): Difference {
  const sides = [first, second].map(({ known, condition }) => ({ known, condition: expand(known.model, condition) }));
  const conditions = sides.map(({ condition }) => condition);
  const cases = casesWhere(
    sides.map(({ known, condition }) => formulaOf(known, condition)),
    ([one, other]) => one !== other,
  );
  const holdsFirst = ({ results: [holds] }: FoundCase): boolean => holds === true;
  const [only, other] = [cases.found.filter(holdsFirst), cases.found.filter((each) => !holdsFirst(each))];
  return {
    firstOnly: smallestFirst(only.map((each) => stageFacts(first.known, conditions, each))),
    secondOnly: smallestFirst(other.map((each) => stageFacts(second.known, conditions, each))),
    mayBeFirstOnly: only.length > 0 || !cases.whole,
    mayBeSecondOnly: other.length > 0 || !cases.whole,
  };
}

/** The facts on both sides of one edge of a condition, everything else alike. */
export interface EdgeFacts {
  /** The figure that crosses the edge, in the author's own words' node. */
  readonly figure: Figure;
  readonly holds: PlainFacts;
  readonly fails: PlainFacts;
}

/** For each edge on which the condition turns: the smallest facts at the edge and a step beside it. */
export function factsAtEdges({ known, condition }: Side): readonly EdgeFacts[] {
  const spelled = expand(known.model, condition);
  const formula = formulaOf(known, spelled);
  return figuresAsked(formula).flatMap(({ figure, answers }) =>
    answers.slice(1).flatMap((above, place) => {
      const below = answers[place];
      if (below === undefined) return [];
      const sides = [below, above].map((answer) => assume(formula, figure.key, answer));
      const [turn] = casesWhere(sides, ([one, other]) => one !== other, { most: 1, toTheEnd: false }).found;
      if (turn === undefined) return [];
      const staged = closeTogether(below, above).map((answer) =>
        stageFacts(known, [spelled], { ...turn, answers: [...turn.answers, answer] }),
      );
      const [low, high] = staged;
      if (low === undefined || high === undefined) return [];
      return [turn.results[0] === true ? { figure, holds: low, fails: high } : { figure, holds: high, fails: low }];
    }),
  );
}

/** A few of the plainest facts for which a condition holds, without looking for all. */
export function factsWhere({ known, condition }: Side, most: number): readonly PlainFacts[] {
  const spelled = expand(known.model, condition);
  const { found } = casesWhere([formulaOf(known, spelled)], ([holds]) => holds === true, { most, toTheEnd: false });
  return smallestFirst(found.map((each) => stageFacts(known, [spelled], each)));
}

function smallestFirst(facts: readonly (PlainFacts | undefined)[]): readonly PlainFacts[] {
  const distinct = new Map(facts.filter((each) => each !== undefined).map((each) => [JSON.stringify(each), each]));
  return [...distinct.values()].toSorted((a, b) => sizeOf(a) - sizeOf(b));
}
