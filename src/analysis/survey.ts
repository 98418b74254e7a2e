// Everything about a model that several rules look at, gathered once: model → lists of what stands where.
// It draws no conclusions. A rule that knows a survey knows nothing of any one school.

import type { Model, Origin } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { thresholdOf } from "./figures.ts";
import type { Threshold } from "./figures.ts";
import { turningDays } from "./in-force.ts";
import { placeConditions, placeSentences, testsOf } from "./places.ts";
import type { PlacedCondition, PlacedSentence } from "./places.ts";
import { gatherTexts } from "./texts.ts";
import type { PlacedText } from "./texts.ts";

export interface PlacedThreshold extends PlacedCondition {
  readonly threshold: Threshold;
}

export interface Survey {
  readonly model: Model;
  /** The day to judge review dates by; nobody says which, and then they are not judged. */
  readonly today: Day | undefined;
  /** The day whose dated values count: the first on which the policy is in force. */
  readonly day: Day | undefined;
  /** Later days, while the policy is in force, on which a dated value changes. */
  readonly turns: readonly Day[];
  /** Whole conditions, of every layer. */
  readonly conditions: readonly PlacedCondition[];
  /** The same with all their parts. */
  readonly tests: readonly PlacedCondition[];
  readonly thresholds: readonly PlacedThreshold[];
  readonly sentences: readonly PlacedSentence[];
  readonly texts: readonly PlacedText[];
  /** Written by the policy at hand, not by a layer that it extends. */
  readonly isOwn: (written: { readonly origin: Origin }) => boolean;
  /** Written by the law: the layer of the nation. */
  readonly isNational: (written: { readonly origin: Origin }) => boolean;
}

export function surveyOf(model: Model, today?: Day): Survey {
  const conditions = placeConditions(model);
  const tests = testsOf(conditions);
  const day = model.inForce?.from ?? today;
  const nations = new Set(model.layers.filter(({ level }) => level === "nation").map(({ name }) => name));
  return {
    model,
    today,
    day,
    turns: turningDays(model).filter((turn) => turn !== day),
    conditions,
    tests,
    thresholds: tests.flatMap((place) => {
      const threshold = thresholdOf(model, day, place.condition);
      return threshold === undefined ? [] : [{ ...place, threshold }];
    }),
    sentences: placeSentences(model),
    texts: gatherTexts(model),
    isOwn: ({ origin }) => origin.layer === model.name,
    isNational: ({ origin }) => nations.has(origin.layer) && origin.layer !== model.name,
  };
}
