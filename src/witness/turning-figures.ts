// Two conditions → the figures that decide between them: for each, the stretches outside which no pupil is treated otherwise.
// A proof wherever it says anything; where too many cases would have to be tried it says nothing.

import { formulaOf, questionsIn } from "../analysis/formula.ts";
import type { Figure } from "../analysis/figures.ts";
import type { Interval } from "../analysis/interval.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { askedIn, casesWhere } from "./cases.ts";
import type { Answered } from "./cases.ts";
import type { Side } from "./differing-facts.ts";
import { assume } from "./edges.ts";
import { expand } from "./expand.ts";

export interface TurningFigure {
  readonly figure: Figure;
  /** From low to high. Absence is told as attendance, as {@link Figure} has it. */
  readonly intervals: readonly Interval[];
  /** Nothing else is asked: everyone in these stretches is treated otherwise, and nobody outside. */
  readonly alone: boolean;
}

export function turningFigures(first: Side, second: Side): readonly TurningFigure[] {
  const formulas = [first, second].map(({ known, condition }) => formulaOf(known, expand(known.model, condition)));
  const alone = new Set(formulas.flatMap(questionsIn).map(({ key }) => key)).size === 1;
  return askedIn(formulas).flatMap(({ question, answers }) => {
    if (question.kind !== "figure") return [];
    const { figure } = question.threshold;
    const rising = answers.toSorted((a, b) => compareRatio(a.answer as Ratio, b.answer as Ratio));
    const results = rising.map((answer) => {
      const sides = formulas.map((formula) => assume(formula, figure.key, answer));
      const { found, whole } = casesWhere(sides, ([one, other]) => one !== other, { most: 1, toTheEnd: false });
      return { answer, differs: found.length > 0, whole };
    });
    const someDiffer = results.some(({ differs }) => differs);
    const someDoNot = results.some(({ differs, whole }) => !differs && whole);
    if (!someDiffer || !someDoNot) return [];
    return [{ figure, intervals: stretches(results, figure), alone }];
  });
}

interface Tried {
  readonly answer: Answered;
  readonly differs: boolean;
  readonly whole: boolean;
}

/** Neighbouring answers that may differ, joined. What was not tried to the end may differ. */
function stretches(results: readonly Tried[], figure: Figure): readonly Interval[] {
  const joined: Interval[] = [];
  results.forEach(({ differs, whole }, place) => {
    if (!differs && whole) return;
    const before = results[place - 1];
    const next = intervalAt(results, place, figure);
    const last = joined.at(-1);
    if (last === undefined || before === undefined || (!before.differs && before.whole)) joined.push(next);
    else joined[joined.length - 1] = { ...low(last), ...high(next) };
  });
  return joined;
}

function low({ low: bound }: Interval): Interval {
  return bound === undefined ? {} : { low: bound };
}

function high({ high: bound }: Interval): Interval {
  return bound === undefined ? {} : { high: bound };
}

/** Of counts, the number alone; the smallest and the largest tried stand for everything beyond them. */
function intervalAt(results: readonly Tried[], place: number, { kind }: Figure): Interval {
  const answered = results[place]?.answer;
  if (answered === undefined) return {};
  if (answered.cell !== undefined) return answered.cell;
  const at = { at: answered.answer as Ratio, included: true };
  const [lowest, highest] = [place === 0, place === results.length - 1];
  return { ...(lowest && kind !== "share" ? {} : { low: at }), ...(highest ? {} : { high: at }) };
}
