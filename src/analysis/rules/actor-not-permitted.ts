// Somebody who must do what only others may do, so that doing it would never count.

import type { Act, Sentence } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf, partyWords } from "../said-of.ts";
import { citation, headOf, listOf } from "../wording.ts";
import { fixOf, insertedAfter, replaced, wordsIn } from "../edits.ts";
import { actorsSpan } from "../sentence-words.ts";

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
    const fixes = [...whoMay(act, sentence), ...(isOwn(act) ? alsoPermitted(act, args.actors, actors) : [])];
    return [messages.actorNotPermitted(args, headOf(sentence.origin), { labels, fixes })];
  });

function whoMay({ by }: Act, sentence: Sentence): readonly Fix[] {
  return by.flatMap((role) => fixOf(`let \`${role}\` do it`, replaced(actorsSpan(sentence), role)));
}

function alsoPermitted({ name, origin }: Act, actors: string, roles: readonly string[]): readonly Fix[] {
  const permitted = wordsIn(origin.span, /\bby:?[ \t]+\[?([a-z][\w-]*(?:, *[a-z][\w-]*)*)/);
  return fixOf(`let ${actors} do \`${name}\` as well`, insertedAfter(permitted, `, ${roles.join(", ")}`));
}

/** A parent is one of the parents. */
function asOne(role: string): string {
  return role === "parent" ? "parents" : role;
}
