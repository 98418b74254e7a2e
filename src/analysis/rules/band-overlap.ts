// Two bands of one table that both claim the same pupil.

import { defineMessages } from "../../diagnostics/template.ts";
import { meeting } from "../band-edits.ts";
import { ownTables } from "../bands.ts";
import type { Stretch } from "../bands.ts";
import { intersection, without } from "../interval.ts";
import { pairsOf } from "../pairs.ts";
import { pupilAt } from "../pupil-words.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { simplestWitness } from "../witness.ts";

export const messages = defineMessages({
  "band-overlap": {
    ...warning,
    message: '{pupil} is in two bands of `{bands}`: "{first}" and "{second}".',
    hint: "Give the edge to one of them: `at least` and `at most` include it, `above` and `below` do not.",
  },
});

export const bandOverlap: Rule = (survey) =>
  ownTables(survey).flatMap(({ bands, figure, stretches }) =>
    pairsOf(stretches).flatMap(([first, second]) => {
      const both = intersection(first.interval, second.interval);
      const witness = both === undefined ? undefined : simplestWitness(figure.kind, both);
      if (witness === undefined) return [];
      const pupil = pupilAt(figure, witness);
      const args = { pupil, bands: bands.name, first: first.row.title, second: second.row.title };
      const fixes = isWithin(first, second) ? [] : meeting(first, second, figure.kind !== "share");
      const labels = [{ span: first.row.origin.span, text: "the other band" }];
      return [messages.bandOverlap(args, second.row.origin.span, { labels, witness, fixes })];
    }),
  );

/** One band inside another is another fault than an edge in both. */
function isWithin({ interval: one }: Stretch, { interval: other }: Stretch): boolean {
  return without(one, other).length === 0 || without(other, one).length === 0;
}
