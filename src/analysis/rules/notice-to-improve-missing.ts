// Penalty notices without the last chance that the national framework puts before them.

import { defineMessages } from "../../diagnostics/template.ts";
import { national } from "../nation.ts";
import type { PlacedSentence } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "notice-to-improve-missing": {
    ...advice,
    message:
      "The policy leads to penalty notices ({clauses}) and never to a notice to improve, the last chance that the national framework offers first where support is suitable.",
    hint: "Say when a notice to improve is sent, or say why the school has none.",
  },
});

export const noticeToImproveMissing: Rule = ({ model, sentences, isOwn, isNational }) => {
  const law = model.documents.get(national.noticeToImprove);
  const own = sentences.filter(({ sentence }) => isOwn(sentence));
  const issuing = own.filter(issues);
  const [first] = issuing;
  if (law === undefined || !isNational(law) || first === undefined || own.some(improves)) return [];
  const clauses = citation(...issuing.map(({ sentence }) => sentence.origin));
  const labels = [{ span: headOf(law.origin), text: "what the framework knows" }];
  return [messages.noticeToImproveMissing({ clauses }, headOf(first.sentence.origin), { labels })];
};

function issues({ sentence }: PlacedSentence): boolean {
  return sentence.act === national.issuePenaltyNotice || sentence.object === national.penaltyNotice;
}

function improves({ sentence }: PlacedSentence): boolean {
  return sentence.object === national.noticeToImprove || sentence.using === national.noticeToImprove;
}
