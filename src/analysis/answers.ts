// The answers worth trying for a question: enough that any two which some test tells apart are both among them. For a
// figure these are the edges that tests name, and a figure of the right kind between and beyond them.

import { compareRatio, ratio } from "../units/ratio.ts";
import type { Comparison, Ratio } from "../units/ratio.ts";
import { between, nought, whole } from "./exact.ts";
import type { Threshold } from "./figures.ts";
import type { Question } from "./formula.ts";

export type Answer = boolean | string | Comparison | Ratio;

/** All questions of one key; they are of one kind. */
export function possibleAnswers(asked: readonly Question[]): readonly Answer[] {
  const [first] = asked;
  if (first?.kind === "sign") return [-1, 0, 1];
  if (first?.kind === "figure") {
    return figures(
      first.threshold,
      asked.flatMap((question) => (question.kind === "figure" ? [question.threshold] : [])),
    );
  }
  if (first?.kind === "answer") {
    const given = asked.flatMap((question) => (question.kind === "answer" ? [question.answer] : []));
    return [...new Set(given), "any other"];
  }
  return [true, false];
}

function figures(first: Threshold, thresholds: readonly Threshold[]): readonly Ratio[] {
  const edges = thresholds
    .flatMap(({ interval: { low, high } }) => [low?.at, high?.at])
    .filter((at) => at !== undefined);
  const most = mostPossible(first);
  const all = inOrder([nought, ...edges, ...(most === undefined ? [] : [most])]);
  const possible = (figure: Ratio): boolean => most === undefined || compareRatio(figure, most) <= 0;
  if (first.figure.kind === "share") return withBetween(all.filter(possible));
  const step = first.figure.kind === "days" ? ratio(1, 2) : ratio(1, 1);
  const least = hasNegatives(first) ? Number.NEGATIVE_INFINITY : 0;
  return inOrder(all.flatMap((edge) => neighbours(edge, step, least))).filter(possible);
}

export const SESSIONS_IN_WEEK = 10;

/** The whole for a share; of sessions and days what the window can hold, ten sessions to a school week. */
function mostPossible({ figure: { kind, value, window } }: Threshold): Ratio | undefined {
  if (kind === "share") return whole;
  const ofPupil = value.kind === "days" || (value.kind === "sessions" && value.population.kind === "pupil");
  if (!ofPupil) return undefined;
  const thisWeek = window?.kind === "this" && window.period === "week" ? 1 : 0;
  const weeks = window?.kind === "school-weeks" ? window.n : thisWeek;
  return weeks === 0 ? undefined : ratio(weeks * SESSIONS_IN_WEEK, kind === "days" ? 2 : 1);
}

function inOrder(figuresAtHand: readonly Ratio[]): readonly Ratio[] {
  return figuresAtHand.toSorted(compareRatio).filter((figure, at, all) => {
    const before = all[at - 1];
    return before === undefined || compareRatio(before, figure) !== 0;
  });
}

function withBetween(sorted: readonly Ratio[]): readonly Ratio[] {
  return sorted.flatMap((edge, at) => {
    const next = sorted[at + 1];
    return next === undefined ? [edge] : [edge, between(edge, next)];
  });
}

/** The nursery is the year before Reception, which is nought. */
function hasNegatives({ figure: { value } }: Threshold): boolean {
  return value.kind === "attribute" && value.name === "year";
}

/** Whole numbers, or half days, at an edge and one step to either side; none below the least there can be. */
function neighbours({ n, d }: Ratio, step: Ratio, least: number): readonly Ratio[] {
  const steps = Math.floor((n * step.d) / (d * step.n));
  return [steps - 1, steps, steps + 1].map((count) => ratio(Math.max(least, count) * step.n, step.d));
}
