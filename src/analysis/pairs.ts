// Things two by two, for rules that look for a disagreement: each pair once, the earlier one first.

export function pairsOf<T>(things: readonly T[]): readonly (readonly [T, T])[] {
  return things.flatMap((first, index) => things.slice(index + 1).map((second) => [first, second] as const));
}
