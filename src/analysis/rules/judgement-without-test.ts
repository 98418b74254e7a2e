// A judgement that somebody must make, with nothing to make it by.

import type { Condition, Decision, Origin } from "../../checker/model.ts";
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

function declared(survey: Survey): readonly Diagnostic[] {
  return [...survey.model.decisions.values()]
    .filter((decision) => survey.isOwn(decision) && decision.tests.length === 0)
    .map((decision) => {
      const { question, origin } = decision;
      const clauses =
        origin.clauses.length > 0 ? citation(origin) : citation(origin, ...placesAsking(survey, decision));
      return messages.judgementWithoutTest({ question, clauses }, headOf(origin));
    });
}

/** A decision that cites nothing itself rests on the clauses of the rules that ask it. */
function placesAsking(survey: Survey, { name }: Decision): readonly Origin[] {
  const asked = survey.tests.filter(({ condition }) => condition.kind === "judged" && condition.decision === name);
  const decided = survey.sentences.filter(({ sentence }) => sentence.object === name || sentence.about === name);
  const origins = [
    ...asked.flatMap(({ origin, step, declaration }) => [origin, step?.origin ?? origin, declaration.origin]),
    ...decided.flatMap(({ sentence, declaration }) => [sentence.origin, declaration.origin]),
  ];
  const inSteps = asked.flatMap(({ step }) => step?.items ?? []).map(({ origin }) => origin);
  return [...origins, ...inSteps].filter((origin) => survey.isOwn({ origin }));
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
