// One limit with two edges: one rule takes the pupil who stands exactly on it, another does not.

import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import { compareRatio } from "../../units/ratio.ts";
import { fixOf, replaced } from "../edits.ts";
import { intersection, without } from "../interval.ts";
import { pairsOf } from "../pairs.ts";
import { pupilAt } from "../pupil-words.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import type { PlacedThreshold } from "../survey.ts";
import { simplestWitness } from "../witness.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "edge-differs": {
    ...advice,
    message:
      "{pupil} meets `{wider}` ({widerClause}) but not `{narrower}` ({narrowerClause}): one limit, and two edges.",
    hint: "If one limit is meant, give it one edge: `at most` and `at least` take it in, `below` and `above` do not.",
  },
});

/** Of several pairs about one figure the first: who mends that meets the rest next time. */
export const edgeDiffers: Rule = (survey) => {
  const shares = survey.thresholds.filter((place) => survey.isOwn(place) && place.threshold.figure.kind === "share");
  return [...Map.groupBy(shares, ({ threshold }) => threshold.figure.key).values()].flatMap((group) =>
    pairsOf(group).flatMap(report).slice(0, 1),
  );
};

/** Both run the same way and part in one figure alone. */
function report([first, second]: readonly [PlacedThreshold, PlacedThreshold]): readonly Diagnostic[] {
  if (compareRatio(first.threshold.limit, second.threshold.limit) !== 0 || !isPlain(first) || !isPlain(second))
    return [];
  if (intersection(first.threshold.interval, second.threshold.interval) === undefined) return [];
  return [[first, second] as const, [second, first] as const].flatMap(([wider, narrower]) => {
    const [between, ...more] = without(wider.threshold.interval, narrower.threshold.interval);
    if (between === undefined || more.length > 0 || between.low === undefined || between.high === undefined) return [];
    const witness = simplestWitness("share", between);
    if (witness === undefined) return [];
    const args = {
      pupil: pupilAt(wider.threshold.figure, witness),
      wider: quote(wider.condition.span),
      widerClause: citation(wider.origin),
      narrower: quote(narrower.condition.span),
      narrowerClause: citation(narrower.origin),
    };
    const labels = [{ span: first.condition.span, text: "the other edge" }];
    return [messages.edgeDiffers(args, second.condition.span, { labels, witness, fixes: oneEdge(first, second) })];
  });
}

/** `exactly` means its one figure, and is no limit. */
function isPlain({ threshold: { comparison } }: PlacedThreshold): boolean {
  return comparison.edge !== "exactly";
}

/** Only where both say it of attendance, or both of absence. */
function oneEdge(first: PlacedThreshold, second: PlacedThreshold): readonly Fix[] {
  if (keyOf(first.threshold.comparison.left) !== keyOf(second.threshold.comparison.left)) return [];
  const [here, there] = [oneLine(first.condition.span), oneLine(second.condition.span)];
  return [
    ...fixOf(`say \`${here}\` in both places`, replaced(second.condition.span, here)),
    ...fixOf(`say \`${there}\` in both places`, replaced(first.condition.span, there)),
  ];
}
