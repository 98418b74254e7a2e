// Parents who still have time to report an absence when the register that needs the reason has already closed.

import type { MomentExpression } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import type { Span } from "../../source/text.ts";
import { formatTime } from "../../school/moment.ts";
import { numberOf } from "../figures.ts";
import { national } from "../nation.ts";
import { closingTime } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "report-after-register-closes": {
    ...advice,
    message:
      "Parents may report an absence until {reported}, but the register closes at {closes}: for a pupil whose parents ring at {reported} a code is wanted before its reason can be known.",
    hint: "Say what is recorded in between, such as N until the parents have reported, or ask them to report before {closes}.",
  },
});

export const reportAfterRegisterCloses: Rule = (survey) => {
  const morning = survey.model.registers.find(({ half }) => half === "AM");
  const closes = morning === undefined ? undefined : closingTime(morning);
  if (closes === undefined) return [];
  const late = reportTimes(survey).filter(({ seconds }) => seconds > closes);
  return late.slice(0, 1).map(({ seconds, span }): Diagnostic => {
    const args = { reported: formatTime(seconds), closes: formatTime(closes) };
    const edits = late.map(({ time }) => replaced(time, args.closes));
    const fixes = fixOf(`ask for the report before ${args.closes}, when the register closes`, ...edits);
    return messages.reportAfterRegisterCloses(args, span, { witness: { reported: args.reported }, fixes });
  });
};

interface ReportTime {
  readonly seconds: number;
  readonly span: Span;
  readonly time: Span;
}

/** The clock times by which parents report, in what they must do and in what waits for it. */
function reportTimes(survey: Survey): readonly ReportTime[] {
  const owed = survey.sentences
    .filter(({ sentence }) => survey.isOwn(sentence) && sentence.act === national.reportAbsence)
    .flatMap(({ sentence }) =>
      sentence.deadline?.kind === "by" ? clockTimes(survey, sentence.deadline.moment, sentence.origin.span) : [],
    );
  const awaited = survey.tests
    .filter((place) => survey.isOwn(place))
    .flatMap(({ condition }) =>
      condition.kind === "done" && condition.act === national.reportAbsence && condition.moment !== undefined
        ? clockTimes(survey, condition.moment, condition.span)
        : [],
    );
  return [...owed, ...awaited];
}

function clockTimes({ model, day }: Survey, moment: MomentExpression, span: Span): readonly ReportTime[] {
  if (moment.kind !== "clock") return [];
  const time = numberOf(model, day, moment.time);
  return time === undefined ? [] : [{ seconds: time.n, span, time: moment.time.span }];
}
