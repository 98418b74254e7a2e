// A table of bands that leaves some pupils without a band.

import { defineMessages } from "../../diagnostics/template.ts";
import { besideGap, meeting } from "../band-edits.ts";
import { ownTables } from "../bands.ts";
import { gapsBetween } from "../interval.ts";
import { pupilAt } from "../pupil-words.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { simplestWitness } from "../witness.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "band-gap": {
    ...warning,
    message: "{pupil} is in no band of `{bands}`.",
    hint: "Let each band begin exactly where the next one ends: `at least 95%` above, `below 95%` beneath.",
  },
});

export const bandGap: Rule = (survey) =>
  ownTables(survey).flatMap(({ bands, figure, stretches, range }) => {
    const gaps = gapsBetween(
      stretches.map(({ interval }) => interval),
      range,
    );
    return gaps.flatMap((gap) => {
      const witness = simplestWitness(figure.kind, gap);
      if (witness === undefined) return [];
      const args = { pupil: pupilAt(figure, witness), bands: bands.name };
      const beside = besideGap(stretches, gap);
      const fixes = beside === undefined ? [] : meeting(...beside, figure.kind !== "share");
      return [messages.bandGap(args, headOf(bands.origin), { witness, fixes })];
    });
  });
