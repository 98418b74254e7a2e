// Bands that do not meet as they should → the edge of one of them moved to where the other begins.

import type { BandRow } from "../checker/model.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { oneLine } from "../source/one-line.ts";
import { joinSpans, makeSpan } from "../source/text.ts";
import { edgeWords, isLowerBound, isUpperBound } from "../units/edge.ts";
import { compareRatio } from "../units/ratio.ts";
import type { Stretch } from "./bands.ts";
import { complementOf, fixOf, replaced, wordsIn } from "./edits.ts";
import type { Interval } from "./interval.ts";

type RowEdge = BandRow["edges"][number];

/** The lower of the two reaches up to the higher, or the higher down to the lower. */
export function meeting(one: Stretch, other: Stretch, counted: boolean): readonly Fix[] {
  const order = compareLow(one.interval, other.interval);
  if (order === 0) return [];
  const [low, high] = order < 0 ? [one, other] : [other, one];
  const [top, bottom] = [edgeOf(low, "high"), edgeOf(high, "low")];
  if (top === undefined || bottom === undefined) return [];
  return [...moved(low, top, high, bottom, counted), ...moved(high, bottom, low, top, counted)];
}

/** The rows on either side of a gap. */
export function besideGap(stretches: readonly Stretch[], gap: Interval): readonly [Stretch, Stretch] | undefined {
  const at = (figure: Interval["low"], bound: Interval["low"]): boolean =>
    figure !== undefined && bound !== undefined && compareRatio(figure.at, bound.at) === 0;
  const beneath = stretches.find(({ interval }) => at(interval.high, gap.low));
  const above = stretches.find(({ interval }) => at(interval.low, gap.high));
  return beneath === undefined || above === undefined ? undefined : [beneath, above];
}

function moved(own: Stretch, edge: RowEdge, other: Stretch, limit: RowEdge, counted: boolean): readonly Fix[] {
  const opposite = complementOf(limit.edge, counted);
  const { source, from } = own.row.origin.span;
  const before = makeSpan(source, from, edge.value.span.from);
  const words = wordsIn(before, new RegExp(String.raw`${edgeWords(edge.edge).replace(" ", String.raw`\s+`)}\s+$`));
  if (opposite === undefined || words === undefined) return [];
  const said = `${edgeWords(opposite)} ${oneLine(limit.value.span)}`;
  const title = `let "${own.row.title}" run \`${said}\`, where "${other.row.title}" begins`;
  return fixOf(title, replaced(joinSpans(words, edge.value.span), said));
}

/** Absence is kept as attendance, so that its edges lie the other way round. */
function edgeOf({ row, mirrored }: Stretch, side: "low" | "high"): RowEdge | undefined {
  const isWanted = (side === "low") === mirrored ? isUpperBound : isLowerBound;
  return row.edges.find(({ edge }) => isWanted(edge));
}

function compareLow({ low: a }: Interval, { low: b }: Interval): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareRatio(a.at, b.at);
}
