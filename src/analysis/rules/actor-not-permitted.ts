// Somebody who must do what only others may do, so that doing it would never count.

import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf, partyWords } from "../said-of.ts";
import { citation, headOf, listOf } from "../wording.ts";

export const messages = defineMessages({
  "actor-not-permitted": {
    ...warning,
    message: "{actors} is to do `{act}` ({clauses}), but only {permitted} may: whatever they did would be refused.",
    hint: "Name somebody who may, or add {actors} to the act's `by`.",
  },
});

export const actorNotPermitted: Rule = ({ model, sentences, isOwn }) =>
  sentences.flatMap(({ sentence }) => {
    const act = model.acts.get(sentence.act);
    const actors = namesOf(sentence.actors);
    if (!isOwn(sentence) || act === undefined || act.by.length === 0 || sentence.modal === "must not") return [];
    if (actors.some((actor) => act.by.map(asOne).includes(asOne(actor)))) return [];
    const args = {
      actors: partyWords(sentence.actors),
      act: act.name,
      permitted: listOf(act.by),
      clauses: citation(sentence.origin, act.origin),
    };
    const labels = [{ span: headOf(act.origin), text: "only these may" }];
    return [messages.actorNotPermitted(args, headOf(sentence.origin), { labels })];
  });

/** A parent is one of the parents. */
function asOne(role: string): string {
  return role === "parent" ? "parents" : role;
}
