// Names so alike that nobody can tell whether they are one person or two.

import type { Word } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import type { Survey } from "../survey.ts";
import { headOf, listOf } from "../wording.ts";
import { addedTo, fixOf } from "../edits.ts";

export const messages = defineMessages({
  "names-drift": {
    ...advice,
    message: "{names} each {do} something under this policy, and nothing says whether they are one {kind} or several.",
    hint: "Where two names mean the same, declare one `same as` the other; where they differ, give them titles that tell them apart.",
  },
});

/** What people are called who have the same thing to look after; a deputy is another person, these may not be. */
const posts: ReadonlySet<string> = new Set(
  "officer officers coordinator team teams lead leader champion manager worker contact service services support staff office".split(
    " ",
  ),
);

export const namesDrift: Rule = (survey) => {
  const acting = wordsOf(survey, ({ sentence }) => namesOf(sentence.actors));
  const told = wordsOf(survey, ({ sentence }) => [...namesOf(sentence.to), ...namesOf(sentence.with)]);
  return [
    ...report(survey, acting, { do: "do", kind: "person" }),
    ...report(survey, new Set([...told].filter((word) => !acting.has(word))), { do: "receive", kind: "recipient" }),
  ];
};

interface Told {
  readonly do: string;
  readonly kind: string;
}

function report({ isOwn }: Survey, words: ReadonlySet<Word>, told: Told): ReturnType<Rule> {
  const groups = Map.groupBy(words, (word) => matterOf(word.name));
  return [...groups].flatMap(([matter, alike]) => {
    const drifting = matter !== "" && pairsOf(alike).some(([first, second]) => isOwn(first) || isOwn(second));
    const own = alike.find(isOwn);
    if (!drifting || own === undefined) return [];
    const labels = alike
      .filter((word) => word !== own)
      .map(({ origin }) => ({ span: headOf(origin), text: "and this" }));
    return [
      messages.namesDrift({ names: listOf(alike.map(({ name }) => name)), ...told }, headOf(own.origin), {
        labels,
        fixes: joinedNames(isOwn, alike),
      }),
    ];
  });
}

function wordsOf(survey: Survey, names: (place: Survey["sentences"][number]) => readonly string[]): ReadonlySet<Word> {
  const own = survey.sentences.filter(({ sentence }) => survey.isOwn(sentence)).flatMap(names);
  return new Set([...new Set(own)].map((name) => survey.model.words.get(name)).filter((word) => word !== undefined));
}

/** `attendance-officer` and `attendance-coordinator` both look after attendance. */
function matterOf(name: string): string {
  const words = name.split("-");
  const matter = words.filter((word) => !posts.has(word));
  return matter.length === words.length ? "" : matter.toSorted().join(" ");
}

/** All are the one that the layers below have named, or else the first. */
function joinedNames(isOwn: Survey["isOwn"], alike: readonly Word[]): readonly Fix[] {
  const kept = alike.find((word) => !isOwn(word)) ?? alike[0];
  if (kept === undefined) return [];
  const title = /^[a-z]+\s+[\w-]+(?:\s+"(?:[^"]|"")*")?/;
  const edits = alike
    .filter((word) => word !== kept)
    .map((word) => {
      const same = { text: `same as ${kept.name}`, key: "same-as", value: kept.name };
      return isOwn(word) && word.sameAs === undefined ? addedTo(word.origin.span, same, title) : undefined;
    });
  return fixOf(`say that \`${kept.name}\` is meant by all of them`, ...edits);
}
