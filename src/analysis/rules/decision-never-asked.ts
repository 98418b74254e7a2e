// A decision that no rule ever waits for and nobody is ever asked to make.

import type { Decision } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { spanText } from "../../source/text.ts";
import type { Survey } from "../survey.ts";
import { headOf } from "../wording.ts";
import { fixOf, statementRemoved } from "../edits.ts";

export const messages = defineMessages({
  "decision-never-asked": {
    ...advice,
    message: '"{question}" is declared as a decision, but no rule waits for its answer and nobody is told to make it.',
    hint: "Use `{name}` in a condition, have somebody `decide {name}`, or take it away.",
  },
});

export const decisionNeverAsked: Rule = (survey) =>
  [...survey.model.decisions.values()]
    .filter((decision) => survey.isOwn(decision) && !isAsked(survey, decision))
    .map(({ name, question, origin }) =>
      messages.decisionNeverAsked({ name, question }, headOf(origin), {
        fixes: fixOf("take the decision away", statementRemoved(origin.span)),
      }),
    );

/** Perhaps only by a reading that is not the chosen one, which stands in the text and not in the model. */
function isAsked({ model, tests, sentences }: Survey, { name }: Decision): boolean {
  return (
    model.readings.some(({ origin }) => spanText(origin.span).includes(name)) ||
    tests.some(({ condition }) => condition.kind === "judged" && condition.decision === name) ||
    sentences.some(({ sentence }) => sentence.object === name || sentence.about === name)
  );
}
