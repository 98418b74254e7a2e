// A task for a role that several people hold, without a word on which of them does it.

import type { Party, Sentence } from "../../checker/model.ts";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf, shortListOf, plural } from "../wording.ts";
import { fixOf, reworded, wholeWord } from "../edits.ts";
import { actorsSpan } from "../sentence-words.ts";

export const messages = defineMessages({
  "one-of-several": {
    ...advice,
    message:
      "`{role}` is {people} ({clauses}), but {acts} {is} asked of it as if it were one: each may believe that another has done it.",
    hint: "Write `each {role}` where all are to act and `either {role}` where any of them may, or name one of them.",
  },
});

export const oneOfSeveral: Rule = ({ model, sentences, isOwn }) =>
  [...model.words.values()]
    .filter((word) => isOwn(word) && word.sort === "role" && word.people > 1)
    .flatMap(({ name, people, origin }) => {
      const asked = sentences.filter(({ sentence }) => isOwn(sentence) && isBare(name, sentence));
      if (asked.length === 0) return [];
      const acts = [...new Set(asked.map(({ sentence }) => sentence.act))];
      const args = {
        role: name,
        people: plural(people, "person", "people"),
        clauses: citation(origin),
        acts: shortListOf(acts),
        is: acts.length === 1 ? "is" : "are",
      };
      const told = (word: string) => asked.map(({ sentence }) => quantified(sentence, name, word));
      const fixes = [
        ...fixOf(`let any of them do it: \`either ${name}\``, ...told("either")),
        ...fixOf(`let all of them do it: \`each ${name}\``, ...told("each")),
      ];
      return [messages.oneOfSeveral(args, headOf(origin), { fixes })];
    });

function quantified(sentence: Sentence, role: string, word: string): Edit | undefined {
  const actors = actorsSpan(sentence);
  return actors === undefined ? undefined : reworded(actors, wholeWord(role), `${word} ${role}`);
}

function isBare(role: string, { modal, actors }: PlacedSentence["sentence"]): boolean {
  const isNamed = (party: Party): boolean => party.role === role && party.quantifier === undefined;
  return modal !== "may" && actors.members.some(isNamed);
}
