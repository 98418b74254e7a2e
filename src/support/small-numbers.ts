// Counts of people that may be told, and those that would point at somebody: 1 to 4 people, and a number from which so small a one
// could be worked out by taking it from its whole.

export type Guarded = number | "hidden";

/** Below this many, people could be recognised. */
const FEW = 5;

/** `wholes` are the numbers that are told as well and that this one is a part of. */
export function guardSmall(count: number, ...wholes: readonly number[]): Guarded {
  return isSmall(count) || wholes.some((whole) => isSmall(whole - count)) ? "hidden" : count;
}

function isSmall(count: number): boolean {
  return count > 0 && count < FEW;
}
