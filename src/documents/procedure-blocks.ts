// A procedure → headings and lists: when it starts, its steps, and the sentences of them that a reader is to see.

import type { Condition, Item, Procedure, Sentence, Step } from "../checker/model.ts";
import { lowerFirst, sayWords, upperFirst } from "../explain/say.ts";
import { partsOf, sayCondition } from "../narration/say-condition.ts";
import { sayMomentOf } from "../narration/say-moment.ts";
import { saySentence } from "../narration/say-sentence.ts";
import { sayLength } from "../narration/say-value.ts";
import type { Voice } from "../narration/voice.ts";
import { wordList } from "../support/word-list.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block } from "./document.ts";

/** Which sentences a reader is to see. */
export type Keeps = (sentence: Sentence) => boolean;

/** Nothing, where the reader is to see nothing of it. */
export function procedureBlocks(voice: Voice, procedure: Procedure, keeps: Keeps): readonly Block[] {
  const steps = procedure.steps.flatMap((step) => stepBlocks(voice, procedure, step, keeps));
  if (steps.length === 0) return [];
  const starts =
    procedure.starts === undefined
      ? []
      : [paragraph(`This starts when ${conditionWords(voice, procedure.starts.condition)}`)];
  return [heading(3, procedure.title), ...starts, ...steps];
}

/** One condition a sentence; more of them as a list within it. */
export function conditionWords(voice: Voice, condition: Condition): string {
  const parts = partsOf(condition).map((part) => sayCondition(voice, part));
  return `${wordList(parts, "and")}.`;
}

function stepBlocks(voice: Voice, procedure: Procedure, step: Step, keeps: Keeps): readonly Block[] {
  const items = itemWords(voice, step.items, [], keeps);
  if (items.length === 0) return [];
  const lead = leadWords(voice, procedure, step);
  return [...(lead === "" ? [] : [paragraph(lead)]), ...list(items)];
}

/** `Stage 1, when attendance this school year is below 95%:` A lone step that opens at once needs no words. */
function leadWords(voice: Voice, { title: whole, steps }: Procedure, { trigger, title, name }: Step): string {
  const named = upperFirst(title === "" ? sayWords(name) : title);
  switch (trigger.kind) {
    case "start":
      return steps.length === 1 || named === whole ? "" : `${named}:`;
    case "on":
      return `${named}, ${trigger.moment.kind === "day-of" ? "on " : ""}${sayMomentOf(voice, trigger.moment)}:`;
    case "after": {
      const before = steps.find((step) => step.name === trigger.step);
      return `${named}, after “${lowerFirst(before?.title || sayWords(trigger.step))}”:`;
    }
    case "when":
      return `${named}, when ${conditionWords(voice, trigger.condition).replace(/\.$/, ":")}`;
  }
}

/** Its sentences, one after another; what holds for each of them, or comes before it in time, stands before it. */
function itemWords(voice: Voice, items: readonly Item[], before: readonly string[], keeps: Keeps): readonly string[] {
  const words: string[] = [];
  let here = before;
  for (const item of items) {
    switch (item.kind) {
      case "sentence":
        if (keeps(item)) words.push(withBefore(here, saySentence(voice, item)));
        break;
      case "wait":
        here = [...here, `after ${sayLength(voice, item.n, item.unit)}`];
        break;
      case "branch":
        words.push(
          ...itemWords(voice, item.then, [...here, `if ${sayCondition(voice, item.condition)}`], keeps),
          ...itemWords(voice, item.otherwise, [...here, "otherwise"], keeps),
        );
        break;
      case "repeat":
        words.push(...itemWords(voice, item.body, [...here, cadenceWords(voice, item)], keeps));
    }
  }
  return words;
}

function withBefore(before: readonly string[], sentence: string): string {
  return before.length === 0 ? sentence : upperFirst([...before, lowerFirst(sentence)].join(", "));
}

function cadenceWords(voice: Voice, { cadence }: Extract<Item, { kind: "repeat" }>): string {
  switch (cadence.kind) {
    case "each-school-day":
      return "on each school day of the absence";
    case "every":
      return `every ${sayLength(voice, cadence.n, cadence.unit).replace(/^1 /, "")}`;
    case "each-time":
      return "each time";
  }
}
