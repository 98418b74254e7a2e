// One thing under its old and its new name, as if they were two.

import type { Origin } from "../../checker/model.ts";
import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { oneLine } from "../../source/one-line.ts";
import { renamed } from "../law.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";
import { allWordsIn, fixOf } from "../edits.ts";

export const messages = defineMessages({
  "old-name-beside-new": {
    ...advice,
    message:
      "The policy speaks of both a {old} ({oldClause}) and an {now} ({nowClause}): the second is what the first is called today.",
    hint: "Use the one name throughout, or say how the two differ.",
  },
});

export const oldNameBesideNew: Rule = (survey) => {
  const spoken = namesSpoken(survey);
  return renamed.flatMap(({ old, now, oldName, nowName }) => {
    const before = spoken.find(({ name }) => old.test(name));
    const today = spoken.find(({ name }) => now.test(name));
    if (before === undefined || today === undefined) return [];
    const args = {
      old: oldName,
      oldClause: citation(before.origin),
      now: nowName,
      nowClause: citation(today.origin),
    };
    const labels = [{ span: headOf(today.origin), text: "its name today" }];
    return [
      messages.oldNameBesideNew(args, headOf(before.origin), {
        labels,
        fixes: renamedTo(survey, spoken, old, nowName),
      }),
    ];
  });
};

/** A document that bears the old name would have to be joined with the other by hand. */
function renamedTo({ model }: Survey, spoken: readonly Spoken[], old: RegExp, now: string): readonly Fix[] {
  const places = spoken.filter(({ name }) => old.test(name));
  if (places.some(({ name }) => model.documents.has(name))) return [];
  const edits = new Map<number, Edit>();
  for (const { origin } of places) {
    for (const span of allWordsIn(origin.span, old)) {
      edits.set(span.from, { span, text: oneLine(span).includes("-") ? now.replaceAll(" ", "-") : now });
    }
  }
  return fixOf(`say "${now}" throughout`, ...edits.values());
}

interface Spoken {
  readonly name: string;
  readonly origin: Origin;
}

function namesSpoken(survey: Survey): readonly Spoken[] {
  const objects = survey.sentences.flatMap(({ sentence }) =>
    [sentence.object, sentence.using].flatMap((name) =>
      name === undefined ? [] : [{ name, origin: sentence.origin }],
    ),
  );
  const documents = [...survey.model.documents.values()].map(({ name, origin }) => ({ name, origin }));
  const texts = survey.texts.map(({ text, origin }) => ({ name: text, origin }));
  return [...objects, ...documents, ...texts].filter(survey.isOwn);
}
