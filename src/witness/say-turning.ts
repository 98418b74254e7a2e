// The stretches of a figure in words: `attendance this year at least 95% and below 96%`.

import { lowestTerms } from "../analysis/exact.ts";
import { mirrored } from "../analysis/interval.ts";
import type { Bound, Interval } from "../analysis/interval.ts";
import { spanText } from "../source/text.ts";
import { compareRatio, formatPercent } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import type { TurningFigure } from "./turning-figures.ts";

/** In the words and the direction of the author: absence is told as absence. */
export function sayTurning({ figure, intervals }: TurningFigure): string {
  const text = spanText(figure.value.span).replaceAll(/\s+/g, " ").trim();
  const asAbsence = figure.kind === "share" && /\babsence\b/.test(text);
  const told = asAbsence ? intervals.map(mirrored) : intervals;
  return `${text} ${told.map((each) => stretchWords(each, figure.kind === "share")).join(", or ")}`;
}

function stretchWords({ low, high }: Interval, share: boolean): string {
  const words = (at: Ratio): string => (share ? percentWords(at) : countWords(at));
  if (low !== undefined && high !== undefined && compareRatio(low.at, high.at) === 0) return `exactly ${words(low.at)}`;
  const from = low === undefined ? [] : [`${low.included ? "at least" : "above"} ${words(low.at)}`];
  const to = high === undefined ? [] : [`${edgeOf(high)} ${words(high.at)}`];
  return [...from, ...to].join(" and ") || "of any size";
}

function edgeOf({ included }: Bound): string {
  return included ? "at most" : "below";
}

function percentWords(at: Ratio): string {
  return formatPercent(at, 6).replace(/\.?0+%$/, "%");
}

function countWords(at: Ratio): string {
  const { n, d } = lowestTerms(at);
  return d === 1 ? String(n) : `${n}/${d}`;
}
