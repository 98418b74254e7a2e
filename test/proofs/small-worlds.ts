// Random conditions over a small domain, each as the words of a policy and as a function over all pupils of that domain. The
// function is made from the same random draw and knows nothing of the analysis: it is what the analysis is held against.

import fc from "fast-check";

/** A pupil of the small domain: every combination of these exists. */
export interface Pupil {
  /** Attended of possible sessions this year. */
  readonly attended: number;
  readonly possible: number;
  /** Late sessions this half-term. */
  readonly lates: number;
  readonly lookedAfter: boolean;
  readonly ill: boolean;
}

export interface RandomCondition {
  readonly words: string;
  readonly holds: (pupil: Pupil) => boolean;
}

/** Limits are multiples of 5%, so that forty sessions show every figure at, between and beyond them. */
const POSSIBLE = 40;
const MOST_LATES = 7;

export const pupils: readonly Pupil[] = Array.from({ length: POSSIBLE + 1 }, (_, attended) => attended).flatMap(
  (attended) =>
    Array.from({ length: MOST_LATES + 1 }, (_, lates) => lates).flatMap((lates) =>
      [true, false].flatMap((lookedAfter) =>
        [true, false].map((ill) => ({ attended, possible: POSSIBLE, lates, lookedAfter, ill })),
      ),
    ),
);

interface Edge {
  readonly words: string;
  readonly passes: (difference: number) => boolean;
}

const shareEdges: readonly Edge[] = [
  { words: "below", passes: (difference) => difference < 0 },
  { words: "above", passes: (difference) => difference > 0 },
  { words: "at least", passes: (difference) => difference >= 0 },
  { words: "at most", passes: (difference) => difference <= 0 },
  { words: "exactly", passes: (difference) => difference === 0 },
];

const countEdges: readonly Edge[] = [
  { words: "fewer than", passes: (difference) => difference < 0 },
  { words: "more than", passes: (difference) => difference > 0 },
  { words: "at least", passes: (difference) => difference >= 0 },
  { words: "at most", passes: (difference) => difference <= 0 },
  { words: "exactly", passes: (difference) => difference === 0 },
];

/** Per cents from 0 to 100 in fives. */
const percent = fc.integer({ min: 0, max: 20 }).map((fives) => fives * 5);

export const attendanceTest: fc.Arbitrary<RandomCondition> = fc
  .record({ edge: fc.constantFrom(...shareEdges), limit: percent, absence: fc.boolean() })
  .map(({ edge, limit, absence }) => ({
    words: `${absence ? "absence" : "attendance"} this year ${edge.words} ${limit}%`,
    holds: ({ attended, possible }) => edge.passes((absence ? possible - attended : attended) * 100 - limit * possible),
  }));

const latesTest: fc.Arbitrary<RandomCondition> = fc
  .record({ edge: fc.constantFrom(...countEdges), limit: fc.integer({ min: 0, max: 5 }) })
  .map(({ edge, limit }) => ({
    words: `count of late sessions this half-term ${edge.words} ${limit} ${limit === 1 ? "session" : "sessions"}`,
    holds: ({ lates }) => edge.passes(lates - limit),
  }));

const flagTest: fc.Arbitrary<RandomCondition> = fc.constantFrom(
  { words: "looked-after", holds: ({ lookedAfter }: Pupil) => lookedAfter },
  { words: "medical-condition", holds: ({ ill }: Pupil) => ill },
);

/** By and, or, not and brackets, three deep. */
export const anyCondition: fc.Arbitrary<RandomCondition> = fc.letrec<{
  condition: RandomCondition;
  test: RandomCondition;
}>((tie) => ({
  test: fc.oneof(attendanceTest, attendanceTest, latesTest, flagTest),
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: "condition" },
    { weight: 3, arbitrary: tie("test") },
    {
      weight: 2,
      arbitrary: fc.array(tie("condition"), { minLength: 2, maxLength: 3 }).map((parts) => joined("and", parts)),
    },
    {
      weight: 2,
      arbitrary: fc.array(tie("condition"), { minLength: 2, maxLength: 3 }).map((parts) => joined("or", parts)),
    },
    { weight: 1, arbitrary: tie("condition").map(negated) },
  ),
})).condition;

export function joined(by: "and" | "or", parts: readonly RandomCondition[]): RandomCondition {
  return {
    words: parts.map(bracketed).join(` ${by} `),
    holds: (pupil) =>
      by === "and" ? parts.every(({ holds }) => holds(pupil)) : parts.some(({ holds }) => holds(pupil)),
  };
}

function negated(part: RandomCondition): RandomCondition {
  return { words: `not ${bracketed(part)}`, holds: (pupil) => !part.holds(pupil) };
}

export function bracketed({ words }: RandomCondition): string {
  return /\b(?:and|or|not)\b/.test(words) ? `(${words})` : words;
}

export const somebody = (test: (pupil: Pupil) => boolean): boolean => pupils.some(test);
export const everybody = (test: (pupil: Pupil) => boolean): boolean => pupils.every(test);
