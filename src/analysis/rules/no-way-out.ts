// A ladder that a pupil can climb and never leave.

import type { Procedure, Step } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { citedStep } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, oppositeWords, statementBefore } from "../edits.ts";
import { quoteValue } from "../../yaml/quote.ts";

export const messages = defineMessages({
  "no-way-out": {
    ...advice,
    message:
      'Nothing ends "{procedure}" ({clauses}): a pupil who is well again after "{step}" stays on it, and the next slip goes straight to what follows.',
    hint: "Ask when a pupil has left it, and write `ends when`, such as `ends when attendance this year at least target as recovered`.",
  },
});

export const noWayOut: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()].filter(isOwn).flatMap((procedure) => {
    const [first] = procedure.steps;
    if (first === undefined || !isLadder(procedure) || procedure.ends.length > 0) return [];
    const clauses = citation(procedure.origin, ...procedure.steps.map(citedStep));
    const args = { procedure: procedure.title, step: first.title, clauses };
    return [messages.noWayOut(args, headOf(procedure.origin), { fixes: wayOut(procedure, first) })];
  });

/** It ends when what began it no longer holds. */
function wayOut({ starts }: Procedure, first: Step): readonly Fix[] {
  const began = starts?.condition ?? (first.trigger.kind === "when" ? first.trigger.condition : undefined);
  const over = began === undefined ? undefined : oppositeWords(began);
  if (over === undefined) return [];
  const line = statementBefore(first.origin.span, {
    text: [`ends when ${over} as recovered`],
    yaml: [`- ends: ${quoteValue(over)}`, "  as: recovered"],
  });
  return fixOf(`end it when what began it is over: \`ends when ${over}\``, line);
}

/** Steps one after the other, each a test of the pupil, over a time that does not end with the matter itself. */
function isLadder({ anchor, anyOrder, steps }: Procedure): boolean {
  return lasts(anchor) && !anyOrder && steps.filter(({ trigger }) => trigger.kind === "when").length >= 2;
}

/** What lives on a week or a half-term is soon over by itself, and begins anew. */
function lasts(anchor: Procedure["anchor"]): boolean {
  if (anchor.kind === "period") return anchor.unit === "school-year" || anchor.unit === "term";
  return anchor.kind === "pupil" || anchor.kind === "parent";
}
