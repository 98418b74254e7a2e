// Seeds → endless whole numbers that look like chance and are the same on every computer. Integers throughout: no float rounds.

export interface Random {
  /** A whole number from 0 up to, not including, the bound; each as likely. */
  readonly below: (bound: number) => number;
  /** From the first to the last, both included. */
  readonly between: (first: number, last: number) => number;
  /** True so many times in a million. */
  readonly chance: (perMillion: number) => boolean;
  readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** The number of one of the weights, each as likely as it is heavy. */
  readonly weighted: (weights: readonly number[]) => number;
}

/** Different lists of seeds give unrelated numbers, so that one pupil more changes no other pupil. */
export function makeRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => scramble((mixed ^ seed) + 0x9e3779b9), 0x243f6a88);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return scramble(state);
  };
  const below = (bound: number): number => {
    // numbers beyond the last whole multiple of the bound would favour the small ones, so they are drawn again
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let drawn = next();
    while (drawn >= limit) drawn = next();
    return drawn % bound;
  };
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (perMillion) => below(1_000_000) < perMillion,
    pick: (values) => values[below(values.length)] as (typeof values)[0],
    weighted: (weights) => {
      let left = below(weights.reduce((sum, weight) => sum + weight, 0));
      return weights.findIndex((weight) => (left -= weight) < 0);
    },
  };
}

/** Every bit of the answer hangs on every bit of the question (the finaliser of mulberry32). */
function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 15), bits | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
