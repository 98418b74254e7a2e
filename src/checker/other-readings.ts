// The readings that were not chosen have to make sense too (S31): what goes wrong only under one of them.
// A reading that declares the same names as the one it would replace cannot disturb the rest, so all such are checked at once;
// any other is checked alone, and so are those of a group in which something is wrong, to say which reading it is.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { checkExample } from "./check-examples.ts";
import { questionsOf } from "./check-expectations.ts";
import { checkLayer, openLayer } from "./check-layer.ts";
import type { CheckedLayer, LayerInput } from "./check-layer.ts";
import type { PlacedReadings } from "./check-readings.ts";
import { lazily } from "./lazily.ts";
import { namesKey } from "./names-key.ts";
import { standingReading } from "./readings.ts";
import type { Choices } from "./readings.ts";

interface Other {
  readonly choices: Choices;
  /** Its label, to point at. */
  readonly place: Span;
  /** Which of its question's other readings it is; no two of one question can be taken together. */
  readonly rank: number;
}

export function faultsOfOtherReadings(
  input: LayerInput,
  placed: readonly PlacedReadings[],
  standing: CheckedLayer,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Set(found.map(keyOf));
  const key = namesKey(standing.scope.names);
  // One that lies in a reading of another question cannot be taken together with others of that question.
  const isAlike = ({ choices }: Other): boolean =>
    choices.size === 1 && namesKey(openLayer(input, choices).scope.names) === key;
  const [alike, unlike] = partition(othersOf(placed), isAlike);
  const suspect = [...Map.groupBy(alike, ({ rank }) => rank).values()].filter((group) => {
    const together = new Map(group.flatMap(({ choices }) => [...choices]));
    return checkLayer(input, together)
      .diagnostics()
      .some((diagnostic) => !known.has(keyOf(diagnostic)));
  });
  return [...suspect.flat(), ...unlike].flatMap((other) => faultsUnder(input, other, known));
}

/** A question asked in several places is answered once for all of them. */
function othersOf(placed: readonly PlacedReadings[]): readonly Other[] {
  const others = new Map<string, Other>();
  for (const { readings, within } of placed) {
    const standing = standingReading(readings, new Map());
    readings.alternatives
      .filter((reading) => reading !== standing)
      .forEach(({ label }, rank) => {
        const choices = new Map([...within, [readings.question.text, label.text]]);
        const key = JSON.stringify([...choices]);
        if (!others.has(key)) others.set(key, { choices, place: label.span, rank });
      });
  }
  return [...others.values()];
}

/** New faults alone; they are known from then on. */
function faultsUnder(input: LayerInput, { choices, place }: Other, known: Set<string>): readonly Diagnostic[] {
  const layer = checkLayer(input, choices);
  const asked = lazily(() => questionsOf(layer.model));
  for (const example of layer.declarations.examples) checkExample(layer.scope, example, asked);
  return layer.diagnostics().flatMap((diagnostic) => {
    if (known.has(keyOf(diagnostic))) return [];
    known.add(keyOf(diagnostic));
    return [{ ...diagnostic, labels: [...diagnostic.labels, { span: place, text: "under this reading" }] }];
  });
}

function partition<T>(list: readonly T[], test: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  const yes = new Set(list.filter(test));
  return [[...yes], list.filter((each) => !yes.has(each))];
}

function keyOf({ code, span, args }: Diagnostic): string {
  return JSON.stringify([code, span.source.name, span.from, span.to, args]);
}
