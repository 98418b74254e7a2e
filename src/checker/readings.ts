// Picks one reading wherever a text can be read in several ways: lists with readings in them → lists without.
// Whether the author chose well is checked elsewhere (check-readings.ts); here some reading always stands.

import type * as Ast from "../syntax/ast.ts";

/** Question → label of the reading to take instead of the author's own choice. */
export type Choices = ReadonlyMap<string, string>;

/** The list with every readings block replaced by what the standing reading holds, however deep. */
export function chosenBody<T extends { readonly kind: string }>(
  list: readonly T[],
  choices: Choices,
): readonly Exclude<T, { readonly kind: "readings" }>[] {
  const plain: Exclude<T, { readonly kind: "readings" }>[] = [];
  for (const node of list) {
    if (isReadings(node))
      plain.push(...chosenBody((standingReading(node, choices)?.body ?? []) as readonly T[], choices));
    else plain.push(node as Exclude<T, { readonly kind: "readings" }>);
  }
  return plain;
}

/** The reading asked for, else the one the author chose, else the first: a policy without a choice is never sound. */
export function standingReading<T>(readings: Ast.Readings<T>, choices: Choices): Ast.Reading<T> | undefined {
  const wanted = choices.get(readings.question.text);
  const { alternatives } = readings;
  return (
    alternatives.find((reading) => reading.label.text === wanted) ??
    alternatives.find((reading) => reading.chosen) ??
    alternatives[0]
  );
}

function isReadings(node: { readonly kind: string }): node is Ast.Readings<never> {
  return node.kind === "readings";
}
