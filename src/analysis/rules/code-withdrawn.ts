// A register code that no longer exists, or does not exist yet, when the policy is in force.

import type { Model } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import type { Span } from "../../source/text.ts";
import { codesUsed } from "../codes-used.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isInForce } from "../session-codes.ts";
import { forceWords, meetsForce } from "../in-force.ts";
import type { Survey } from "../survey.ts";
import { fixOf, replaced, wholeWord, wordsIn } from "../edits.ts";

export const messages = defineMessages({
  "code-withdrawn": {
    ...warning,
    message:
      "The code {code} is used here, but {when}: the policy is in force {force}, and no session can be marked with it then.",
    hint: "Use the code that took its place.",
  },
});

export const codeWithdrawn: Rule = (survey) => {
  const { model, day } = survey;
  return codesUsed(survey).flatMap(({ code, span, alone }): readonly Diagnostic[] => {
    const versions = model.codes.filter(({ name }) => name === code);
    if (
      day === undefined ||
      versions.length === 0 ||
      versions.some(({ from, until }) => meetsForce(model, from, until))
    )
      return [];
    return [
      messages.codeWithdrawn({ code, when: whenWords(model, code), force: forceWords(model) }, span, {
        fixes: alone ? successors(survey, code, span) : [],
      }),
    ];
  });
};

/** What bears the same letter and is of the same category today. */
function successors({ model, day }: Survey, code: string, span: Span): readonly Fix[] {
  const category = model.codes.find(({ name }) => name === code)?.category;
  return model.codes
    .filter((each) => each.name.startsWith(code) && each.category === category && isInForce(each, day))
    .flatMap(({ name, title }) => fixOf(`use ${name}, "${title}"`, replaced(wordsIn(span, wholeWord(code)), name)));
}

function whenWords({ codes }: Model, code: string): string {
  const until = codes.findLast(({ name, until: last }) => name === code && last !== undefined)?.until;
  const from = codes.find(({ name }) => name === code)?.from;
  if (until !== undefined) return `it was withdrawn after ${formatDay(until)}`;
  return from === undefined ? "it is not in force" : `it begins only on ${formatDay(from)}`;
}
