// One duty that stands in two places: whoever changes one of them changes half of it.

import type { Duty } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "duty-stated-twice": {
    ...advice,
    message: '"{first}" ({firstClause}) and "{second}" ({secondClause}) ask the same of the same people just as often.',
    hint: "Keep one of them and let it cite both clauses.",
  },
});

export const dutyStatedTwice: Rule = ({ model, isOwn }) =>
  pairsOf([...model.duties.values()].filter(isOwn))
    .filter(([first, second]) => dutyKey(first) === dutyKey(second))
    .map(([first, second]) => {
      const args = {
        first: first.title,
        firstClause: citation(first.origin, ...first.items.map(({ origin }) => origin)),
        second: second.title,
        secondClause: citation(second.origin, ...second.items.map(({ origin }) => origin)),
      };
      const labels = [{ span: headOf(first.origin), text: "stated here first" }];
      return messages.dutyStatedTwice(args, headOf(second.origin), { labels });
    });

function dutyKey({ every, anchor, items }: Duty): string {
  return keyOf([every.kind === "hole" ? "unspecified" : every, anchor, items]);
}
