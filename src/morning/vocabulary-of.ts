// A policy → the words of a school's records that its rules can take notice of.

import { DECIDE } from "../checker/act-names.ts";
import type * as Model from "../checker/model.ts";
import { sentencesOfModel } from "../checker/objects.ts";
import { walk } from "../checker/walk-model.ts";
import type { Vocabulary } from "../data/check-words.ts";

/** A decision that names no answers is answered so. */
const YES_OR_NO = ["yes", "no"];

type Sort = Model.Word["sort"];

export function vocabularyOf(model: Model.Model): Vocabulary {
  const roles = namesOf(model, new Set(["role", "service"]));
  return {
    flags: namesOf(model, new Set(["flag", "group"])),
    acts: new Set(model.acts.keys()),
    objects: new Set([...objectsOf(model), ...roles]),
    roles,
    decisions: decisionsOf(model),
    decide: DECIDE.name,
    values: valuesOf(model),
  };
}

function namesOf({ words }: Model.Model, sorts: ReadonlySet<Sort>): ReadonlySet<string> {
  return new Set([...words.values()].filter(({ sort }) => sorts.has(sort)).map(({ name }) => name));
}

/** What is owed, what is made of parts, what is decided, and what conditions speak of as done. */
function objectsOf(model: Model.Model): readonly string[] {
  const spokenOf: string[] = [];
  walk(model, (node) => {
    if ("object" in node && typeof node.object === "string") spokenOf.push(node.object);
  });
  const owed = sentencesOfModel(model).flatMap(({ object }) => object ?? []);
  return [...owed, ...model.documents.keys(), ...model.decisions.keys(), ...spokenOf];
}

/** Those that are declared, and those that a condition asks in its own words. */
function decisionsOf(model: Model.Model): Vocabulary["decisions"] {
  const decisions = new Map<string, Set<string>>();
  for (const { name, answers } of model.decisions.values())
    decisions.set(name, new Set(answers.length > 0 ? answers : YES_OR_NO));
  walk(model, (node) => {
    if (node.kind !== "judged" || !("decision" in node)) return;
    const answers = decisions.get(node.decision) ?? new Set(YES_OR_NO);
    decisions.set(node.decision, answers.add(node.answer));
  });
  return decisions;
}

/** A field that some rule compares with a word of a sort holds words of that sort: `reason is illness`. */
function valuesOf(model: Model.Model): Vocabulary["values"] {
  const sorts = new Map<string, Set<Sort>>();
  walk(model, (node) => {
    if (node.kind !== "field-is" || !("value" in node) || typeof node.value !== "string") return;
    const word = model.words.get(node.value);
    if (word !== undefined) sorts.set(node.field, (sorts.get(node.field) ?? new Set<Sort>()).add(word.sort));
  });
  return new Map([...sorts].map(([field, own]) => [field, namesOf(model, own)]));
}
