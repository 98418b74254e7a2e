// The sentences in a policy that only people read: notes, titles, questions, tests. For rules that look for what a text
// cites or repeats; the meaning of a sentence stays with its readers.

import type { Model, Origin } from "../checker/model.ts";

export interface PlacedText {
  readonly text: string;
  readonly origin: Origin;
}

export function gatherTexts(model: Model): readonly PlacedText[] {
  const titled = [
    ...model.words.values(),
    ...model.statuses.values(),
    ...model.procedures.values(),
    ...model.duties.values(),
    ...model.documents.values(),
    ...model.codes,
  ];
  const steps = [...model.procedures.values()].flatMap((procedure) => procedure.steps);
  return [
    ...model.notes.flatMap(({ says, because, origin }) => textsOf(origin, says, because)),
    ...[...titled, ...steps].flatMap(({ title, origin }) => textsOf(origin, title)),
    ...[...model.decisions.values()].flatMap(({ question, tests, origin }) => [
      ...textsOf(origin, question),
      ...tests.flatMap((test) => textsOf(test.origin, test.text)),
    ]),
    ...[...model.documents.values()].flatMap(({ texts }) =>
      texts.flatMap(({ pieces, origin }) =>
        textsOf(origin, pieces.filter((piece) => typeof piece === "string").join(" ")),
      ),
    ),
    ...model.readings.flatMap(({ question, because, origin }) => textsOf(origin, question, because)),
    ...[...model.parameters.values()].flatMap(({ history, origin }) =>
      history.flatMap(({ value }) =>
        value.kind === "constant" && typeof value.value === "string" ? textsOf(origin, value.value) : [],
      ),
    ),
  ];
}

function textsOf(origin: Origin, ...texts: readonly (string | undefined)[]): readonly PlacedText[] {
  return texts.filter((text) => text !== undefined).map((text) => ({ text, origin }));
}
