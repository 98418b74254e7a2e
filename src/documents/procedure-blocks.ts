// A procedure → headings and lists: when it starts, its steps, and the sentences of them that a reader is to see.

import type { Item, MomentExpression, Procedure, Sentence, Step } from "../checker/model.ts";
import { lowerFirst, sayWords, upperFirst } from "../explain/say.ts";
import { conditionWords, sayCondition } from "../narration/say-condition.ts";
import { sayMomentOf } from "../narration/say-moment.ts";
import { sayGuard, saySentence, unlessWords } from "../narration/say-sentence.ts";
import { eventWords, sayLength, sayLimit } from "../narration/say-value.ts";
import type { Voice } from "../narration/voice.ts";
import { unitWords } from "../units/unit.ts";
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

function stepBlocks(voice: Voice, procedure: Procedure, step: Step, keeps: Keeps): readonly Block[] {
  const items = saidItems(voice, procedure, step.items)
    .filter(({ sentence }) => keeps(sentence))
    .map(({ words }) => words);
  if (items.length === 0) return [];
  const lead = leadWords(voice, procedure, step);
  return [...(lead === "" ? [] : [paragraph(lead)]), ...list(items)];
}

/** `Stage 1, when attendance this school year is below 95%:` A lone step that opens at once needs no words. */
function leadWords(voice: Voice, procedure: Procedure, step: Step): string {
  const { steps, title: whole } = procedure;
  const { trigger, title, name, guard } = step;
  const named = upperFirst(title === "" ? sayWords(name) : title);
  if (trigger.kind === "start" && guard === undefined && (steps.length === 1 || named === whole)) return "";
  return `${named}${opensWords(voice, procedure, step)}${sayGuard(voice, guard)}:`;
}

/** With the comma before it; empty for a step that opens at once. */
function opensWords(voice: Voice, { steps }: Procedure, { trigger }: Step): string {
  switch (trigger.kind) {
    case "start":
      return "";
    case "on":
      return `, ${leadOf(trigger.moment)}${sayMomentOf(voice, trigger.moment)}`;
    case "after": {
      const before = steps.find((step) => step.name === trigger.step);
      return `, after “${lowerFirst(before?.title || sayWords(trigger.step))}”`;
    }
    case "when":
      return `, when ${conditionWords(voice, trigger.condition).replace(/\.$/, "")}`;
  }
}

/** `on day 2`, `at 09:30`, `at the end of the term`; a length of time such as `2 days after the start` needs nothing. */
function leadOf(moment: MomentExpression): string {
  switch (moment.kind) {
    case "day-of":
      return "on ";
    case "clock":
    case "end-of-day":
    case "bound":
      return "at ";
    case "event":
      return moment.event.kind === "field" ? "on the day of " : moment.event.kind === "bound" ? "at " : "on ";
    default:
      return "";
  }
}

export interface SaidItem {
  readonly sentence: Sentence;
  readonly words: string;
}

/** Its sentences, one after another; what holds for each of them, or comes before it in time, stands before it. */
export function saidItems(
  voice: Voice,
  procedure: Pick<Procedure, "anchor">,
  items: readonly Item[],
  before: readonly string[] = [],
): readonly SaidItem[] {
  const inside = (body: readonly Item[], lead: string): readonly SaidItem[] =>
    saidItems(voice, procedure, body, [...here, lead]);
  const said: SaidItem[] = [];
  let here = before;
  for (const item of items) {
    switch (item.kind) {
      case "sentence":
        said.push({ sentence: item, words: withBefore(here, saySentence(voice, item)) });
        break;
      case "wait":
        here = [...here, `after ${sayLength(voice, item.n, item.unit)}`];
        break;
      case "branch":
        said.push(
          ...inside(item.then, `if ${sayCondition(voice, item.condition)}`),
          // `Otherwise` would lean on a sentence that this reader may not be shown.
          ...inside(item.otherwise, unlessWords(voice, item.condition)),
        );
        break;
      case "repeat":
        said.push(...inside(item.body, cadenceWords(voice, procedure, item)));
    }
  }
  return said;
}

function withBefore(before: readonly string[], sentence: string): string {
  return before.length === 0 ? sentence : upperFirst([...before, lowerFirst(sentence)].join(", "));
}

type Repeat = Extract<Item, { kind: "repeat" }>;

function cadenceWords(voice: Voice, { anchor }: Pick<Procedure, "anchor">, { cadence, cap }: Repeat): string {
  const most = capWords(cap);
  switch (cadence.kind) {
    case "each-school-day":
      return `on each school day${anchor.kind === "absence" ? " of the absence" : ""}${most}`;
    case "every": {
      const length = sayLimit(voice, cadence.n) === undefined ? "" : sayLength(voice, cadence.n, cadence.unit);
      const often = length === "" ? "as often as the policy does not say" : `every ${length.replace(/^1 /, "")}`;
      return `${often}${most === "" ? "" : `${most},`} until ${sayCondition(voice, cadence.until)}`;
    }
    case "each-time":
      return `each time ${eventWords(voice, cadence.event)} is recorded${most}`;
  }
}

function capWords(cap: Repeat["cap"]): string {
  if (cap === undefined) return "";
  const per = unitWords(cap.per === "day" ? "school-day" : cap.per, 1);
  return `, at most ${cap.times === 1 ? "once" : `${cap.times} times`} in a ${per}`;
}
