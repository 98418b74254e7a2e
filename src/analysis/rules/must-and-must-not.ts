// One thing that is both asked and forbidden of the same people, with nothing to keep the two apart.

import type { Condition } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import type { PlacedSentence } from "../places.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf, partyWords } from "../said-of.ts";
import type { Survey } from "../survey.ts";
import { isNever } from "../truth.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "must-and-must-not": {
    ...warning,
    message:
      "{actors} must `{act}` ({mustClause}) and must not ({notClause}), and both can hold at once; what is forbidden then goes before what is asked.",
    hint: "Say when the one holds and when the other, with `if` and `unless`.",
  },
});

export const mustAndMustNot: Rule = (survey) => {
  const own = survey.sentences.filter(({ sentence }) => survey.isOwn(sentence));
  return own
    .filter(({ sentence }) => sentence.modal === "must not")
    .flatMap((forbidden) =>
      own
        .filter(
          (asked) =>
            asked.sentence.modal === "must" && isSameAct(asked, forbidden) && canBoth(survey, asked, forbidden),
        )
        .map((asked) => {
          const { act, object } = forbidden.sentence;
          const args = {
            actors: partyWords(asked.sentence.actors),
            act: [act, object ?? ""].join(" ").trim(),
            mustClause: citation(asked.sentence.origin),
            notClause: citation(forbidden.sentence.origin),
          };
          const labels = [{ span: headOf(asked.sentence.origin), text: "asked here" }];
          return messages.mustAndMustNot(args, headOf(forbidden.sentence.origin), { labels });
        }),
    );
};

function isSameAct({ sentence: one }: PlacedSentence, { sentence: other }: PlacedSentence): boolean {
  const actors = namesOf(other.actors);
  const to = namesOf(other.to);
  const sameActor = namesOf(one.actors).some((name) => actors.includes(name));
  const sameRecipient = namesOf(one.to).length === to.length && namesOf(one.to).every((name) => to.includes(name));
  return one.act === other.act && one.object === other.object && sameActor && sameRecipient;
}

function canBoth(survey: Survey, one: PlacedSentence, other: PlacedSentence): boolean {
  const parts = [...one.when, ...other.when];
  const [first] = parts;
  if (first === undefined) return true;
  const both: Condition = { kind: "and", parts, span: first.span };
  return !isNever(survey, both);
}
