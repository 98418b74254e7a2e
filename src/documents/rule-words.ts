// A policy on a day → what each of its rules says in plain English, found again by where the rule stands in the text. So the table
// of clauses and the note on changes tell a rule in the words in which the protocol tells it.

import type { Procedure, Step } from "../checker/model.ts";
import { sayWords, upperFirst } from "../explain/say.ts";
import { writtenCadence } from "../explain/written.ts";
import { sayAnchor } from "../narration/say-anchor.ts";
import { sayMomentOf } from "../narration/say-moment.ts";
import { sayGuard, saySentence } from "../narration/say-sentence.ts";
import type { Voice } from "../narration/voice.ts";
import type { Span } from "../source/text.ts";
import { addFigures, addWords, ifWords, titleOf } from "./declared-words.ts";
import type { Add } from "./declared-words.ts";
import { saidItems } from "./procedure-blocks.ts";

export interface RuleWords {
  /** What the rule belongs to, such as `If absence continues, Stage 1`. */
  readonly place: string;
  /** One sentence or more, with full stops. */
  readonly says: string;
}

/** Undefined for what has no plain words of its own, such as a code or a reason. */
export type FindWords = (span: Span) => RuleWords | undefined;

export function ruleWords(voice: Voice): FindWords {
  const found = new Map<string, RuleWords>();
  const add = (span: Span, place: string, says: string): void => {
    found.set(keyOf(span), { place, says: /[.…]$/.test(says) ? says : `${says}.` });
  };
  const { model } = voice;
  addFigures(voice, add);
  for (const procedure of model.procedures.values()) addProcedure(voice, procedure, add);
  for (const duty of model.duties.values()) {
    const said = duty.items.map((item) => saySentence(voice, item));
    const often = upperFirst(writtenCadence(duty) ?? "how often is not said");
    add(duty.origin.span, duty.title, [`${often}.`, ...said].join(" "));
    duty.items.forEach((item, index) => add(item.origin.span, duty.title, said[index] ?? ""));
  }
  addWords(voice, add);
  return (span) => found.get(keyOf(span));
}

export const AT_ONCE = "Opens at once.";

function keyOf({ source, from }: Span): string {
  return `${source.name}:${from}`;
}

function addProcedure(voice: Voice, procedure: Procedure, add: Add): void {
  const { starts, ends, pauses, steps } = procedure;
  const whole = titleOf(procedure);
  add(procedure.origin.span, whole, `For ${sayAnchor(procedure)}`);
  if (starts !== undefined) add(starts.origin.span, whole, ifWords(voice, "Starts when", starts.condition));
  for (const { condition, origin } of ends) add(origin.span, whole, ifWords(voice, "Ends as soon as", condition));
  for (const { condition, origin } of pauses) add(origin.span, whole, ifWords(voice, "Rests while", condition));
  for (const step of steps) {
    const place = steps.length === 1 && step.title === "" ? whole : `${whole}, ${titleOf(step)}`;
    add(step.origin.span, place, `${opensWords(voice, procedure, step)}${sayGuard(voice, step.guard)}.`);
    for (const { sentence, words } of saidItems(voice, procedure, step.items)) add(sentence.origin.span, place, words);
  }
}

function opensWords(voice: Voice, { steps }: Procedure, { trigger }: Step): string {
  switch (trigger.kind) {
    case "start":
      return AT_ONCE.replace(/\.$/, "");
    case "on":
      return `Opens on ${sayMomentOf(voice, trigger.moment)}`;
    case "after": {
      const before = steps.find(({ name }) => name === trigger.step);
      return `Opens after “${before === undefined ? sayWords(trigger.step) : titleOf(before)}”`;
    }
    case "when":
      return ifWords(voice, "Opens when", trigger.condition).replace(/\.$/, "");
  }
}
