// Two rules with nearly the same limit of the same figure, so that a few pupils meet one and not the other.

import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import { compareRatio, ratio, subtractRatio } from "../../units/ratio.ts";
import type { Ratio } from "../../units/ratio.ts";
import { intersection, without } from "../interval.ts";
import { pairsOf } from "../pairs.ts";
import { pupilAt } from "../pupil-words.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { PlacedThreshold } from "../survey.ts";
import { simplestWitness } from "../witness.ts";
import { citation, quote } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";
import { keyOf } from "../same.ts";

export const messages = defineMessages({
  "limits-nearly-equal": {
    ...advice,
    message:
      "{pupil} meets `{wider}` ({widerClause}) but not `{narrower}` ({narrowerClause}): the two limits are less than a percentage point apart.",
    hint: "If one limit is meant, use one parameter in both rules. If two are meant, say what is different between them.",
  },
});

export const limitsNearlyEqual: Rule = (survey) => {
  const shares = survey.thresholds.filter((place) => survey.isOwn(place) && place.threshold.figure.kind === "share");
  return pairsOf(shares)
    .filter(([first, second]) => first.threshold.figure.key === second.threshold.figure.key && areNear(first, second))
    .flatMap((pair) => report(pair).slice(0, 1));
};

const onePoint = ratio(1, 100);

function areNear(first: PlacedThreshold, second: PlacedThreshold): boolean {
  const distance = subtractRatio(first.threshold.limit, second.threshold.limit);
  const size: Ratio = { ...distance, n: Math.abs(distance.n) };
  return size.n > 0 && compareRatio(size, onePoint) < 0;
}

/** Only where both run the same way: `below 95%` against `at least 95.5%` is a trigger and its way out. */
function report([first, second]: readonly [PlacedThreshold, PlacedThreshold]): readonly Diagnostic[] {
  return [[first, second] as const, [second, first] as const].flatMap(([wider, narrower]) => {
    if (intersection(wider.threshold.interval, narrower.threshold.interval) === undefined) return [];
    const between = without(wider.threshold.interval, narrower.threshold.interval).find(
      ({ low, high }) => low !== undefined && high !== undefined,
    );
    const witness = between === undefined ? undefined : simplestWitness("share", between);
    if (witness === undefined) return [];
    const args = {
      pupil: pupilAt(wider.threshold.figure, witness),
      wider: quote(wider.condition.span),
      widerClause: citation(wider.origin),
      narrower: quote(narrower.condition.span),
      narrowerClause: citation(narrower.origin),
    };
    const labels = [{ span: first.condition.span, text: "the other limit" }];
    return [
      messages.limitsNearlyEqual(args, second.condition.span, { labels, witness, fixes: oneLimit(first, second) }),
    ];
  });
}

/** Only where both say it of attendance, or both of absence. */
function oneLimit(first: PlacedThreshold, second: PlacedThreshold): readonly Fix[] {
  const [one, other] = [first.threshold.comparison, second.threshold.comparison];
  if (keyOf(one.left) !== keyOf(other.left)) return [];
  const [here, there] = [oneLine(one.right.span), oneLine(other.right.span)];
  return [
    ...fixOf(`let the limit be \`${here}\` in both places`, replaced(other.right.span, here)),
    ...fixOf(`let the limit be \`${there}\` in both places`, replaced(one.right.span, there)),
  ];
}
