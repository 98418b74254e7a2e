// A citation of law that ceases while the policy is in force, and before anybody is to look at it again.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { fixOf, replaced } from "../edits.ts";
import { isMeanwhile } from "../in-force.ts";
import { instruments } from "../law.ts";
import { reviewDate } from "../policy-head.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "law-outlived": {
    ...advice,
    message:
      "The policy cites {title} ({clauses}), which ceases on {ceased}, while the policy is in force; from then on what holds is {replacedBy}.",
    hint: "Review the policy before that day, or let it end with it.",
  },
});

export const lawOutlived: Rule = ({ model, texts, day, isOwn }) =>
  texts.filter(isOwn).flatMap(({ text, origin }) =>
    instruments
      .filter(({ cited, ceased }) => cited.test(text) && day !== undefined && isMeanwhile(model, ceased + 1))
      .map(({ title, ceased, replacedBy }) => {
        const args = { title, replacedBy, ceased: formatDay(ceased), clauses: citation(origin) };
        const fixes = fixOf(`review the policy by ${args.ceased}`, replaced(reviewDate(model), args.ceased));
        return messages.lawOutlived(args, headOf(origin), { fixes });
      }),
  );
