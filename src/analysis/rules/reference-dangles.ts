// A pointer to an appendix, annex or form that is nowhere in the policy.

import { defineMessages } from "../../diagnostics/template.ts";
import type { Origin } from "../../checker/model.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "reference-dangles": {
    ...advice,
    message: "The policy points to {reference} ({clauses}), but nothing here says what stands in it.",
    hint: "Declare it as a `document` of that name with what it holds, or mend the reference.",
  },
});

/** One finding for each thing pointed to. */
export const referenceDangles: Rule = (survey) => {
  const declared = new Set(
    [...survey.model.documents.values()].flatMap(({ name, title }) => referencesIn(`${name} ${title}`)),
  );
  const dangling = pointers(survey).filter(({ reference }) => !declared.has(reference));
  return [...Map.groupBy(dangling, ({ reference }) => reference)].flatMap(([reference, places]) => {
    const [first] = places;
    if (first === undefined) return [];
    const clauses = citation(...places.map(({ origin }) => origin));
    return [messages.referenceDangles({ reference, clauses }, headOf(first.origin))];
  });
};

interface Pointer {
  readonly reference: string;
  readonly origin: Origin;
}

function pointers(survey: Survey): readonly Pointer[] {
  const told = survey.texts
    .filter(survey.isOwn)
    .flatMap(({ text, origin }) => referencesIn(text).map((reference) => ({ reference, origin })));
  const used = survey.sentences
    .filter(({ sentence }) => survey.isOwn(sentence))
    .flatMap(({ sentence }) =>
      [sentence.object, sentence.using].flatMap((name) =>
        referencesIn(name ?? "").map((reference) => ({ reference, origin: sentence.origin })),
      ),
    );
  return [...used, ...told];
}

/** `Appendix 1`, `annex-b`: always told as `Appendix 1`, `Annex B`. */
function referencesIn(text: string): readonly string[] {
  const found = text.matchAll(/\b(appendix|annex|schedule)[ -]([a-z]|\d{1,2})\b/gi);
  return [...found].map(([, kind = "", which = ""]) => {
    return `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()} ${which.toUpperCase()}`;
  });
}
