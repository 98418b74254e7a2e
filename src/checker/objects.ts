// What the sentences of a policy speak of: `meeting` in `must hold meeting`. Only such things can later be said to be `meeting held`.

import type * as Ast from "../syntax/ast.ts";
import type { Declarations } from "./declarations.ts";
import type * as Model from "./model.ts";
import { chosenBody } from "./readings.ts";
import type { Choices } from "./readings.ts";
import { partsOf } from "./units.ts";

/** `warning letter` and `warning-letter` are one thing. */
export function objectName(words: Ast.Words): string {
  return partsOf(words).join("-");
}

/** Every sentence of every procedure and duty, however deep. */
export function sentencesOf(own: Declarations, choices: Choices): readonly Ast.Sentence[] {
  const inItems = (items: readonly Ast.Item[]): readonly Ast.Sentence[] =>
    chosenBody(items, choices).flatMap((item) => {
      switch (item.kind) {
        case "sentence":
          return [item];
        case "branch":
          return [...inItems(item.then), ...inItems(item.otherwise)];
        case "repeat":
          return inItems(item.body);
        case "wait":
          return [];
      }
    });
  const steps = own.procedures
    .flatMap(({ items }) => chosenBody(items, choices))
    .filter((item) => item.kind === "step");
  return [...steps.flatMap((step) => inItems(step.items)), ...own.duties.flatMap((duty) => duty.items)];
}

export function objectsOf(sentences: readonly Ast.Sentence[]): readonly string[] {
  return sentences.flatMap(({ object }) => (object?.kind === "words" ? [objectName(object)] : []));
}

export function sentencesOfModel({ procedures, duties }: Model.Model): readonly Model.Sentence[] {
  const steps = [...procedures.values()].flatMap((procedure) => procedure.steps);
  return [...steps.flatMap((step) => sentencesIn(step.items)), ...[...duties.values()].flatMap((duty) => duty.items)];
}

/** Everything that is owed within a list of things to do, whatever it waits for or hangs on. */
export function sentencesIn(items: readonly Model.Item[]): readonly Model.Sentence[] {
  return items.flatMap((item): readonly Model.Sentence[] => {
    switch (item.kind) {
      case "sentence":
        return [item];
      case "branch":
        return [...sentencesIn(item.then), ...sentencesIn(item.otherwise)];
      case "repeat":
        return sentencesIn(item.body);
      case "wait":
        return [];
    }
  });
}
