// A word of the law, such as persistent absence, with another limit than the law gives it.

import type { Status } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import { thresholdOf } from "../figures.ts";
import type { Threshold } from "../figures.ts";
import { without } from "../interval.ts";
import { pupilAt } from "../pupil-words.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { speaksOf, topicOf } from "../topic.ts";
import { simplestWitness } from "../witness.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "statute-redefined": {
    ...warning,
    message: '{pupil} {is} "{title}" here ({clause}), but {isNot} by the national definition ({nationalClause}).',
    hint: "Use the national status `{national}`, and give the school's own limit another name.",
  },
});

export const statuteRedefined: Rule = (survey) => {
  const statuses = [...survey.model.statuses.values()];
  const national = statuses.filter(survey.isNational).map((law) => ({ law, topic: topicOf(law.name) }));
  return statuses.filter(survey.isOwn).flatMap((own) => {
    const topics = [topicOf(own.name), topicOf(own.title)];
    const alike = national.filter(({ topic }) => topics.some((each) => speaksOf(each, topic)));
    return alike.flatMap(({ law }) => compare(survey, own, law));
  });
};

function compare(survey: Survey, own: Status, law: Status): readonly Diagnostic[] {
  const [here, there] = [limitOf(survey, own), limitOf(survey, law)];
  if (here === undefined || there === undefined || here.figure.kind !== there.figure.kind) return [];
  const wider = firstWitness(here, there);
  const witness = wider ?? firstWitness(there, here);
  if (witness === undefined) return [];
  const args = {
    pupil: pupilAt(here.figure, witness),
    is: wider === undefined ? "is not" : "is",
    isNot: wider === undefined ? "is" : "is not",
    title: own.title,
    clause: citation(own.origin),
    national: law.name,
    nationalClause: citation(law.origin),
  };
  const labels = [{ span: headOf(law.origin), text: "what the law says" }];
  return [messages.statuteRedefined(args, headOf(own.origin), { labels, witness, fixes: lawful(own, law) })];
}

/** The national status itself; where this one bears its name, the law's own words. */
function lawful({ name, rule }: Status, law: Status): readonly Fix[] {
  if (rule.kind !== "when" || law.rule.kind !== "when") return [];
  const words = name === law.name ? oneLine(law.rule.condition.span) : law.name;
  return fixOf(`put it on the national figure: \`when ${words}\``, replaced(rule.condition.span, words));
}

function limitOf({ model, day }: Survey, { rule }: Status): Threshold | undefined {
  return rule.kind === "when" ? thresholdOf(model, day, rule.condition) : undefined;
}

function firstWitness(wider: Threshold, narrower: Threshold): ReturnType<typeof simplestWitness> {
  return without(wider.interval, narrower.interval)
    .map((part) => simplestWitness(wider.figure.kind, part))
    .find((witness) => witness !== undefined);
}
