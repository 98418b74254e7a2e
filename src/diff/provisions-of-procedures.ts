// A procedure → its provisions: how it starts and ends, each step, and each sentence, wait and branch in it.

import type { Item, Named, Parties, Procedure, Sentence, Step } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import type { List } from "./provision-list.ts";

export function addProcedure(procedure: Procedure, list: List): void {
  const { anchor, startsAgain, anyOrder, changesApplyAtOnce, starts, ends, pauses } = procedure;
  const { add } = list;
  const how = [
    ...(startsAgain ? ["may start again"] : []),
    ...(anyOrder ? ["in any order"] : []),
    ...(changesApplyAtOnce ? ["changes apply at once"] : []),
  ];
  add("procedure", procedure, "", [anchorWords(procedure), ...how].join(", "), [
    anchor,
    startsAgain,
    anyOrder,
    changesApplyAtOnce,
  ]);
  if (starts !== undefined)
    add(
      "procedure",
      { ...procedure, origin: starts.origin },
      "starts",
      written(starts.condition.span),
      starts.condition,
    );
  for (const { condition, outcome, origin } of ends)
    add("procedure", { ...procedure, origin }, "ends", written(condition.span), [condition, outcome]);
  for (const { condition, origin } of pauses)
    add("procedure", { ...procedure, origin }, "pauses", written(condition.span), condition);
  for (const step of procedure.steps) {
    const whole = { ...step, name: `${procedure.name}.${step.name}`, title: stepTitle(procedure, step) };
    add("step", whole, "", triggerWords(step), step.trigger);
    if (step.guard !== undefined) add("step", whole, "unless or if", written(step.guard.span), step.guard);
    for (const item of step.items) addItem(procedure, step, item, list);
  }
}

function anchorWords({ anchor }: Procedure): string {
  switch (anchor.kind) {
    case "period":
      return `for each ${anchor.unit}`;
    case "absence":
    case "session":
      return `for each ${anchor.kind}${anchor.codes.length === 0 ? "" : ` coded ${anchor.codes.join(", ")}`}`;
    case "act":
      return `for each ${anchor.act}${anchor.object === undefined ? "" : ` ${anchor.object}`}`;
    default:
      return `for each ${anchor.kind}`;
  }
}

export function stepTitle(procedure: Pick<Procedure, "name" | "title">, step: Pick<Step, "name" | "title">): string {
  const [whole, part] = [procedure, step].map(({ name, title }) => (title === "" ? name.replaceAll("-", " ") : title));
  return `“${whole ?? ""}”, step “${part ?? ""}”`;
}

function triggerWords({ trigger }: Step): string {
  switch (trigger.kind) {
    case "start":
      return "at the start";
    case "on":
      return `on ${written(trigger.moment.span)}`;
    case "after":
      return `after ${trigger.step}`;
    case "when":
      return `when ${written(trigger.condition.span)}`;
  }
}

function addItem(procedure: Procedure, step: Step, item: Item, list: List): void {
  const whole = { name: `${procedure.name}.${step.name}`, title: stepTitle(procedure, step), origin: item.origin };
  const inside = (items: readonly Item[]): void => {
    for (const each of items) addItem(procedure, step, each, list);
  };
  switch (item.kind) {
    case "sentence":
      return addSentence(procedure, step, item, list);
    case "wait":
      return list.add("step", whole, "wait", written(item.origin.span), [item.n, item.unit]);
    case "branch":
      list.add("step", whole, "if", written(item.condition.span), item.condition);
      inside(item.then);
      return inside(item.otherwise);
    case "repeat":
      list.add("step", whole, "again and again", item.cadence.kind.replaceAll("-", " "), [item.cadence, item.cap]);
      return inside(item.body);
  }
}

export function addSentence(whole: Named, step: Step | undefined, sentence: Sentence, { add }: List): void {
  const name = step === undefined ? whole.name : `${whole.name}.${step.name}`;
  const title = step === undefined ? `“${whole.title}”` : stepTitle(whole, step);
  const what = [sentence.act, sentence.object].filter((part) => part !== undefined).join(" ");
  const part = sentence.to === undefined ? what : `${what} to ${partyNames(sentence.to)}`;
  add("sentence", { name, title, origin: sentence.origin }, part, written(sentence.origin.span), sentence);
}

function partyNames({ members }: Parties): string {
  return members.map(({ role }) => role).join(", ");
}
