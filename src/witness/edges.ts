// The edges of a formula: which figures it asks for, in rising order of their answers, and what is left of it once one of them
// is known.

import type { Figure } from "../analysis/figures.ts";
import { subtractRatio, compareRatio, ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { assertNever } from "../support/assert-never.ts";
import { intersection } from "../analysis/interval.ts";
import type { Interval } from "../analysis/interval.ts";
import type { Formula } from "../analysis/formula.ts";
import { askedIn, holds } from "./cases.ts";
import type { Answered } from "./cases.ts";

export interface FigureAsked {
  readonly figure: Figure;
  /** From the smallest to the largest. */
  readonly answers: readonly Answered[];
}

export function figuresAsked(formula: Formula): readonly FigureAsked[] {
  return askedIn([formula]).flatMap(({ question, answers }) =>
    question.kind !== "figure"
      ? []
      : [
          {
            figure: question.threshold.figure,
            answers: answers.toSorted((a, b) => compareRatio(a.answer as Ratio, b.answer as Ratio)),
          },
        ],
  );
}

/** The formula with one question answered. */
export function assume(formula: Formula, key: string, answered: Answered): Formula {
  switch (formula.kind) {
    case "at-least":
      return { ...formula, parts: formula.parts.map((part) => assume(part, key, answered)) };
    case "not":
      return { ...formula, part: assume(formula.part, key, answered) };
    case "known":
      return formula;
    case "yes":
    case "answer":
    case "sign":
    case "figure":
      return formula.key === key ? { kind: "known", value: holds(formula, answered.answer) } : formula;
    default:
      return assertNever(formula);
  }
}

/** A tenth of a per cent: the smallest step that policies write. */
const STEP = ratio(1, 1000);

/** Two neighbouring answers, drawn together to a tenth of a per cent where they are shares, so that no other edge lies between. */
export function closeTogether(below: Answered, above: Answered): readonly [Answered, Answered] {
  if (below.cell === undefined || above.cell === undefined) return [below, above];
  const edge = isPoint(below.cell) ? below.answer : above.answer;
  const near = around(edge as Ratio);
  return [within(below, near), within(above, near)];
}

function isPoint({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && compareRatio(low.at, high.at) === 0;
}

function around(edge: Ratio): Interval {
  const low = subtractRatio(edge, STEP);
  const high = subtractRatio(edge, ratio(-STEP.n, STEP.d));
  return { low: { at: low, included: true }, high: { at: high, included: true } };
}

function within(answered: Answered, near: Interval): Answered {
  const cell = answered.cell === undefined ? undefined : intersection(answered.cell, near);
  return cell === undefined ? answered : { ...answered, cell };
}
