// A right that the law gives outright, granted by the policy only on conditions of its own.

import type { Condition } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wordList } from "../../support/word-list.ts";
import { rights } from "../law.ts";
import type { Right } from "../law.ts";
import type { PlacedCondition } from "../places.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { conditionsWithin } from "../walk.ts";
import { citation } from "../wording.ts";

export const messages = defineMessages({
  "right-made-discretion": {
    ...warning,
    message: "The policy makes {right} depend on {restrictions} ({clauses}), but {law}.",
    hint: "Give the code {code} whenever the law's own test is met, and ask for notice as a courtesy and not as a condition.",
  },
});

export const rightMadeDiscretion: Rule = (survey) => {
  const gates = survey.conditions.filter((place) => survey.isOwn(place) && place.part === "gate");
  const rows = survey.conditions.filter((place) => survey.isOwn(place) && place.part === "coding");
  return rights.flatMap((right): readonly Diagnostic[] => {
    const restricted = [...gates, ...rows].filter(
      ({ condition }) => speaksOfRight(right, condition) && restrictionsIn(condition).length > 0,
    );
    const [first] = restricted;
    if (first === undefined) return [];
    const restrictions = [...new Set(restricted.flatMap(({ condition }) => restrictionsIn(condition)))];
    const args = {
      right: right.what,
      restrictions: wordList(restrictions, "and"),
      clauses: citation(...restricted.map(({ origin }) => origin)),
      law: right.law,
      code: right.code,
    };
    return [messages.rightMadeDiscretion(args, first.condition.span, { labels: labelsFor(restricted) })];
  });
};

function labelsFor(restricted: readonly PlacedCondition[]): Diagnostic["labels"] {
  return restricted.slice(1).map(({ condition }) => ({ span: condition.span, text: "and on this" }));
}

/** The condition is about this reason and about no other. */
function speaksOfRight({ reason }: Right, condition: Condition): boolean {
  const reasons = conditionsWithin(condition).flatMap((part) => (part.kind === "field-is" ? [part.value] : []));
  return reasons.length > 0 && reasons.every((value) => value === reason);
}

function restrictionsIn(condition: Condition): readonly string[] {
  return conditionsWithin(condition).flatMap((part) => {
    if (part.kind === "judged") return ["somebody's judgement"];
    if (part.kind === "done" && part.moment !== undefined) return ["notice given beforehand"];
    return part.kind === "moments" ? ["a limit on its length"] : [];
  });
}
