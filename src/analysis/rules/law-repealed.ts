// A citation of law that had ceased before the policy came into force.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import { instruments } from "../law.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

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
      .map(({ title, ceased, cited, replacedBy, citeAs }) => {
        const args = { title, replacedBy, ceased: formatDay(ceased), clauses: citation(origin) };
        const fixes = fixOf(`cite ${replacedBy}`, reworded(origin.span, cited, citeAs));
        return messages.lawRepealed(args, headOf(origin), { fixes });
      }),
  );
