// Penalty notices and reviews: what brings a notice, what it costs, what is the law's own, and when a policy is looked at again.

import { national } from "../analysis/nation.ts";
import { pounds } from "../analysis/wording.ts";
import { standingValue } from "../analysis/figures.ts";
import type { Survey } from "../analysis/survey.ts";
import { conditionsWithin } from "../analysis/walk.ts";
import type { Condition } from "../checker/model.ts";
import { written, writtenCadence } from "../explain/written.ts";
import { formatDay } from "../school/day.ts";
import { distinctEntries, entryOf } from "./comparison.ts";
import type { Entry, Subject } from "./comparison.ts";
import { openingWords } from "./opening-words.ts";

const [penalties, reviews] = ["Penalty notices", "Reviews"];

export const lawSubjects: readonly Subject[] = [
  { section: penalties, title: "what brings one", entries: whatBringsANotice },
  { section: penalties, title: "what it costs", entries: amounts },
  { section: penalties, title: "when it may be issued", entries: gates },
  { section: reviews, title: "in force from", entries: (survey) => dated(survey, survey.model.inForce?.from) },
  { section: reviews, title: "review by", entries: (survey) => dated(survey, survey.model.reviewBy) },
  { section: reviews, title: "how often", entries: cadence },
];

function isNotice({ act, object }: { readonly act: string; readonly object?: string }): boolean {
  return (
    act === national.issuePenaltyNotice ||
    (object === national.penaltyNotice && /consider|request|issue|refer/.test(act))
  );
}

function whatBringsANotice(survey: Survey): readonly Entry[] {
  return distinctEntries(
    survey.sentences
      .filter(({ sentence }) => sentence.modal !== "must not" && isNotice(sentence))
      .flatMap(({ when, sentence, declaration }) =>
        when.length === 0
          ? [entryOf(survey, sentence.origin, `in “${declaration.title}”`)]
          : when.map((condition) => entryOf(survey, sentence.origin, spelledOut(survey, condition))),
      ),
  );
}

/** A status stands with what it means, since its name says no figure. */
function spelledOut({ model }: Survey, condition: Condition): string {
  const words = written(condition.span);
  const rule = condition.kind === "status" ? model.statuses.get(condition.name)?.rule : undefined;
  return rule?.kind === "when" ? `${words}: ${written(rule.condition.span)}` : words;
}

/** Each amount once, with the short of when it applies. */
function amounts(survey: Survey): readonly Entry[] {
  const { model, day } = survey;
  return distinctEntries(
    [...model.measures.values()]
      .filter(
        ({ anchor, type }) =>
          type.kind === "money" && anchor?.kind === "act" && anchor.act === national.issuePenaltyNotice,
      )
      .flatMap(({ rows }) =>
        rows.flatMap(({ value, when, origin }) => {
          const standing = value.kind === "parameter" ? standingValue(model, day, value.name) : value;
          if (standing?.kind !== "constant" || typeof standing.value !== "number") return [];
          return [entryOf(survey, origin, `${pounds(standing.value)} ${shortOf(when)}`)];
        }),
      ),
  );
}

/** A later notice, one paid early, or any other; a condition of another kind stands in full. */
function shortOf(when: Condition | undefined): string {
  if (when === undefined) return "otherwise";
  const parts = conditionsWithin(when);
  if (parts.some((part) => part.kind === "compare" && part.left.kind === "ordinal")) return "for a later notice";
  if (parts.some((part) => part.kind === "done" && part.act === "pay")) return "if paid early";
  return `when ${written(when.span)}`;
}

/** What a school adds; where it adds nothing, that it goes by the law. */
function gates(survey: Survey): readonly Entry[] {
  const entries = (survey.model.acts.get(national.issuePenaltyNotice)?.allowedWhen ?? []).map(({ condition, origin }) =>
    entryOf(survey, origin, written(condition.span)),
  );
  const own = entries.filter(({ law }) => !law);
  const [first] = entries;
  return own.length > 0 || first === undefined ? own : [{ ...first, says: "as the law has it" }];
}

function dated(survey: Survey, day: number | undefined): readonly Entry[] {
  const own = survey.model.layers.at(-1);
  if (day === undefined || own === undefined) return [];
  return [entryOf(survey, { span: own.span, clauses: [], layer: own.name }, formatDay(day), day)];
}

/** Duties and procedures in which the policy itself is reviewed. */
function cadence(survey: Survey): readonly Entry[] {
  const reviewing = survey.sentences.filter(
    ({ sentence: { act, object } }) => act === "review" && object?.endsWith("policy") === true,
  );
  return distinctEntries(
    reviewing.map(({ duty, step, sentence }) =>
      entryOf(
        survey,
        sentence.origin,
        duty === undefined
          ? step === undefined
            ? "once"
            : openingWords(step)
          : (writtenCadence(duty) ?? "how often is not said"),
      ),
    ),
  );
}
