// One limit under two names: whoever changes one of them changes half of the policy.

import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import type { PlacedThreshold, Survey } from "../survey.ts";
import { citation, headOf, quote } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "limit-stated-twice": {
    ...advice,
    message:
      "`{first}` ({firstClause}) and `{second}` ({secondClause}) are one and the same limit, stated twice: changed in one place, they would part.",
    hint: "State the limit once, and use that status in both places.",
  },
});

export const limitStatedTwice: Rule = (survey) => {
  const limits = survey.thresholds.filter((place) => place.part === "status" && isWholeStatus(survey, place));
  return [...Map.groupBy(limits, limitKey).values()]
    .flatMap(pairsOf)
    .filter(([, second]) => survey.isOwn(second))
    .map(([first, second]) => {
      const args = {
        first: quote(first.condition.span),
        firstClause: citation(first.origin),
        second: quote(second.condition.span),
        secondClause: citation(second.origin),
      };
      const name = first.declaration.name;
      const fixes = fixOf(`say \`${name}\` here, too`, replaced(second.condition.span, name));
      const labels = [{ span: headOf(first.origin), text: "stated here first" }];
      return messages.limitStatedTwice(args, headOf(second.origin), { labels, fixes });
    });
};

/** Not a part of a wider condition. */
function isWholeStatus({ model }: Survey, { declaration, condition }: PlacedThreshold): boolean {
  const rule = model.statuses.get(declaration.name)?.rule;
  return rule?.kind === "when" && rule.condition === condition;
}

function limitKey({ threshold }: PlacedThreshold): string {
  return keyOf([threshold.figure.key, threshold.interval]);
}
