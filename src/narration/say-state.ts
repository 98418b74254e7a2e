// What a policy calls a state of a pupil, by a title such as `Looked after` or `Has a social worker` → a clause of a sentence about
// the child. A title that fits no clause is quoted.

import { lowerFirst } from "../explain/say.ts";
import { childWords } from "./voice.ts";
import type { Voice } from "./voice.ts";

/** A clause already: `There is a safeguarding concern`, `Home is not within walking distance`. */
const CLAUSE =
  /^(?:there|this|the|a|an|all|another|every|parents|home|nobody|at least)\b.*\b(?:is|are|was|were|has|have|does|do|needs|works|travel|called|holds?|say|says)\b/i;
const VERB = /^(has|had|earns|needs|walks|attends|lives|comes|receives)\b/i;
const NOUN = /^(young carer|child\b|boarder|pupil|traveller|member|gypsy|roma)/i;
const QUALITY =
  /^(?:at(?! least)|in|on|under|of|below|above|beyond|with|absent|away|late|vulnerable|disabled|eligible|previously|persistently|severely|not|looked|considered|targeted|educated|suspended|excluded|leaving|going|missing|moving)\b/i;

export function sayState(voice: Voice, title: string, holds = true): string {
  const child = childWords(voice);
  const plain =
    VERB.test(title) || QUALITY.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : lowerFirst(title);
  if (CLAUSE.test(title)) return holds ? plain : `it is not so that ${plain}`;
  const [, thing] = /^an? ([a-z].*)$/i.exec(title) ?? [];
  if (thing !== undefined && !/[,:]/.test(title)) return holds ? `there is a ${thing}` : `there is no ${thing}`;
  if (VERB.test(title)) {
    if (holds) return `${child} ${plain}`;
    return plain.startsWith("has ")
      ? `${child} does not have ${plain.slice("has ".length)}`
      : `it is not so that ${child} ${plain}`;
  }
  if (/^(children|pupils)\b/i.test(title)) return `${child} is ${holds ? "" : "not "}one of the ${plain}`;
  const be = holds ? "is" : "is not";
  if (QUALITY.test(title) && !/[,:]/.test(title)) return `${child} ${be} ${plain}`;
  if (NOUN.test(title) && !/[,]/.test(title)) return `${child} ${be} a ${plain}`;
  return `${child} ${holds ? "counts" : "does not count"} as “${plain}”`;
}
