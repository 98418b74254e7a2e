// A target which a pupil can just meet and be persistently absent in law.

import type { Status } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { compareRatio, ratio } from "../../units/ratio.ts";
import type { Ratio } from "../../units/ratio.ts";
import { fixOf, reworded } from "../edits.ts";
import { thresholdOf } from "../figures.ts";
import type { Threshold } from "../figures.ts";
import { contains } from "../interval.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { SESSIONS_IN_WEEK } from "../answers.ts";
import { shareWords } from "../witness.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "target-meets-absence": {
    ...warning,
    message: 'A pupil who always just meets "{target}" ({clauses}) attends {share}, and is "{absence}" in law ({law}).',
    hint: "Set a target that keeps a pupil clear of the line.",
  },
});

/** What is called so, and asks for attendance from a limit up. */
const isCalledTarget = /\b(?:target|goal)\b/i;

export const targetMeetsAbsence: Rule = (survey) => {
  const statuses = [...survey.model.statuses.values()];
  const laws = statuses.filter(survey.isNational).flatMap((law) => {
    const limit = limitOf(survey, law);
    return limit !== undefined && limit.figure.kind === "share" ? [{ law, limit }] : [];
  });
  return statuses
    .filter((status) => survey.isOwn(status) && isCalledTarget.test(`${status.name} ${status.title}`))
    .flatMap((target): readonly Diagnostic[] => {
      const share = leastAttendance(limitOf(survey, target));
      const broken = share && laws.find(({ limit }) => contains(limit.interval, share));
      if (share === undefined || broken === undefined) return [];
      const args = {
        target: target.title,
        clauses: citation(target.origin),
        share: shareWords(share.n, share.d),
        absence: broken.law.title,
        law: citation(broken.law.origin),
      };
      const labels = [{ span: headOf(broken.law.origin), text: "what the law says" }];
      const witness = { sessions: share.n, possible: share.d };
      return [
        messages.targetMeetsAbsence(args, headOf(target.origin), {
          labels,
          witness,
          fixes: oneMore(survey, target, laws),
        }),
      ];
    });
};

/** The next whole session of a week that is clear of the line. */
function oneMore(survey: Survey, target: Status, laws: readonly { readonly limit: Threshold }[]): readonly Fix[] {
  const threshold = limitOf(survey, target);
  if (threshold?.figure.kind !== "count") return [];
  const clear = Array.from({ length: SESSIONS_IN_WEEK }, (_, index) => index + 1).find(
    (count) => !laws.some(({ limit }) => contains(limit.interval, ratio(count, SESSIONS_IN_WEEK))),
  );
  if (clear === undefined) return [];
  const limit = reworded(threshold.comparison.right.span, /\d+/, String(clear));
  return fixOf(`ask for ${clear} of the ten sessions`, limit);
}

function limitOf({ model, day }: Survey, { rule }: Status): Threshold | undefined {
  return rule.kind === "when" ? thresholdOf(model, day, rule.condition) : undefined;
}

/** Of a share its limit, of sessions of one week their part of ten. Only where the limit itself is enough. */
function leastAttendance(threshold: Threshold | undefined): Ratio | undefined {
  const low = threshold?.interval.low;
  if (threshold === undefined || low === undefined || !low.included || threshold.interval.high !== undefined)
    return undefined;
  const { value, window, kind } = threshold.figure;
  if (kind === "share") return compareRatio(low.at, ratio(1, 1)) <= 0 ? low.at : undefined;
  const ofWeek = window?.kind === "this" && window.period === "week";
  const attended = value.kind === "sessions" && value.of.category === "attended" && value.of.codes.length === 0;
  return ofWeek && attended && low.at.n <= SESSIONS_IN_WEEK ? ratio(low.at.n, SESSIONS_IN_WEEK) : undefined;
}
