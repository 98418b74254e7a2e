// An amount for a penalty notice that the law does not know on the day of the policy.

import type { Measure } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wordList } from "../../support/word-list.ts";
import { numberOf } from "../figures.ts";
import { national, nationalAmounts } from "../nation.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, pounds } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "penalty-amount-differs": {
    ...warning,
    message:
      "A parent would be asked for {amount} for a penalty notice here ({clauses}), but the law now knows only {lawful}.",
    hint: "Use the national amounts, which change with the law; amounts of before August 2024 are often left over.",
  },
});

export const penaltyAmountDiffers: Rule = (survey) => {
  const lawful = nationalAmounts(survey, "notice");
  if (lawful.length === 0) return [];
  return [...survey.model.measures.values()]
    .filter((measure) => survey.isOwn(measure) && isPriceOfNotice(measure))
    .flatMap((measure) => otherAmounts(survey, measure, lawful));
};

function isPriceOfNotice({ anchor, type }: Measure): boolean {
  return anchor?.kind === "act" && anchor.act === national.issuePenaltyNotice && type.kind === "money";
}

function otherAmounts({ model, day }: Survey, measure: Measure, lawful: readonly number[]): readonly Diagnostic[] {
  return measure.rows.flatMap(({ value, origin }) => {
    const amount = numberOf(model, day, value)?.n;
    if (amount === undefined || lawful.includes(amount)) return [];
    const known = [...new Set(lawful)].toSorted((a, b) => a - b).map(pounds);
    const clauses = citation(origin, measure.origin);
    const fixes = known.flatMap((right) => fixOf(`ask for ${right}`, replaced(value.span, right)));
    const args = { amount: pounds(amount), lawful: wordList(known, "and"), clauses };
    return [messages.penaltyAmountDiffers(args, value.span, { witness: { pence: amount }, fixes })];
  });
}
