// A register code that no longer exists, or does not exist yet, when the policy is in force.

import type { Model } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import type { Span } from "../../source/text.ts";
import { ownValues } from "../own-values.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isInForce } from "../session-codes.ts";
import type { Survey } from "../survey.ts";
import { fixOf, replaced, wholeWord, wordsIn } from "../edits.ts";

export const messages = defineMessages({
  "code-withdrawn": {
    ...warning,
    message:
      "The code {code} is used here, but {when}: on {day}, when the policy comes into force, no session can be marked with it.",
    hint: "Use the code that took its place.",
  },
});

export const codeWithdrawn: Rule = (survey) => {
  const { model, day } = survey;
  return codesUsed(survey).flatMap(({ code, span, alone }): readonly Diagnostic[] => {
    const versions = model.codes.filter(({ name }) => name === code);
    if (day === undefined || versions.length === 0 || versions.some((version) => isInForce(version, day))) return [];
    return [
      messages.codeWithdrawn({ code, when: whenWords(model, code), day: formatDay(day) }, span, {
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

interface UsedCode {
  readonly code: string;
  readonly span: Span;
  /** Whether the span holds little more than the code. */
  readonly alone: boolean;
}

function codesUsed(survey: Survey): readonly UsedCode[] {
  const { model, isOwn } = survey;
  const rows = model.codings.flatMap((coding) => coding.rows).filter(isOwn);
  const zones = model.registers.flatMap((register) => register.zones).filter(isOwn);
  const counted = ownValues(survey).flatMap((value) =>
    "of" in value ? value.of.codes.map((code) => ({ code, span: value.span, alone: true })) : [],
  );
  const anchored = [...model.procedures.values()]
    .filter(isOwn)
    .flatMap(({ anchor, origin }) =>
      anchor.kind === "absence" || anchor.kind === "session"
        ? anchor.codes.map((code) => ({ code, span: origin.span, alone: false }))
        : [],
    );
  return [
    ...rows.map(({ code, origin }) => ({ code, span: origin.span, alone: true })),
    ...zones.flatMap(({ becomes, origin }) =>
      becomes.kind === "code" ? [{ code: becomes.code, span: origin.span, alone: true }] : [],
    ),
    ...counted,
    ...anchored,
  ];
}
