// A letter or form that no rule speaks of, while one speaks of something nearly of its name: that was meant, and the letter is
// never written.

import type { Document } from "../../checker/model.ts";
import { closestName } from "../../diagnostics/did-you-mean.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wholeSpan } from "../../source/text.ts";
import { allWordsIn, fixOf, reworded, wholeWord, wordsIn } from "../edits.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "document-misnamed": {
    ...advice,
    message: "This rule speaks of `{near}`, which is no document; `{name}` is one, and nothing speaks of it.",
    hint: "Write `{name}`, or take the document away.",
  },
});

export const documentMisnamed: Rule = ({ model, sentences, isOwn }) => {
  const own = sentences.map(({ sentence }) => sentence).filter(isOwn);
  const objects = new Set(own.flatMap(({ object }) => object ?? []).filter((object) => !model.documents.has(object)));
  return [...model.documents.values()].filter(isOwn).flatMap((document) => {
    const { name, origin } = document;
    const near = isSpokenOf(document) ? undefined : closestName(name, objects);
    if (near === undefined) return [];
    const places = own.filter(({ object }) => object === near).map((sentence) => sentence.origin.span);
    const [first = origin.span] = places;
    const edits = places.map((place) => reworded(place, wholeWord(near), name));
    return messages.documentMisnamed({ near, name }, wordsIn(first, wholeWord(near)) ?? first, {
      labels: [{ span: headOf(origin), text: "the document" }],
      fixes: fixOf(`write \`${name}\``, ...edits),
    });
  });
};

function isSpokenOf({ name, origin: { span } }: Document): boolean {
  return allWordsIn(wholeSpan(span.source), wholeWord(name)).some(({ from, to }) => to <= span.from || from >= span.to);
}
