// Things that "the school" or "all staff" must do, so that nobody in particular does.

import { defineMessages } from "../../diagnostics/template.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import { headOf, shortCitation, shortListOf } from "../wording.ts";

export const messages = defineMessages({
  "actor-unsaid": {
    ...advice,
    message:
      "The policy says that `{role}` {modal} {acts} ({clauses}), and not who: what is everybody's task is on nobody's list.",
    hint: "Ask who does it, and write that role.",
  },
});

/** Not those whom a policy lists as one body that decides together, such as its governors. */
const nobody = /^(?:the-)?(?:school|staff|all-staff|every-?one|anyone|someone)$/;

/** One finding for each such name, where it is first asked for something. */
export const actorUnsaid: Rule = ({ sentences, isOwn }) => {
  const owed = sentences.filter(
    ({ sentence }) =>
      isOwn(sentence) && sentence.modal === "must" && namesOf(sentence.actors).every((name) => nobody.test(name)),
  );
  const inOrder = owed.toSorted((a, b) => a.sentence.origin.span.from - b.sentence.origin.span.from);
  const byRole = Map.groupBy(inOrder, ({ sentence }) => namesOf(sentence.actors)[0] ?? "");
  return [...byRole].flatMap(([role, places]) => {
    const [first] = places;
    if (first === undefined) return [];
    const acts = shortListOf([...new Set(places.map(({ sentence }) => sentence.act))]);
    const clauses = shortCitation(...places.map(({ sentence }) => sentence.origin));
    const labels = places.slice(1, 4).map(({ sentence }) => ({ span: headOf(sentence.origin), text: "nor here" }));
    return [messages.actorUnsaid({ role, modal: "must", acts, clauses }, headOf(first.sentence.origin), { labels })];
  });
};
