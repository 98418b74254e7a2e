// A register code that ceases while the policy is in force, with nothing in the policy to take its place.

import type { CodingRow, RegisterCode } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { formatDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { codesUsed } from "../codes-used.ts";
import type { UsedCode } from "../codes-used.ts";
import { isMeanwhile } from "../in-force.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { conditionsWithin } from "../walk.ts";

export const messages = defineMessages({
  "code-outlived": {
    ...advice,
    message:
      "The code {code} is used here and ceases after {until}, while the policy is in force; no rule of it uses a code that takes its place.",
    hint: "Add what holds from then on, beside what holds until then.",
  },
});

/** One finding for each code, where it is first used. */
export const codeOutlived: Rule = (survey) => {
  const used = codesUsed(survey);
  const first = new Map(used.toReversed().map((each) => [each.code, each]));
  return [...first.values()].flatMap(({ code, span }): readonly Diagnostic[] => {
    const until = lastUntil(survey.model.codes, code);
    if (
      until === undefined ||
      !isMeanwhile(survey.model, until + 1) ||
      hasSuccessor(used, code) ||
      isFollowed(survey, code, until)
    )
      return [];
    return [messages.codeOutlived({ code, until: formatDay(until) }, span)];
  });
};

/** The last day of its last version; undefined where it goes on. */
function lastUntil(codes: readonly RegisterCode[], code: string): number | undefined {
  const versions = codes.filter(({ name }) => name === code);
  return versions.some(({ until }) => until === undefined) ? undefined : versions.at(-1)?.until;
}

/** Another row gives the same reason a code that goes on. */
function isFollowed({ model }: Survey, code: string, until: Day): boolean {
  const goesOn = (other: string): boolean =>
    model.codes.some(
      (each) => each.name === other && (each.until ?? Infinity) > until && (each.from ?? 0) <= until + 1,
    );
  return model.codings.some(({ rows }) => {
    const reasons = new Set(rows.filter((row) => row.code === code).flatMap(reasonsOf));
    return rows.some(
      (row) => row.code !== code && goesOn(row.code) && reasonsOf(row).some((each) => reasons.has(each)),
    );
  });
}

function reasonsOf({ when }: CodingRow): readonly string[] {
  const parts = when === undefined ? [] : conditionsWithin(when);
  return parts.flatMap((part) => (part.kind === "field-is" ? [`${part.field} ${part.value}`] : []));
}

/** `Y` was divided into `Y1` to `Y7`. */
function hasSuccessor(used: readonly UsedCode[], code: string): boolean {
  return used.some((other) => other.code !== code && other.code.startsWith(code));
}
