// Where the conditions and sentences of a model stand: in which declaration, in which part of it, under which clauses.
// A flat list of each, made once, so that a rule is a filter and never a search.

import type { Condition, Duty, Item, Model, Named, Origin, Procedure, Sentence, Step } from "../checker/model.ts";
import { conditionsWithin, itemsWithin, sentencesWithin } from "./walk.ts";

/** The part that a condition plays in its declaration. */
type ConditionPart =
  | "starts"
  | "ends"
  | "pauses"
  | "trigger"
  | "guard"
  | "branch"
  | "until"
  | "status"
  | "coding"
  | "zone"
  | "gate"
  | "measure"
  | "meaning"
  | "field";

interface Place {
  /** What a reader would call the declaration: `the procedure "Attendance concern"`. */
  readonly words: string;
  readonly declaration: Named;
  readonly procedure?: Procedure;
  readonly step?: Step;
}

export interface PlacedCondition extends Place {
  readonly condition: Condition;
  readonly part: ConditionPart;
  readonly origin: Origin;
}

export interface PlacedSentence extends Place {
  readonly sentence: Sentence;
  readonly duty?: Duty;
  /** All that holds when the sentence is said: trigger, guards and branches around it. */
  readonly when: readonly Condition[];
}

/** Only whole conditions, not their parts. */
export function placeConditions(model: Model): readonly PlacedCondition[] {
  const placed: PlacedCondition[] = [];
  const add = (place: Place, part: ConditionPart, origin: Origin, condition: Condition | undefined): void => {
    if (condition !== undefined) placed.push({ ...place, part, origin, condition });
  };
  for (const word of model.words.values()) add(placeOf(word.sort, word), "meaning", word.origin, word.means);
  for (const register of model.registers) {
    for (const { unless, origin } of register.zones) add(placeOf("register", register), "zone", origin, unless);
  }
  for (const coding of model.codings) {
    for (const { when, origin } of coding.rows) add(placeOf("coding", coding), "coding", origin, when);
  }
  for (const act of model.acts.values()) {
    for (const { condition, origin } of act.allowedWhen) add(placeOf("act", act), "gate", origin, condition);
  }
  for (const measure of model.measures.values()) {
    for (const { when, origin } of measure.rows) add(placeOf("measure", measure), "measure", origin, when);
  }
  for (const status of model.statuses.values()) {
    if (status.rule.kind === "when") add(placeOf("status", status), "status", status.origin, status.rule.condition);
  }
  for (const document of model.documents.values()) {
    for (const { when, origin } of document.fields) add(placeOf("document", document), "field", origin, when);
  }
  for (const procedure of model.procedures.values()) placeInProcedure(procedure, add);
  for (const duty of model.duties.values()) {
    for (const { guard, origin } of duty.items) add(placeOf("duty", duty), "guard", origin, guard);
  }
  return placed;
}

type Add = (place: Place, part: ConditionPart, origin: Origin, condition: Condition | undefined) => void;

function placeInProcedure(procedure: Procedure, add: Add): void {
  const place = { ...placeOf("procedure", procedure), procedure };
  const { starts, ends, pauses } = procedure;
  const whole = citedOf(procedure.origin, procedure.steps.map(citedStep));
  if (starts !== undefined) add(place, "starts", citedOf(starts.origin, [whole]), starts.condition);
  for (const { condition, origin } of ends) add(place, "ends", citedOf(origin, [whole]), condition);
  for (const { condition, origin } of pauses) add(place, "pauses", citedOf(origin, [whole]), condition);
  for (const step of procedure.steps) {
    const { trigger, guard } = step;
    const origin = citedStep(step);
    const here = { ...place, step };
    if (trigger.kind === "when") add(here, "trigger", origin, trigger.condition);
    add(here, "guard", origin, guard);
    for (const item of itemsWithin(step.items)) {
      if (item.kind === "branch") add(here, "branch", item.origin, item.condition);
      if (item.kind === "sentence") add(here, "guard", item.origin, item.guard);
      if (item.kind === "repeat" && item.cadence.kind === "every") add(here, "until", item.origin, item.cadence.until);
    }
  }
}

/** A step without clauses rests on those of what it asks for. */
export function citedStep({ origin, items }: Step): Origin {
  return citedOf(
    origin,
    itemsWithin(items).map((item) => item.origin),
  );
}

/** The origin, with the clauses of the others where it cites none itself. */
export function citedOf(origin: Origin, others: readonly Origin[]): Origin {
  if (origin.clauses.length > 0) return origin;
  return { ...origin, clauses: [...new Set(others.flatMap(({ clauses }) => clauses))] };
}

export function placeSentences(model: Model): readonly PlacedSentence[] {
  const placed: PlacedSentence[] = [];
  for (const procedure of model.procedures.values()) {
    const place = { ...placeOf("procedure", procedure), procedure };
    for (const step of procedure.steps) {
      for (const { sentence, branches } of sentencesWithin(step.items)) {
        const when = [...openingConditions(procedure, step), ...branches, ...optional(sentence.guard)];
        placed.push({ ...place, step, sentence, when });
      }
    }
  }
  for (const duty of model.duties.values()) {
    for (const sentence of duty.items) {
      placed.push({ ...placeOf("duty", duty), duty, sentence, when: optional(sentence.guard) });
    }
  }
  return placed;
}

function openingConditions({ starts }: Procedure, { trigger, guard }: Step): readonly Condition[] {
  const first = trigger.kind === "start" ? optional(starts?.condition) : [];
  const own = trigger.kind === "when" ? [trigger.condition] : [];
  return [...first, ...own, ...optional(guard)];
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function placeOf(kind: string, declaration: Named): Place {
  return { words: placeWords(kind, declaration), declaration };
}

/** Titles are for readers; what has none is called by its name. */
function placeWords(kind: string, { name, title }: Named): string {
  return kind === "procedure" || kind === "duty" ? `the ${kind} "${title}"` : `the ${kind} \`${name}\``;
}

/** Every condition of the place with all its parts, for rules that look for one kind of test. */
export function testsOf(placed: readonly PlacedCondition[]): readonly PlacedCondition[] {
  return placed.flatMap((place) => conditionsWithin(place.condition).map((condition) => ({ ...place, condition })));
}

export function allItems(procedure: Procedure): readonly Item[] {
  return procedure.steps.flatMap((step) => itemsWithin(step.items));
}
