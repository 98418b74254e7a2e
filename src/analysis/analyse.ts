// A model → what in it is unwise or unlawful. Nothing is changed and nothing is guessed: each finding is proved on the
// model, with a pupil who shows it where one can.

import type { Model } from "../checker/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/order.ts";
import type { Day } from "../school/day.ts";
import { rules } from "./rules.ts";
import { surveyOf } from "./survey.ts";

/** In the order of the text. Without `today` no review date is judged. */
export function analyse(model: Model, today?: Day): readonly Diagnostic[] {
  const survey = surveyOf(model, today);
  const found = [...rules.values()].flatMap((rule) => rule(survey));
  return withoutCrowds(sortDiagnostics(found.filter((diagnostic) => isForAuthor(model, diagnostic))));
}

/** Where a hundred rules quarrel two by two, each is told of the first few: who mends those meets the rest next time. */
const ENOUGH = 3;

function withoutCrowds(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Map<string, number>();
  return found.filter(({ code, span }) => {
    const key = `${code} ${span.source.name} ${span.from} ${span.to}`;
    told.set(key, (told.get(key) ?? 0) + 1);
    return (told.get(key) ?? 0) <= ENOUGH;
  });
}

/** What the law leaves open it leaves to the schools: a national layer hears of contradictions, and gets no advice. */
function isForAuthor({ level }: Model, { severity }: Diagnostic): boolean {
  return level !== "nation" || severity !== "advice";
}
