// A figure over time that the policy nowhere says the time of: this year, this term and this half-term give three answers.

import type { Value } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { ownValues } from "../own-values.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, quote } from "../wording.ts";

export const messages = defineMessages({
  "window-unsaid": {
    ...advice,
    message:
      "The policy does not say over what time `{figure}` is counted ({clauses}): the year, the term and the half-term so far each give another answer, so none is given.",
    hint: "Ask over what time, and write it here, such as `this year` or `this half-term`.",
  },
});

/** One finding for each figure, however often it is read. */
export const windowUnsaid: Rule = (survey) => {
  const open = ownValues(survey).filter((value) => "window" in value && value.window?.kind === "hole");
  const first = new Map(open.toReversed().map((value) => [quote(value.span), value]));
  return [...first].toReversed().map(([figure, value]) => {
    return messages.windowUnsaid({ figure, clauses: clausesOf(survey, value) }, value.span);
  });
};

/** Those of the rules that read the figure, else its line. */
function clausesOf({ tests, model }: Survey, value: Value): string {
  const places = tests.filter(
    ({ condition }) => condition.kind === "compare" && [condition.left, condition.right].includes(value),
  );
  const measures = [...model.measures.values()].filter(({ rows }) => rows.some((row) => row.value === value));
  const banded = [...model.bands.values()].filter(({ of }) => of === value);
  const origins = [...places, ...measures, ...banded].map(({ origin }) => origin);
  return origins.length === 0 ? citation({ span: value.span, clauses: [], layer: "" }) : citation(...origins);
}
