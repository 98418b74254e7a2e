// An example → every name its expectations speak of, and every name that those rest on in turn: an edit of any of them can
// make the example come out otherwise, whatever the rules of the policy do.

import type { CheckedExample } from "../checker/example.ts";
import type * as Model from "../checker/model.ts";
import { walk } from "../checker/walk-model.ts";

export function namesSpokenOf(example: CheckedExample, model: Model.Model): ReadonlySet<string> {
  const names = new Set<string>();
  const enter = (part: unknown): void => {
    walk(part, (node) => {
      for (const name of namesIn(node)) {
        for (const each of [name, ...sameWords(model, name)]) {
          if (names.has(each)) continue;
          names.add(each);
          for (const table of tablesOf(model)) enter(table.get(each));
        }
      }
    });
  };
  for (const { expectation } of example.expectations) enter(expectation);
  return names;
}

/** The names by which a condition, figure or sentence speaks of something declared. */
function namesIn(node: object): readonly string[] {
  return ["name", "bands", "anchor"].flatMap((key) => {
    const value = (node as Readonly<Record<string, unknown>>)[key];
    return typeof value === "string" ? [value] : [];
  });
}

/** What is put in place where it is named, so that an example's own conditions hold a copy of it. */
function tablesOf(model: Model.Model): readonly ReadonlyMap<string, Model.Named>[] {
  return [model.parameters, model.words, model.measures, model.statuses, model.bands];
}

/** `same as` makes several names of one thing, and any of them may say what it means. */
function sameWords({ words }: Model.Model, name: string): readonly string[] {
  const word = words.get(name);
  if (word === undefined) return [];
  const main = word.sameAs ?? name;
  return [main, ...[...words.values()].filter(({ sameAs }) => sameAs === main).map((other) => other.name)];
}
