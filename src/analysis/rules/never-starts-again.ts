// A ladder that a pupil leaves, and that can never begin again for the same pupil, however long at the school.

import type { Procedure } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { fixOf, insertedAfter, isYaml, wordsIn } from "../edits.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "never-starts-again": {
    ...advice,
    message:
      '"{procedure}" ({clauses}) ends for a pupil who is well again, and nothing says that it may start again: whoever slips a year later is never taken up.',
    hint: "If it is meant to begin anew, write `may start again`; if it is meant for once, let it live on the year or on what starts it.",
  },
});

export const neverStartsAgain: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()]
    .filter((procedure) => isOwn(procedure) && isForOnce(procedure))
    .map((procedure) => {
      const clauses = citation(procedure.origin, ...procedure.ends.map(({ origin }) => origin));
      const head = headOf(procedure.origin);
      const anchor = wordsIn(procedure.origin.span, /\bfor each ([a-z-]+)/);
      const fixes = isYaml(head) ? yamlFix(procedure) : fixOf(TITLE, insertedAfter(anchor, ", may start again"));
      return messages.neverStartsAgain({ procedure: procedure.title, clauses }, head, { fixes });
    });

const TITLE = "let it start again";

function yamlFix({ origin }: Procedure): ReturnType<typeof fixOf> {
  const line = wordsIn(origin.span, /(?:^|\n)( *for-each:[^\n]*)/);
  const indent = /\n( *)for-each:/.exec(origin.span.source.text.slice(origin.span.from, origin.span.to))?.[1];
  return indent === undefined ? [] : fixOf(TITLE, insertedAfter(line, `\n${indent}options: [may start again]`));
}

/** A year, an absence or a request comes again by itself; a pupil stays one and the same. */
function isForOnce({ anchor, startsAgain, ends, starts, steps }: Procedure): boolean {
  const once = anchor.kind === "pupil" || anchor.kind === "parent";
  const tested = starts !== undefined || steps.some(({ trigger }) => trigger.kind === "when");
  return once && tested && !startsAgain && ends.length > 0;
}
