// A code that is given only after something that every rule allows and none asks for.

import type { Condition } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { fixOf, replaced } from "../edits.ts";
import { modalSpan } from "../sentence-words.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import { conditionsWithin } from "../walk.ts";
import { citation, headOf, quote } from "../wording.ts";

export const messages = defineMessages({
  "waits-for-an-offer": {
    ...advice,
    message:
      "The row `{row}` ({clauses}) waits for `{act}`, which every rule allows and none asks for ({offered}): if nobody does it, the code never comes.",
    hint: "Let somebody be bound to do it by a day, or say which code stands until then.",
  },
});

export const waitsForAnOffer: Rule = ({ model, sentences, isOwn, isNational }) =>
  model.codings.filter(isOwn).flatMap(({ rows }) =>
    rows.flatMap(({ when, origin }) => {
      const awaited = when === undefined ? [] : needed(when);
      return awaited.flatMap((act) => {
        const told = sentences.filter(({ sentence }) => sentence.act === act && !isNational(sentence));
        if (told.length === 0 || !told.every(isOfferToStaff)) return [];
        const args = {
          row: quote(headOf(origin)),
          clauses: citation(origin),
          act,
          offered: citation(...told.map(({ sentence }) => sentence.origin)),
        };
        const fixes = fixOf("let it be a duty", ...told.map(({ sentence }) => replaced(modalSpan(sentence), "must")));
        const labels = told
          .slice(0, 2)
          .map(({ sentence }) => ({ span: headOf(sentence.origin), text: "only allowed" }));
        return [messages.waitsForAnOffer(args, headOf(origin), { labels, fixes })];
      });
    }),
  );

/** What has to be on record for the row to fit: parts that are joined by `and`. */
function needed(condition: Condition): readonly string[] {
  if (condition.kind === "done") return [condition.act];
  return condition.kind === "and" ? condition.parts.flatMap((part) => (isJoined(part) ? needed(part) : [])) : [];
}

function isJoined(part: Condition): boolean {
  return conditionsWithin(part).every(({ kind }) => kind === "done" || kind === "and");
}

/** Parents may ask or not as they please, and what they do not ask for is missing to nobody. */
function isOfferToStaff({ sentence: { modal, actors } }: PlacedSentence): boolean {
  return (
    modal === "may" && namesOf(actors).every((name) => name !== "parents" && name !== "parent" && name !== "pupil")
  );
}
