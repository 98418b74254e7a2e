// A citation of law that had ceased before the policy came into force.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { instruments } from "../law.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "law-repealed": {
    ...warning,
    message: "The policy cites {title} ({clauses}), which ceased on {ceased}; what holds now is {replacedBy}.",
    hint: "Cite the law that was in force when the policy was, and look at what changed with it.",
  },
});

export const lawRepealed: Rule = ({ texts, day, isOwn }) =>
  texts.filter(isOwn).flatMap(({ text, origin }) =>
    instruments
      .filter(({ cited, ceased }) => cited.test(text) && day !== undefined && day > ceased)
      .map(({ title, ceased, replacedBy }) => {
        const args = { title, replacedBy, ceased: formatDay(ceased), clauses: citation(origin) };
        return messages.lawRepealed(args, headOf(origin));
      }),
  );
