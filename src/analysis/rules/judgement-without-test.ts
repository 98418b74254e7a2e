// A judgement that somebody must make, with nothing to make it by.

import type { Condition } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "judgement-without-test": {
    ...advice,
    message:
      '"{question}" is left to judgement ({clauses}) without a word on what to judge it by: two people may decide two like cases differently.',
    hint: "Ask what counts, and write each point as a `test` of a decision.",
  },
});

/** One finding for each question, however often it is asked. */
export const judgementWithoutTest: Rule = (survey) => [...declared(survey), ...inline(survey)];

function declared({ model, isOwn }: Survey): readonly Diagnostic[] {
  return [...model.decisions.values()]
    .filter((decision) => isOwn(decision) && decision.tests.length === 0)
    .map(({ question, origin }) =>
      messages.judgementWithoutTest({ question, clauses: citation(origin) }, headOf(origin)),
    );
}

function inline(survey: Survey): readonly Diagnostic[] {
  const asked = new Map<string, Diagnostic>();
  for (const place of survey.tests) {
    const question = inlineQuestion(survey, place.condition);
    if (question === undefined || asked.has(question) || !survey.isOwn(place)) continue;
    const args = { question, clauses: citation(place.origin) };
    asked.set(question, messages.judgementWithoutTest(args, place.condition.span));
  }
  return [...asked.values()];
}

function inlineQuestion({ model }: Survey, condition: Condition): string | undefined {
  return condition.kind === "judged" && !model.decisions.has(condition.decision) ? condition.question : undefined;
}
