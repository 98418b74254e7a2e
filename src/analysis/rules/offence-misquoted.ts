// An offence cited by a number that the Act does not have.

import { defineMessages } from "../../diagnostics/template.ts";
import { misquoted } from "../law.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

export const messages = defineMessages({
  "offence-misquoted": {
    ...advice,
    message: "The policy cites section {cited} ({clauses}), which does not exist: {right}.",
    hint: "Correct the number wherever it stands; a letter that threatens with a wrong section invites a complaint.",
  },
});

export const offenceMisquoted: Rule = ({ texts, isOwn }) =>
  texts.filter(isOwn).flatMap(({ text, origin }) =>
    misquoted
      .filter(({ pattern }) => pattern.test(text))
      .map(({ cited, right, citeAs, pattern }) => {
        const fixes = fixOf(`cite section ${citeAs}`, reworded(origin.span, pattern, citeAs));
        return messages.offenceMisquoted({ cited, right, clauses: citation(origin) }, headOf(origin), { fixes });
      }),
  );
